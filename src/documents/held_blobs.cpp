#include "documents/held_blobs.h"

namespace dossier::documents {

Result<void> HeldBlobs::add(store::Transaction& transaction, const store::Hash& hash, const std::string& owner) {
  TRY_DO(transaction.execute("INSERT INTO blob_hold (hash, owner) VALUES (?, ?) ON CONFLICT DO NOTHING",
                             {store::to_blob(hash), owner}));
  return {};
}

Result<bool> HeldBlobs::has(store::Session& session, const store::Hash& hash) {
  TRY(const std::int64_t held,
      session.number("SELECT EXISTS (SELECT 1 FROM blob_hold WHERE hash = ?)", {store::to_blob(hash)}));
  return held != 0;
}

}  // namespace dossier::documents
