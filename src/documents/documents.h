#pragma once

#include "async/pool.h"
#include "base/clock.h"
#include "documents/blobs.h"
#include "documents/document.h"
#include "extract/extractor.h"
#include "store/database.h"

#include <filesystem>
#include <string>

namespace dossier::documents {

// How many files a sweep looked at and removed.
struct Swept {
  std::size_t looked_at = 0;
  std::size_t removed = 0;
};

// The documents of one data folder. Thread-safe. Database, extractor, pool and clock outlive it. The way of an upload:
//
//   CO_TRY(auto blob, co_await documents.keep(context, file));           // bytes safe on the disk
//   in one transaction: accept(transaction, blob, name, password), and the desk's jobs.enqueue(...)
//   the job: begin, co_await read, and in the transaction that stores the result: finish
//
// A crash before the transaction leaves a file without a row, which sweep() removes; after it, the job runs again.
class Documents {
 public:
  Documents(store::Database& database, extract::Extractor& extractor, async::Pool& disk, const Clock& clock);

  // ---- coming in ----
  // The first bytes of a file that came in, `bytes_max` or all: formats tell themselves there.
  async::Task<Result<std::string>> beginning(Context context, std::filesystem::path file, std::size_t bytes_max) const;
  // Takes over a file in the data folder whose bytes are synced; it is gone from its place in every case.
  async::Task<Result<KeptBlob>> keep(Context context, std::filesystem::path file) const;
  // `name` may be anything: it is made harmless. `password` is kept until the document was processed; empty is none.
  // Fails with conflict when the blob is gone (it was kept long ago and swept since): keep it again.
  Result<Accepted> accept(store::Transaction& transaction, const KeptBlob& blob, const std::string& name,
                          const std::string& password) const;

  // ---- being processed ----
  // Also for one that was under way when the process died. Fails with not_found when it was removed.
  Result<void> begin(store::Transaction& transaction, DocumentId id) const;
  Result<void> finish(store::Transaction& transaction, DocumentId id, const Outcome& outcome) const;
  // Its pages: from the database when it was read before, else from its file, and then kept. A file of which no page
  // can be read is the error of its end (extract::error_of); one that was read in part says so in the Extraction.
  async::Task<Result<extract::Extraction>> read(Context context, DocumentId id) const;

  // ---- being looked at ----
  static Result<Document> get(store::Session& session, DocumentId id);
  static Result<std::vector<Document>> list(store::Session& session, std::int64_t skip, std::int64_t count);
  // One page that was read, to show where something stands.
  async::Task<Result<reading::Page>> page(Context context, DocumentId id, int number) const;
  // The bytes as they came.
  async::Task<Result<extract::Descriptor>> open_file(Context context, DocumentId id) const;

  // ---- kept for others ----
  // A file that is no document of this room: it is listed nowhere, and stays because `owner` needs it ("case/7"). Fails
  // with conflict when the blob is gone, as accept() does.
  Result<void> hold(store::Transaction& transaction, const KeptBlob& blob, const std::string& owner) const;
  // The bytes as they came. Fails with not_found, or with too_large beyond `bytes_max`.
  async::Task<Result<std::string>> bytes(Context context, store::Hash hash, std::size_t bytes_max) const;

  // ---- going ----
  // Row, words and password go with the transaction; the bytes with the next sweep. not_found when there is none.
  Result<void> remove(store::Transaction& transaction, DocumentId id) const;
  // Removes the files that no document has and nobody holds. Those kept within the last ten minutes stay: their
  // transaction may be on its way. For the start, and from time to time.
  async::Task<Result<Swept>> sweep(Context context) const;

 private:
  struct Source {
    store::Hash hash{};
    std::string password;
  };

  Result<void> require_blob(const store::Hash& hash) const;
  async::Task<Result<extract::Extraction>> extract(Context context, DocumentId id) const;
  async::Task<Result<void>> store_text(Context context, DocumentId id,
                                       std::shared_ptr<const extract::Extraction> extraction) const;

  store::Database& database_;
  extract::Extractor& extractor_;
  async::Pool& disk_;
  const Clock& clock_;
  Blobs blobs_;
};

}  // namespace dossier::documents
