#pragma once

#include "documents/document.h"
#include "extract/extraction.h"
#include "store/session.h"

#include <string>
#include <vector>

namespace dossier::documents {

// The rows of `document`, `document_text` and `document_page`, and the only SQL on them. No state of its own.
class DocumentTable {
 public:
  static Result<std::optional<Document>> find(store::Session& session, DocumentId id);
  static Result<std::optional<Document>> find(store::Session& session, const store::Hash& hash);
  static Result<std::vector<Document>> list(store::Session& session, std::int64_t skip, std::int64_t count_max);
  // Kept only until the document was processed.
  static Result<std::optional<std::string>> password(store::Session& session, DocumentId id);

  static Result<DocumentId> insert(store::Transaction& transaction, const Document& document,
                                   const std::optional<std::string>& password);
  // Pending again, as if it had just come.
  static Result<void> reset(store::Transaction& transaction, DocumentId id, const std::optional<std::string>& password);
  // These two fail with not_found when the document is gone, conflict when its status does not allow it.
  static Result<void> begin(store::Transaction& transaction, DocumentId id);
  static Result<void> finish(store::Transaction& transaction, DocumentId id, const Outcome& outcome, WallTime now);
  // False when there was none.
  static Result<bool> remove(store::Transaction& transaction, DocumentId id);

  // The text is there once put_text has been committed; put_pages before it, in as many transactions as it takes.
  static Result<void> forget_text(store::Transaction& transaction, DocumentId id);
  static Result<void> put_page(store::Transaction& transaction, DocumentId id, int number, const store::Blob& page);
  static Result<void> put_text(store::Transaction& transaction, DocumentId id, const extract::Extraction& extraction);
  // All that was read, with its pages; nothing when it was not read yet.
  static Result<std::optional<extract::Extraction>> text(store::Session& session, DocumentId id);
  static Result<std::optional<reading::Page>> page(store::Session& session, DocumentId id, int number);
};

}  // namespace dossier::documents
