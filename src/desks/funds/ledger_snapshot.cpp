#include "desks/funds/ledger_snapshot.h"

#include "desks/funds/ledger_mapping.h"
#include "funds/ledger/entered_rows.h"
#include "funds/ledger/merge.h"
#include "funds/ledger/unprinted_notices.h"

#include <algorithm>

namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::Row;
using store::Session;

namespace {

std::string text(std::initializer_list<std::string_view> parts) {
  std::string whole;
  for (const std::string_view part : parts) whole += part;
  return whole;
}

// One fund_reading: a ledger as one document gives it, and where that document is.
struct Part {
  std::int64_t id = 0;
  DocumentId document;  // 0: entered by hand
  std::string file;
  WallTime known_since;  // when its document was read first
  pure::Ledger ledger;
};

constexpr const char* kParts =
    "SELECT f.id, coalesce(d.document, 0), coalesce(d.file, ''), f.fund, f.name, f.gp, f.vintage_year, f.currency, "
    "f.as_of, f.signs, f.signs_by_words, f.signs_by_totals, "
    "coalesce((SELECT min(e.recorded_at) FROM document_reading e WHERE e.document = d.document), f.recorded_at) "
    "AS known_since FROM fund_reading f LEFT JOIN document_reading d ON d.id = f.reading "
    "WHERE ";

Part part_of(const Row& row) {
  Part part{row.integer(0), row.get<DocumentId>(1), row.text(2), row.get<WallTime>(12), {}};
  part.ledger.id = row.get<FundId>(3);
  part.ledger.name = row.text(4);
  part.ledger.gp = row.text(5);
  part.ledger.vintage_year = row.get<std::optional<int>>(6);
  part.ledger.currency = Currency::parse(row.text(7)).value_or(Currency());
  part.ledger.as_of = row.get<std::optional<Date>>(8);
  part.ledger.signs = {row.text(9), row.get<bool>(10), row.get<bool>(11)};
  return part;
}

// Rows and figures of one part; `moment` in micros decides which rows are in force.
Result<void> fill(Session& session, Part& part, std::int64_t moment, RowBook& book) {
  static const std::string kLines =
      text({"SELECT ", kLineColumns, " FROM statement_line WHERE fund_reading = ? ORDER BY position"});
  static const std::string kNavs =
      text({"SELECT ", kNavColumns, " FROM nav_point WHERE fund_reading = ? ORDER BY date, id"});
  static const std::string kFigures =
      text({"SELECT ", kFigureColumns, " FROM reported_figure WHERE fund_reading = ? ORDER BY id"});
  pure::Ledger& ledger = part.ledger;
  TRY_DO(book.add_reading(session, part.id, moment));
  ledger.transactions = book.standing(part.id);
  auto line = [&](const Row& row) { return line_of(row, 0, part.file, part.document); };
  TRY(ledger.statement_lines, session.all(kLines, {part.id}, line));
  auto nav = [&](const Row& row) { return nav_of(row, 0, part.file, part.document); };
  TRY(ledger.nav_history, session.all(kNavs, {part.id}, nav));
  return session.each(kFigures, {part.id}, [&](const Row& row) -> Result<void> {
    take_figure(ledger, figure_of(row, 0, part.file, part.document));
    return {};
  });
}

// The fund's own facts stand above those of any document.
void take_fund(pure::Ledger& ledger, const Fund& fund) {
  ledger.id = fund.id;
  ledger.name = fund.name;
  if (fund.gp_name) ledger.gp = *fund.gp_name;
  if (fund.vintage_year) ledger.vintage_year = fund.vintage_year;
}

// What people entered by hand, and how many of `documents` were known then.
std::vector<pure::EnteredRow> entered_rows(const Part& by_hand, const RowBook& book,
                                           const std::vector<const Part*>& documents) {
  std::vector<pure::EnteredRow> entered;
  for (const pure::Transaction& row : by_hand.ledger.transactions) {
    const auto before = book.predecessors(row.id);
    const WallTime since = before.empty() ? book.find(row.id)->recorded_at : before.front()->recorded_at;
    const auto later =
        std::find_if(documents.begin(), documents.end(), [&](const Part* part) { return part->known_since > since; });
    entered.push_back({row, static_cast<std::size_t>(later - documents.begin())});
  }
  return entered;
}

// One ledger per currency, that of the fund first. Parts are in the order they became known.
std::vector<pure::Ledger> merged(std::vector<Part>& parts, const Fund& fund, const RowBook& book) {
  std::vector<pure::DocumentReading> documents;
  for (Part& part : parts) {
    // Merging goes by name; that these belong to one fund was settled when they were stored.
    part.ledger.name = fund.name;
    if (part.document) documents.emplace_back().funds.push_back(part.ledger);
  }
  std::vector<pure::Ledger> ledgers = pure::merge_ledgers(documents);
  if (ledgers.empty()) ledgers.emplace_back().currency = fund.currency;
  std::stable_partition(ledgers.begin(), ledgers.end(),
                        [&](const pure::Ledger& ledger) { return ledger.currency == fund.currency; });
  for (pure::Ledger& ledger : ledgers) take_fund(ledger, fund);
  pure::Ledger& first = ledgers.front();
  std::vector<const Part*> known;
  std::vector<const pure::Ledger*> read;
  for (const Part& part : parts) {
    const bool same = part.ledger.currency == first.currency || !part.ledger.currency.known();
    if (!part.document || !same) continue;
    known.push_back(&part);
    read.push_back(&part.ledger);
  }
  for (const Part& part : parts) {
    if (!part.document) add_entered_rows(first, read, entered_rows(part, book, known));
  }
  note_unprinted(first.transactions, read);
  for (pure::Ledger& ledger : ledgers) {
    std::stable_sort(ledger.transactions.begin(), ledger.transactions.end(),
                     [](const pure::Transaction& a, const pure::Transaction& b) { return a.date < b.date; });
  }
  return ledgers;
}

Result<std::vector<pure::Flag>> flags_of(Session& session, DocumentId document, const std::string& file) {
  static const std::string kQuery =
      text({"SELECT ", kFlagColumns,
            " FROM document_flag WHERE reading = (SELECT id FROM document_reading WHERE document = ? "
            "AND superseded_at IS NULL) AND resolved_at IS NULL ORDER BY position"});
  return session.all(kQuery, {document}, [&](const Row& row) { return flag_of(row, 0, file, document); });
}

pure::ReadingStatus reading_status(const std::string& name) {
  for (const auto status : {pure::ReadingStatus::read, pure::ReadingStatus::partial}) {
    if (pure::name_of(status) == name) return status;
  }
  return pure::ReadingStatus::no_ledger;
}

}  // namespace

