#pragma once

#include "documents/document.h"
#include "store/session.h"

namespace dossier::documents {

// What Documents::remove does, where no server is running: row, words and password go with the transaction, the bytes
// with the next sweep. not_found when there is none.
Result<void> remove_document(store::Transaction& transaction, DocumentId id);

}  // namespace dossier::documents
