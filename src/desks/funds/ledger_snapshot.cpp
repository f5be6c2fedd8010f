#include "desks/funds/ledger_snapshot.h"

#include "desks/funds/ledger_mapping.h"
#include "funds/merge.h"

#include <algorithm>

namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::Row;
using store::Session;

namespace {

// The moment of "now" among recorded moments: later than all.
constexpr std::int64_t kNow = std::numeric_limits<std::int64_t>::max();

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
  pure::Ledger ledger;
};

constexpr const char* kParts =
    "SELECT f.id, coalesce(d.document, 0), coalesce(d.file, ''), f.fund, f.name, f.gp, f.vintage_year, f.currency, "
    "f.as_of, "
    "f.signs, f.signs_by_words, f.signs_by_totals FROM fund_reading f LEFT JOIN document_reading d ON d.id = f.reading "
    "WHERE ";

Part part_of(const Row& row) {
  Part part{row.integer(0), row.get<DocumentId>(1), row.text(2), {}};
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
Result<void> fill(Session& session, Part& part, std::int64_t moment, std::map<TransactionId, WallTime>* recorded_at) {
  static const std::string kRows =
      text({"SELECT r.recorded_at, ", kRowColumns,
            " FROM ledger_row r WHERE r.fund_reading = ?1 AND r.recorded_at <= ?2 AND "
            "(r.superseded_at IS NULL OR r.superseded_at > ?2) ORDER BY r.position, r.id"});
  static const std::string kLines =
      text({"SELECT ", kLineColumns, " FROM statement_line WHERE fund_reading = ? ORDER BY position"});
  static const std::string kNavs =
      text({"SELECT ", kNavColumns, " FROM nav_point WHERE fund_reading = ? ORDER BY date, id"});
  static const std::string kFigures =
      text({"SELECT ", kFigureColumns, " FROM reported_figure WHERE fund_reading = ? ORDER BY id"});
  pure::Ledger& ledger = part.ledger;
  TRY_DO(session.each(kRows, {part.id, moment}, [&](const Row& row) -> Result<void> {
    ledger.transactions.push_back(transaction_of(row, 1, part.file, part.document));
    if (recorded_at != nullptr) recorded_at->emplace(ledger.transactions.back().id, row.get<WallTime>(0));
    return {};
  }));
  auto line = [&](const Row& row) { return line_of(row, 0, part.file, part.document); };
  TRY(ledger.statement_lines, session.all(kLines, {part.id}, line));
  auto nav = [&](const Row& row) { return nav_of(row, 0, part.file, part.document); };
  TRY(ledger.nav_history, session.all(kNavs, {part.id}, nav));
  return session.each(kFigures, {part.id}, [&](const Row& row) -> Result<void> {
    take_figure(ledger, figure_of(row, 0, part.file, part.document));
    return {};
  });
}

void by_date(std::vector<pure::Transaction>& rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const pure::Transaction& a, const pure::Transaction& b) { return a.date < b.date; });
}

// The fund's own facts stand above those of any document.
void take_fund(pure::Ledger& ledger, const Fund& fund) {
  ledger.id = fund.id;
  ledger.name = fund.name;
  if (fund.gp_name) ledger.gp = *fund.gp_name;
  if (fund.vintage_year) ledger.vintage_year = fund.vintage_year;
}

std::vector<pure::Ledger> merged(std::vector<Part> parts, const Fund& fund) {
  std::vector<pure::DocumentReading> documents;
  std::vector<pure::Transaction> by_hand;
  for (Part& part : parts) {
    if (!part.document) {
      std::move(part.ledger.transactions.begin(), part.ledger.transactions.end(), std::back_inserter(by_hand));
      continue;
    }
    // Merging goes by name; that these belong to one fund was settled when they were stored.
    part.ledger.name = fund.name;
    documents.emplace_back().funds.push_back(std::move(part.ledger));
  }
  std::vector<pure::Ledger> ledgers = pure::merge_ledgers(documents);
  if (ledgers.empty()) ledgers.emplace_back().currency = fund.currency;
  std::stable_partition(ledgers.begin(), ledgers.end(),
                        [&](const pure::Ledger& ledger) { return ledger.currency == fund.currency; });
  for (pure::Ledger& ledger : ledgers) take_fund(ledger, fund);
  std::vector<pure::Transaction>& rows = ledgers.front().transactions;
  rows.insert(rows.end(), by_hand.begin(), by_hand.end());
  by_date(rows);
  return ledgers;
}

Result<std::vector<pure::Flag>> flags_of(Session& session, DocumentId document, const std::string& file) {
  static const std::string kQuery =
      text({"SELECT ", kFlagColumns,
            " FROM document_flag WHERE reading = (SELECT id FROM document_reading WHERE document = ? "
            "AND superseded_at IS NULL) ORDER BY position"});
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
                                          "f.superseded_at > ?2) ORDER BY f.id"});
  LedgerSnapshot snapshot;
  TRY(std::optional<Fund> found, FundStore::find(session, fund));
  if (!found) return Error{ErrorCode::not_found, "Fund not found", "fund " + std::to_string(fund.value)};
  snapshot.fund = std::move(*found);
  const std::int64_t moment = known_on ? store::to_micros(*known_on) : kNow;
  TRY(std::vector<Part> parts, session.all(kQuery, {fund, moment}, part_of));
  for (Part& part : parts) {
    TRY_DO(fill(session, part, moment, &snapshot.recorded_at));
    if (!part.document || known_on) continue;
    TRY(std::vector<pure::Flag> flags, flags_of(session, part.document, part.file));
    std::move(flags.begin(), flags.end(), std::back_inserter(snapshot.flags));
  }
  snapshot.ledgers = merged(std::move(parts), snapshot.fund);
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
  for (Part& part : parts) {
    TRY_DO(fill(session, part, kNow, nullptr));
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
    page.items.push_back({row, snapshot.recorded_at[row.id]});
  }
  return page;
}

}  // namespace dossier::desks::funds