Result<LedgerSnapshot> read_snapshot(Session& session, FundId fund, std::optional<WallTime> known_on) {
  static const std::string kQuery = text({kParts,
                                          "f.fund = ?1 AND f.recorded_at <= ?2 AND (f.superseded_at IS NULL OR "
                                          "f.superseded_at > ?2) ORDER BY known_since, f.id"});
  LedgerSnapshot snapshot;
  TRY(std::optional<Fund> found, FundStore::find(session, fund));
  if (!found) return no_such_fund(fund);
  snapshot.fund = std::move(*found);
  const std::int64_t moment = known_on ? store::to_micros(*known_on) : kNow;
  TRY(std::vector<Part> parts, session.all(kQuery, {fund, moment}, part_of));
  for (Part& part : parts) {
    TRY_DO(fill(session, part, moment, snapshot.rows));
    if (!part.document || known_on) continue;
    TRY(std::vector<pure::Flag> flags, flags_of(session, part.document, part.file));
    std::move(flags.begin(), flags.end(), std::back_inserter(snapshot.flags));
  }
  snapshot.ledgers = merged(parts, snapshot.fund, snapshot.rows);
  TRY(snapshot.entered, read_entered_figures(session, fund, moment));
  take_entered_figures(snapshot.ledgers.front(), snapshot.entered);
  return snapshot;
}

