#pragma once

#include "store/hash.h"
#include "store/session.h"

#include <string>

namespace dossier::documents {

// The rows of `blob_hold`, and the only SQL on them: files that are kept for somebody else than a document.
class HeldBlobs {
 public:
  // Once more by the same owner changes nothing.
  static Result<void> add(store::Transaction& transaction, const store::Hash& hash, const std::string& owner);
  static Result<bool> has(store::Session& session, const store::Hash& hash);
};

}  // namespace dossier::documents
