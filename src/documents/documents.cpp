#include "documents/documents.h"

#include "async/run_on.h"
#include "base/limits.h"
#include "documents/document_table.h"
#include "documents/held_blobs.h"
#include "documents/removal.h"
#include "documents/stored_page.h"
#include "net/incoming.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace dossier::documents {
namespace {

using async::Task;
using extract::Extraction;
using store::Session;
using store::Transaction;

Error no_such_document() {
  return {ErrorCode::not_found, "there is no such document; it may have been removed"};
}

// On the writer's thread, where documents are accepted: between the look and the removal none can be. A blob may have
// been kept anew since it was listed, so its age is looked at again.
Result<std::size_t> discard_unused(Transaction& transaction, const Blobs& blobs, const std::vector<store::Hash>& hashes,
                                   WallTime moment) {
  std::size_t removed = 0;
  for (const store::Hash& hash : hashes) {
    TRY(std::optional<Document> document, DocumentTable::find(transaction, hash));
    TRY(const bool held, HeldBlobs::has(transaction, hash));
    if (document || held || !blobs.is_older_than(hash, moment)) continue;
    blobs.remove(hash);
    ++removed;
  }
  return removed;
}

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

Documents::Documents(store::Database& database, extract::Extractor& extractor, async::Pool& disk, const Clock& clock)
    : database_(database), extractor_(extractor), disk_(disk), clock_(clock), blobs_(database.folder()) {}

Task<Result<KeptBlob>> Documents::keep(Context context, std::filesystem::path file) const {
  auto work = [blobs = blobs_, file = std::move(file)](const async::StopToken&) { return blobs.keep(file); };
  Task<Result<KeptBlob>> keeping = async::run_on(disk_, std::move(context), std::move(work));
  Result<KeptBlob> blob = co_await std::move(keeping);
  co_return blob;
}

Task<Result<std::string>> Documents::beginning(Context context, std::filesystem::path file,
                                               std::size_t bytes_max) const {
  auto work = [file = std::move(file), bytes_max](const async::StopToken&) { return beginning_of(file, bytes_max); };
  Task<Result<std::string>> reading = async::run_on(disk_, std::move(context), std::move(work));
  Result<std::string> bytes = co_await std::move(reading);
  co_return bytes;
}

Result<Accepted> Documents::accept(Transaction& transaction, const KeptBlob& blob, const std::string& name,
                                   const std::string& password) const {
  TRY_DO(require_blob(blob.hash));
  TRY(std::optional<Document> known, DocumentTable::find(transaction, blob.hash));
  if (known && known->status != Status::failed) return Accepted{known->id, Acceptance::duplicate};
  if (known) {
    TRY_DO(DocumentTable::reset(transaction, known->id, unless_empty(password)));
    return Accepted{known->id, Acceptance::retried};
  }
  Document document;
  document.name = net::harmless_file_name(name);
  document.hash = blob.hash;
  document.bytes = blob.bytes;
  document.accepted_at = clock_.wall();
  TRY(DocumentId id, DocumentTable::insert(transaction, document, unless_empty(password)));
  return Accepted{id, Acceptance::created};
}

Result<void> Documents::begin(Transaction& transaction, DocumentId id) const {
  return DocumentTable::begin(transaction, id);
}

Result<void> Documents::finish(Transaction& transaction, DocumentId id, const Outcome& outcome) const {
  DOSSIER_CHECK(finished(outcome.status));
  return DocumentTable::finish(transaction, id, outcome, clock_.wall());
}

Task<Result<Extraction>> Documents::read(Context context, DocumentId id) const {
  auto look = [id](Session& session) { return DocumentTable::text(session, id); };
  Task<Result<std::optional<Extraction>>> looking = database_.read(context, look);
  CO_TRY(std::optional<Extraction> stored, co_await std::move(looking));
  if (stored) co_return std::move(*stored);
  Task<Result<Extraction>> extracting = extract(std::move(context), id);
  Result<Extraction> extraction = co_await std::move(extracting);
  co_return extraction;
}

Task<Result<Extraction>> Documents::extract(Context context, DocumentId id) const {
  auto find = [id](Session& session) -> Result<Source> {
    TRY(std::optional<Document> document, DocumentTable::find(session, id));
    if (!document) return no_such_document();
    TRY(std::optional<std::string> password, DocumentTable::password(session, id));
    return Source{document->hash, password.value_or("")};
  };
  Task<Result<Source>> finding = database_.read(context, find);
  CO_TRY(Source source, co_await std::move(finding));
  auto open = [blobs = blobs_, hash = source.hash](const async::StopToken&) { return blobs.open(hash); };
  Task<Result<extract::Descriptor>> opening = async::run_on(disk_, context, open);
  CO_TRY(extract::Descriptor file, co_await std::move(opening));

  Task<Result<Extraction>> reading = extractor_.read_async(context, std::move(file), std::move(source.password));
  CO_TRY(Extraction extraction, co_await std::move(reading));
  bool nothing = extraction.end != extract::End::completed && extraction.text.pages.empty();
  if (nothing) co_return extract::error_of(extraction, "");
  auto shared = std::make_shared<Extraction>(std::move(extraction));
  Task<Result<void>> storing = store_text(std::move(context), id, shared);
  CO_TRY_DO(co_await std::move(storing));
  co_return std::move(*shared);
}

// In several transactions, none of them long; the text counts as stored with the last.
Task<Result<void>> Documents::store_text(Context context, DocumentId id,
                                         std::shared_ptr<const Extraction> extraction) const {
  const std::size_t pages = extraction->text.pages.size();
  for (std::size_t first = 0; first < pages || first == 0; first += limits::kPagesPerWrite) {
    const std::size_t end = std::min(first + limits::kPagesPerWrite, pages);
    auto pack = [extraction, first, end](const async::StopToken&) {
      std::vector<store::Blob> packed;
      for (std::size_t i = first; i < end; ++i) packed.push_back(pack_page(extraction->text.pages[i]));
      return packed;
    };
    Task<Result<std::vector<store::Blob>>> packing = async::run_on(disk_, context, pack);
    CO_TRY(std::vector<store::Blob> packed, co_await std::move(packing));
    auto put = [id, extraction, first, end, pages, packed = std::move(packed)](Transaction& t) -> Result<void> {
      if (first == 0) TRY_DO(DocumentTable::forget_text(t, id));
      for (std::size_t i = first; i < end; ++i) {
        TRY_DO(DocumentTable::put_page(t, id, extraction->text.pages[i].number, packed[i - first]));
      }
      if (end < pages) return {};
      return DocumentTable::put_text(t, id, *extraction);
    };
    Task<Result<void>> putting = database_.write(context, store::Priority::bulk, std::move(put));
    CO_TRY_DO(co_await std::move(putting));
  }
  co_return Result<void>{};
}

Result<Document> Documents::get(Session& session, DocumentId id) {
  TRY(std::optional<Document> document, DocumentTable::find(session, id));
  if (!document) return no_such_document();
  return std::move(*document);
}

Result<std::vector<Document>> Documents::list(Session& session, std::int64_t skip, std::int64_t count) {
  return DocumentTable::list(session, std::max<std::int64_t>(skip, 0),
                             std::clamp<std::int64_t>(count, 0, limits::kDocumentsListedMax));
}

Task<Result<reading::Page>> Documents::page(Context context, DocumentId id, int number) const {
  auto look = [id, number](Session& session) -> Result<reading::Page> {
    TRY(std::optional<reading::Page> page, DocumentTable::page(session, id, number));
    if (!page) return Error{ErrorCode::not_found, "there is no such page, or the document was not read yet"};
    return std::move(*page);
  };
  Task<Result<reading::Page>> looking = database_.read(std::move(context), look);
  Result<reading::Page> page = co_await std::move(looking);
  co_return page;
}

Task<Result<extract::Descriptor>> Documents::open_file(Context context, DocumentId id) const {
  auto find = [id](Session& session) { return get(session, id); };
  Task<Result<Document>> finding = database_.read(context, find);
  CO_TRY(Document document, co_await std::move(finding));
  auto open = [blobs = blobs_, hash = document.hash](const async::StopToken&) { return blobs.open(hash); };
  Task<Result<extract::Descriptor>> opening = async::run_on(disk_, std::move(context), open);
  Result<extract::Descriptor> file = co_await std::move(opening);
  co_return file;
}

// Sweeps remove files on the writer's thread only, where this is asked too: what is here now is here when the row is.
Result<void> Documents::require_blob(const store::Hash& hash) const {
  if (blobs_.holds(hash)) return {};
  return Error{ErrorCode::conflict, "the file was not kept; send it again"};
}

Result<void> Documents::hold(Transaction& transaction, const KeptBlob& blob, const std::string& owner) const {
  TRY_DO(require_blob(blob.hash));
  return HeldBlobs::add(transaction, blob.hash, owner);
}

Task<Result<std::string>> Documents::bytes(Context context, store::Hash hash, std::size_t bytes_max) const {
  auto work = [blobs = blobs_, hash, bytes_max](const async::StopToken&) { return blobs.read(hash, bytes_max); };
  Task<Result<std::string>> reading = async::run_on(disk_, std::move(context), std::move(work));
  Result<std::string> bytes = co_await std::move(reading);
  co_return bytes;
}

Result<void> Documents::remove(Transaction& transaction, DocumentId id) const {
  return remove_document(transaction, id);
}

Result<void> remove_document(Transaction& transaction, DocumentId id) {
  TRY(bool removed, DocumentTable::remove(transaction, id));
  if (!removed) return no_such_document();
  return {};
}

Task<Result<Swept>> Documents::sweep(Context context) const {
  using Hashes = std::vector<store::Hash>;
  const WallTime moment = clock_.wall() - limits::kBlobGraceTime;
  auto list = [blobs = blobs_, moment](const async::StopToken&) { return blobs.older_than(moment); };
  Task<Result<Hashes>> listing = async::run_on(disk_, context, list);
  CO_TRY(Hashes candidates, co_await std::move(listing));
  Swept swept{candidates.size(), 0};
  for (std::size_t first = 0; first < candidates.size(); first += limits::kBlobsPerSweep) {
    const std::size_t end = std::min(first + limits::kBlobsPerSweep, candidates.size());
    Hashes some(candidates.begin() + static_cast<std::ptrdiff_t>(first),
                candidates.begin() + static_cast<std::ptrdiff_t>(end));
    auto discard = [blobs = blobs_, some = std::move(some), moment](Transaction& t) {
      return discard_unused(t, blobs, some, moment);
    };
    Task<Result<std::size_t>> discarding = database_.write(context, store::Priority::bulk, std::move(discard));
    CO_TRY(std::size_t removed, co_await std::move(discarding));
    swept.removed += removed;
  }
  co_return swept;
}

}  // namespace dossier::documents