Result<std::optional<pure::DocumentReading>> read_document(Session& session, DocumentId document) {
  static const std::string kQuery =
      text({kParts, "d.document = ? AND d.superseded_at IS NULL AND f.superseded_at IS NULL ORDER BY f.position"});
  static const std::string kPortfolio =
      text({"SELECT ", kPortfolioColumns, " FROM portfolio_row WHERE reading = ? ORDER BY position"});
  struct Head {
    std::int64_t id;
    std::string file, status;
  };
  TRY(const std::optional<Head> head,
      session.first("SELECT id, file, status FROM document_reading WHERE document = ? AND superseded_at IS NULL",
                    {document}, [](const Row& row) {
                      return Head{row.integer(0), row.text(1), row.text(2)};
                    }));
  if (!head) return std::optional<pure::DocumentReading>();
  pure::DocumentReading reading;
  reading.file = head->file;
  reading.status = reading_status(head->status);
  TRY(reading.flags, flags_of(session, document, head->file));
  auto portfolio_row = [&](const Row& row) { return portfolio_row_of(row, 0, head->file, document); };
  TRY(reading.portfolio_rows, session.all(kPortfolio, {head->id}, portfolio_row));
  TRY(std::vector<Part> parts, session.all(kQuery, {document}, part_of));
  RowBook book;
  for (Part& part : parts) {
    TRY_DO(fill(session, part, kNow, book));
    reading.funds.push_back(std::move(part.ledger));
  }
  return std::optional(std::move(reading));
}

Result<std::optional<FundId>> fund_of(Session& session, DocumentId document) {
  TRY(const std::optional<std::optional<FundId>> found,
      session.first(
          "SELECT coalesce((SELECT f.fund FROM fund_reading f JOIN document_reading d ON d.id = f.reading "
          "WHERE d.document = ?1 AND d.superseded_at IS NULL AND f.superseded_at IS NULL ORDER BY f.position LIMIT 1), "
          "(SELECT fund FROM document_link WHERE document = ?1))",
          {document}, [](const Row& row) { return row.get<std::optional<FundId>>(0); }));
  return found.value_or(std::nullopt);
}

Result<std::vector<DocumentId>> documents_of(Session& session, FundId fund, std::int64_t skip, std::int64_t limit) {
  // A document that was read belongs to the funds it was read for, whatever it was uploaded for.
  return session.all(
      "SELECT d.document FROM document_reading d JOIN fund_reading f ON f.reading = d.id "
      "WHERE f.fund = ?1 AND d.superseded_at IS NULL AND f.superseded_at IS NULL "
      "UNION SELECT l.document FROM document_link l WHERE l.fund = ?1 AND NOT EXISTS (SELECT 1 FROM document_reading d "
      "JOIN fund_reading f ON f.reading = d.id WHERE d.document = l.document AND d.superseded_at IS NULL "
      "AND f.superseded_at IS NULL) ORDER BY 1 LIMIT ?2 OFFSET ?3",
      {fund, std::max<std::int64_t>(limit, 0), std::max<std::int64_t>(skip, 0)},
      [](const Row& row) { return row.get<DocumentId>(0); });
}

Result<RowPage> read_rows(Session& session, FundId fund, pure::RowKind kind, std::int64_t skip, std::int64_t limit) {
  TRY(LedgerSnapshot snapshot, read_snapshot(session, fund));
  RowPage page;
  page.minor_digits = snapshot.ledger().currency.minor_digits();
  for (const pure::Transaction& row : snapshot.ledger().transactions) {
    if (row.kind != kind) continue;
    const std::int64_t index = page.total++;
    if (index < skip || index - std::max<std::int64_t>(skip, 0) >= limit) continue;
    page.items.push_back({row, snapshot.rows.find(row.id)->recorded_at});
  }
  return page;
}

}  // namespace dossier::desks::funds
