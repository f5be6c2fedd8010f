#include "documents/document_table.h"

#include "documents/stored_page.h"

#include <utility>

namespace dossier::documents {
namespace {

using store::Row;
using store::Session;
using store::Transaction;

constexpr std::string_view kSelect =
    "SELECT id, name, hash, bytes, status, error, page_count, stats, accepted_at, finished_at FROM document ";

Document document_of(const Row& row) {
  Document document;
  document.id = row.get<DocumentId>(0);
  document.name = row.text(1);
  document.hash = store::to_hash(row.blob(2)).value_or(store::Hash{});
  document.bytes = row.integer(3);
  document.status = status_named(row.text(4)).value_or(Status::failed);
  document.error = row.get<std::optional<std::string>>(5);
  document.page_count = row.get<std::optional<int>>(6);
  document.stats = row.text(7);
  document.accepted_at = row.get<WallTime>(8);
  document.finished_at = row.get<std::optional<WallTime>>(9);
  return document;
}

Error no_such_document() {
  return {ErrorCode::not_found, "there is no such document; it may have been removed"};
}

// After an UPDATE that named the states it may start from.
Result<void> changed_one(Transaction& transaction, DocumentId id, std::int64_t changed) {
  if (changed == 1) return {};
  TRY(std::optional<Document> document, DocumentTable::find(transaction, id));
  if (!document) return no_such_document();
  return Error{ErrorCode::conflict,
               "the document is " + std::string(name_of(document->status)) + "; its processing is not under way"};
}

extract::Extraction extraction_of(const Row& row) {
  extract::Extraction extraction;
  extraction.end = extract::end_named(row.text(0)).value_or(extract::End::damaged);
  extraction.message = row.text(1);
  extraction.text.title = row.text(2);
  extraction.text.encrypted = row.integer(3) != 0;
  extraction.repaired = row.integer(4) != 0;
  extraction.pages_total = static_cast<int>(row.integer(5));
  return extraction;
}

}  // namespace

Result<std::optional<Document>> DocumentTable::find(Session& session, DocumentId id) {
  return session.first(std::string(kSelect) + "WHERE id = ?", {id}, document_of);
}

Result<std::optional<Document>> DocumentTable::find(Session& session, const store::Hash& hash) {
  store::Blob blob = store::to_blob(hash);
  return session.first(std::string(kSelect) + "WHERE hash = ?", {blob}, document_of);
}

Result<std::vector<Document>> DocumentTable::list(Session& session, std::int64_t skip, std::int64_t count_max) {
  return session.all(std::string(kSelect) + "ORDER BY id LIMIT ? OFFSET ?", {count_max, skip}, document_of);
}

Result<std::optional<std::string>> DocumentTable::password(Session& session, DocumentId id) {
  TRY(auto found, session.first("SELECT password FROM document WHERE id = ?", {id},
                                [](const Row& row) { return row.get<std::optional<std::string>>(0); }));
  return found.value_or(std::nullopt);
}

Result<DocumentId> DocumentTable::insert(Transaction& transaction, const Document& document,
                                         const std::optional<std::string>& password) {
  store::Blob hash = store::to_blob(document.hash);
  TRY(std::int64_t id, transaction.insert("INSERT INTO document (name, hash, bytes, status, password, accepted_at) "
                                          "VALUES (?, ?, ?, 'pending', ?, ?)",
                                          {document.name, hash, document.bytes, password, document.accepted_at}));
  return DocumentId{id};
}

Result<void> DocumentTable::reset(Transaction& transaction, DocumentId id, const std::optional<std::string>& password) {
  TRY_DO(forget_text(transaction, id));
  TRY_DO(
      transaction.execute("UPDATE document SET status = 'pending', error = NULL, page_count = NULL, stats = '', "
                          "password = ?, finished_at = NULL WHERE id = ?",
                          {password, id}));
  return {};
}

Result<void> DocumentTable::begin(Transaction& transaction, DocumentId id) {
  TRY(std::int64_t changed, transaction.execute("UPDATE document SET status = 'processing' WHERE id = ? AND "
                                                "status IN ('pending', 'processing')",
                                                {id}));
  return changed_one(transaction, id, changed);
}

Result<void> DocumentTable::finish(Transaction& transaction, DocumentId id, const Outcome& outcome, WallTime now) {
  TRY(std::int64_t changed,
      transaction.execute("UPDATE document SET status = ?, error = ?, page_count = ?, stats = ?, finished_at = ?, "
                          "password = NULL WHERE id = ? AND status IN ('pending', 'processing')",
                          {name_of(outcome.status), outcome.error, outcome.page_count, outcome.stats, now, id}));
  return changed_one(transaction, id, changed);
}

Result<bool> DocumentTable::remove(Transaction& transaction, DocumentId id) {
  TRY(std::int64_t removed, transaction.execute("DELETE FROM document WHERE id = ?", {id}));
  return removed == 1;
}

Result<void> DocumentTable::forget_text(Transaction& transaction, DocumentId id) {
  TRY_DO(transaction.execute("DELETE FROM document_text WHERE document = ?", {id}));
  TRY_DO(transaction.execute("DELETE FROM document_page WHERE document = ?", {id}));
  return {};
}

Result<void> DocumentTable::put_page(Transaction& transaction, DocumentId id, int number, const store::Blob& page) {
  TRY_DO(
      transaction.execute("INSERT OR REPLACE INTO document_page (document, number, page) SELECT id, ?, ? FROM document "
                          "WHERE id = ?",
                          {number, page, id}));
  return {};
}

Result<void> DocumentTable::put_text(Transaction& transaction, DocumentId id, const extract::Extraction& extraction) {
  TRY(std::int64_t inserted,
      transaction.execute(
          "INSERT OR REPLACE INTO document_text (document, ending, message, title, encrypted, repaired, "
          "pages_total) SELECT id, ?, ?, ?, ?, ?, ? FROM document WHERE id = ?",
          {name_of(extraction.end), extraction.message, extraction.text.title, extraction.text.encrypted,
           extraction.repaired, extraction.pages_total, id}));
  if (inserted == 0) return no_such_document();
  return {};
}

Result<std::optional<extract::Extraction>> DocumentTable::text(Session& session, DocumentId id) {
  TRY(std::optional<extract::Extraction> extraction,
      session.first(
          "SELECT ending, message, title, encrypted, repaired, pages_total FROM document_text WHERE document = ?", {id},
          extraction_of));
  if (!extraction) return extraction;
  TRY_DO(session.each("SELECT page FROM document_page WHERE document = ? ORDER BY number", {id},
                      [&](const Row& row) -> Result<void> {
                        TRY(reading::Page page, unpack_page(row.blob(0)));
                        extraction->text.pages.push_back(std::move(page));
                        return {};
                      }));
  return extraction;
}

Result<std::optional<reading::Page>> DocumentTable::page(Session& session, DocumentId id, int number) {
  TRY(auto blob, session.first("SELECT page FROM document_page WHERE document = ? AND number = ?", {id, number},
                               [](const Row& row) { return row.blob(0); }));
  if (!blob) return std::optional<reading::Page>();
  TRY(reading::Page page, unpack_page(*blob));
  return std::optional(std::move(page));
}

}  // namespace dossier::documents
