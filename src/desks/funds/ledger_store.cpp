#include "desks/funds/ledger_store.h"

#include "desks/funds/ledger_mapping.h"
#include "desks/funds/restated_flags.h"
#include "desks/funds/standing_corrections.h"
#include "funds/merge.h"

#include <cstdlib>
#include <set>

namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::Columns;
using store::RecordedChange;
using store::Row;
using store::Session;
using store::Transaction;

namespace {

std::int64_t id_of(const Row& row) {
  return row.integer(0);
}

Columns with(Columns columns, std::initializer_list<store::Column> more) {
  columns.insert(columns.end(), more);
  return columns;
}

std::string file_stem(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  const std::string stem = dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
  return stem.empty() ? "Fund without a name" : stem;
}

FundChange facts_of(const pure::Ledger& ledger) {
  FundChange facts;
  if (!ledger.gp.empty()) facts.gp_name = ledger.gp;
  if (ledger.vintage_year) facts.vintage_year = ledger.vintage_year;
  if (ledger.currency.known()) facts.currency = std::string(ledger.currency.code());
  return facts;
}

pure::Flag mismatch(const std::string& file, std::string message) {
  return {pure::FlagCode::fund_mismatch, std::move(message), {.file = file, .page = 1}};
}

Error no_such_row(TransactionId row) {
  return {ErrorCode::not_found, "there is no such row in this fund", "row " + std::to_string(row.value)};
}

Result<void> require_fund(Session& session, FundId fund) {
  TRY(const std::optional<Fund> found, FundStore::find(session, fund));
  if (found) return {};
  return Error{ErrorCode::not_found, "Fund not found", "fund " + std::to_string(fund.value)};
}

}  // namespace

// A row in force with what is needed to find its twins.
struct LedgerStore::Recorded {
  std::int64_t id = 0, fund_reading = 0;
  int position = 0;
  FundId fund;
  std::string kind, status;
  Date date;
  std::int64_t amount = 0;
  bool by_hand = false;  // stands in no document
  std::int64_t recorded_at = 0;

  // The columns to make one of.
  static constexpr const char* kColumns =
      "SELECT r.id, r.fund_reading, r.position, f.fund, r.kind, r.status, r.date, r.amount, "
      "f.reading IS NULL, r.recorded_at FROM ledger_row r "
      "JOIN fund_reading f ON f.id = r.fund_reading ";
  static Recorded of(const Row& row) {
    return {row.integer(0), row.integer(1), row.get<int>(2), row.get<FundId>(3), row.text(4),
            row.text(5),    row.date(6),    row.integer(7),  row.get<bool>(8),   row.integer(9)};
  }
  // Whether funds::merge_ledgers makes one row of the two.
  bool twin_of(const Recorded& other) const {
    if (kind != other.kind || amount != other.amount) return false;
    return date == other.date || (status != other.status && std::abs(date - other.date) <= pure::kNoticeDaysApart);
  }
};

// ---- documents ----

Result<void> LedgerStore::link(Transaction& transaction, const Context& context, DocumentId document,
                               std::optional<FundId> fund) const {
  if (fund) {
    TRY(const std::optional<Fund> found, FundStore::find(transaction, *fund));
    if (!found) return Error{ErrorCode::not_found, "Fund not found", "fund_id"};
  }
  TRY(const std::optional<std::int64_t> known,
      transaction.first("SELECT id FROM document_link WHERE document = ?", {document}, id_of));
  RecordedChange change(transaction, journal_, context, stream_of(document), "document.linked");
  if (known) {
    TRY_DO(change.update("document_link", *known, {{"fund", fund}}));
  } else {
    TRY_DO(change.insert("document_link", {{"document", document}, {"fund", fund}, {"linked_at", clock_.wall()}}));
  }
  return change.finish();
}

Result<CommittedReading> LedgerStore::commit_reading(Transaction& transaction, const Context& context,
                                                     DocumentId document, pure::DocumentReading reading) const {
  TRY_DO(require_storable(reading));
  TRY(std::set<FundId> touched, supersede_reading(transaction, context, document, "document.read_again"));
  CommittedReading committed;
  TRY(committed.funds, funds_for(transaction, context, document, reading));
  RecordedChange change(transaction, journal_, context, stream_of(document), "document.read");
  TRY(const std::int64_t id, change.insert("document_reading", {{"document", document},
                                                                {"file", reading.file},
                                                                {"status", pure::name_of(reading.status)},
                                                                {"recorded_at", clock_.wall()}}));
  int position = 0;
  for (const pure::Flag& flag : reading.flags) {
    TRY_DO(change.insert("document_flag", with(columns_of(flag), {{"reading", id}, {"position", position++}})));
  }
  position = 0;
  for (const pure::PortfolioRow& row : reading.portfolio_rows) {
    TRY_DO(change.insert("portfolio_row", with(columns_of(row), {{"reading", id}, {"position", position++}})));
  }
  TRY_DO(change.finish());
  RecordedChange flagging(transaction, journal_, context, stream_of(document), "document.flagged");
  for (std::size_t i = 0; i < reading.funds.size(); ++i) {
    const pure::Ledger& ledger = reading.funds[i];
    TRY(std::vector<pure::Flag> flags,
        insert_ledger(transaction, context, id, static_cast<int>(i), committed.funds[i], ledger));
    for (pure::Flag& flag : flags) {
      const auto at = static_cast<int>(reading.flags.size());
      TRY_DO(flagging.insert("document_flag", with(columns_of(flag), {{"reading", id}, {"position", at}})));
      reading.flags.push_back(std::move(flag));
    }
    for (const pure::Transaction& row : ledger.transactions) {
      if (row.kind == pure::RowKind::capital_call) ++committed.capital_calls;
      if (row.kind == pure::RowKind::distribution) ++committed.distributions;
      if (row.kind == pure::RowKind::adjustment) ++committed.adjustments;
    }
  }
  TRY_DO(flagging.finish());
  committed.flags = std::move(reading.flags);
  touched.insert(committed.funds.begin(), committed.funds.end());
  TRY(std::vector<pure::Flag> restated, flag_restated(transaction, context, touched, document));
  std::move(restated.begin(), restated.end(), std::back_inserter(committed.flags));
  return committed;
}

Result<void> LedgerStore::remove_document(Transaction& transaction, const Context& context, DocumentId document) const {
  TRY(const std::set<FundId> touched, supersede_reading(transaction, context, document, "document.removed"));
  TRY_DO(flag_restated(transaction, context, touched, document));
  TRY(const std::optional<std::int64_t> known,
      transaction.first("SELECT id FROM document_link WHERE document = ? AND fund IS NOT NULL", {document}, id_of));
  if (!known) return {};
  RecordedChange change(transaction, journal_, context, stream_of(document), "document.unlinked");
  TRY_DO(change.update("document_link", *known, {{"fund", std::nullopt}}));
  return change.finish();
}

// What the other documents of these funds print differently, now that this one was read or removed.
Result<std::vector<pure::Flag>> LedgerStore::flag_restated(Transaction& transaction, const Context& context,
                                                           const std::set<FundId>& funds, DocumentId document) const {
  std::vector<pure::Flag> flags;
  for (const FundId fund : funds) {
    TRY(std::vector<pure::Flag> made,
        keep_restated_flags(transaction, journal_, context, clock_.wall(), fund, document));
    std::move(made.begin(), made.end(), std::back_inserter(flags));
  }
  return flags;
}

// Gives the funds whose ledgers it was part of.
Result<std::set<FundId>> LedgerStore::supersede_reading(Transaction& transaction, const Context& context,
                                                        DocumentId document, const char* kind) const {
  TRY(const std::optional<std::int64_t> reading,
      transaction.first("SELECT id FROM document_reading WHERE document = ? AND superseded_at IS NULL", {document},
                        id_of));
  std::set<FundId> funds;
  if (!reading) return funds;
  struct Part {
    std::int64_t id;
    FundId fund;
  };
  TRY(const std::vector<Part> parts,
      transaction.all("SELECT id, fund FROM fund_reading WHERE reading = ? AND superseded_at IS NULL ORDER BY position",
                      {*reading}, [](const Row& row) {
                        return Part{row.integer(0), row.get<FundId>(1)};
                      }));
  const WallTime now = clock_.wall();
  RecordedChange change(transaction, journal_, context, stream_of(document), kind);
  TRY_DO(change.update("document_reading", *reading, {{"superseded_at", now}}));
  TRY_DO(change.finish());
  for (const Part& part : parts) {
    RecordedChange of_fund(transaction, journal_, context, stream_of(part.fund), "ledger.superseded");
    TRY_DO(of_fund.update("fund_reading", part.id, {{"superseded_at", now}}));
    TRY_DO(of_fund.finish());
    funds.insert(part.fund);
  }
  return funds;
}

Result<std::vector<FundId>> LedgerStore::funds_for(Transaction& transaction, const Context& context,
                                                   DocumentId document, pure::DocumentReading& reading) const {
  TRY(const std::optional<FundId> wanted,
      transaction.first("SELECT fund FROM document_link WHERE document = ? AND fund IS NOT NULL", {document},
                        [](const Row& row) { return row.get<FundId>(0); }));
  std::optional<Fund> given;
  if (wanted) {
    TRY(given, FundStore::find(transaction, *wanted));
  }
  std::vector<FundId> funds;
  if (given && reading.funds.size() == 1) {
    const pure::Ledger& only = reading.funds.front();
    if (!only.name.empty() && !pure::same_fund(only.name, given->name)) {
      reading.flags.push_back(mismatch(reading.file, "The document names the fund \"" + only.name +
                                                         "\" but was uploaded for \"" + given->name +
                                                         "\"; if that is wrong, delete it and upload it again."));
    }
    TRY_DO(funds_.fill(transaction, context, given->id, facts_of(only), document));
    funds.push_back(given->id);
    return funds;
  }
  if (given && reading.funds.size() > 1) {
    reading.flags.push_back(
        mismatch(reading.file,
                 "The document holds several funds; each went to the fund it names, not to \"" + given->name + "\"."));
  }
  for (const pure::Ledger& ledger : reading.funds) {
    TRY(const FundId fund, fund_named_by(transaction, context, document, ledger, reading.file));
    funds.push_back(fund);
  }
  return funds;
}

Result<FundId> LedgerStore::fund_named_by(Transaction& transaction, const Context& context, DocumentId document,
                                          const pure::Ledger& ledger, const std::string& file) const {
  // Without a name nothing says that two documents mean one fund: each gets its own, called after the file.
  std::optional<FundId> known;
  if (!ledger.name.empty()) {
    TRY(known, FundStore::find_by_name(transaction, ledger.name));
  }
  FundChange facts = facts_of(ledger);
  if (known) {
    TRY_DO(funds_.fill(transaction, context, *known, facts, document));
    return *known;
  }
  facts.name = ledger.name.empty() ? file_stem(file) : ledger.name;
  return funds_.create(transaction, context, facts, Origin{document});
}

Result<std::vector<pure::Flag>> LedgerStore::insert_ledger(Transaction& transaction, const Context& context,
                                                           std::int64_t reading, int position, FundId fund,
                                                           const pure::Ledger& ledger) const {
  RecordedChange change(transaction, journal_, context, stream_of(fund), "ledger.read");
  TRY(const std::int64_t id, change.insert("fund_reading", {{"reading", reading},
                                                            {"fund", fund},
                                                            {"position", position},
                                                            {"name", ledger.name},
                                                            {"gp", ledger.gp},
                                                            {"vintage_year", ledger.vintage_year},
                                                            {"currency", ledger.currency.code()},
                                                            {"as_of", ledger.as_of},
                                                            {"signs", ledger.signs.statement},
                                                            {"signs_by_words", ledger.signs.settled_by_words},
                                                            {"signs_by_totals", ledger.signs.settled_by_totals},
                                                            {"recorded_at", clock_.wall()}}));
  int place = 0;
  std::vector<std::int64_t> rows;
  for (const pure::Transaction& row : ledger.transactions) {
    TRY(const std::int64_t made, insert_row(change, context, id, place++, row, "document"));
    rows.push_back(made);
  }
  TRY(std::vector<pure::Flag> flags, apply_corrections(change, transaction, fund, id, ledger, rows));
  place = 0;
  for (const pure::StatementLine& line : ledger.statement_lines) {
    TRY_DO(change.insert("statement_line", with(columns_of(line), {{"fund_reading", id}, {"position", place++}})));
  }
  for (const pure::DatedNav& nav : ledger.nav_history) {
    TRY_DO(change.insert("nav_point", with(columns_of(nav), {{"fund_reading", id}})));
  }
  for (const NamedFigure& figure : figures_of(ledger)) {
    TRY_DO(change.insert("reported_figure", with(columns_of(figure), {{"fund_reading", id}})));
  }
  TRY_DO(change.finish());
  return flags;
}

// What people said before holds against a document that comes later.
Result<std::vector<pure::Flag>> LedgerStore::apply_corrections(RecordedChange& change, Session& session, FundId fund,
                                                               std::int64_t fund_reading, const pure::Ledger& ledger,
                                                               const std::vector<std::int64_t>& rows) const {
  TRY(std::vector<Repeated> repeats, repeated_rows(session, fund, fund_reading, ledger.transactions, ledger.currency));
  TRY(std::vector<pure::Flag> flags, differing_figures(session, fund, ledger));
  for (Repeated& repeat : repeats) {
    TRY_DO(change.update("ledger_row", rows[repeat.row],
                         {{"superseded_at", clock_.wall()},
                          {"superseded_by", repeat.by},
                          {"superseded_who", repeat.who},
                          {"superseded_why", repeat.why}}));
    if (!repeat.says_the_same) flags.push_back(std::move(repeat.flag));
  }
  return flags;
}

Result<std::int64_t> LedgerStore::insert_row(RecordedChange& change, const Context& context, std::int64_t fund_reading,
                                             int position, const pure::Transaction& row, const char* origin,
                                             const std::string& why) const {
  return change.insert("ledger_row", with(columns_of(row), {{"fund_reading", fund_reading},
                                                            {"position", position},
                                                            {"origin", origin},
                                                            {"reason", why},
                                                            {"recorded_by", context.principal},
                                                            {"recorded_at", clock_.wall()}}));
}

// ---- rows, by a person ----

Result<TransactionId> LedgerStore::correct_row(Transaction& transaction, const Context& context, TransactionId row,
                                               const pure::Transaction& corrected, const std::string& why) const {
  TRY_DO(require_storable(corrected));
  TRY(const Recorded old, row_in_force(transaction, row));
  RecordedChange change(transaction, journal_, context, stream_of(old.fund), "ledger.row_corrected");
  TRY(const std::int64_t id, insert_row(change, context, old.fund_reading, old.position, corrected, "person", why));
  TRY_DO(supersede_row(change, transaction, context, old, id, why));
  TRY_DO(change.finish());
  return TransactionId{id};
}

Result<void> LedgerStore::remove_row(Transaction& transaction, const Context& context, TransactionId row,
                                     const std::string& why) const {
  TRY(const Recorded old, row_in_force(transaction, row));
  RecordedChange change(transaction, journal_, context, stream_of(old.fund), "ledger.row_removed");
  TRY_DO(supersede_row(change, transaction, context, old, std::nullopt, why));
  return change.finish();
}

Result<TransactionId> LedgerStore::add_row(Transaction& transaction, const Context& context, FundId fund,
                                           const pure::Transaction& row, const std::string& why) const {
  TRY_DO(require_storable(row));
  TRY_DO(require_fund(transaction, fund));
  RecordedChange change(transaction, journal_, context, stream_of(fund), "ledger.row_added");
  TRY(const std::int64_t reading, hand_reading(transaction, change, fund));
  TRY(const std::int64_t position,
      transaction.number("SELECT count(*) FROM ledger_row WHERE fund_reading = ?", {reading}));
  TRY(const std::int64_t id, insert_row(change, context, reading, static_cast<int>(position), row, "person", why));
  TRY_DO(change.finish());
  return TransactionId{id};
}

Result<pure::Transaction> LedgerStore::row_to_change(Session& session, FundId fund, TransactionId row) const {
  TRY_DO(require_fund(session, fund));
  TRY(const Recorded found, row_in_force(session, row));
  if (found.fund != fund) return no_such_row(row);
  const std::string query = std::string("SELECT coalesce(d.document, 0), coalesce(d.file, ''), ") + kRowColumns +
                            " FROM ledger_row r JOIN fund_reading f ON f.id = r.fund_reading LEFT JOIN "
                            "document_reading d ON d.id = f.reading WHERE r.id = ?";
  TRY(std::optional<pure::Transaction> read,
      session.first(query, {row}, [](const Row& r) { return transaction_of(r, 2, r.text(1), r.get<DocumentId>(0)); }));
  return std::move(read).value();
}

// A correction stands as long as any document holds what it corrects, even when its own document is gone.
Result<LedgerStore::Recorded> LedgerStore::row_in_force(Session& session, TransactionId row) const {
  static const std::string kQuery =
      std::string(
          "WITH RECURSIVE stands(id) AS (SELECT ?1 UNION SELECT o.id FROM ledger_row o JOIN stands ON o.superseded_by "
          "= "
          "stands.id) ") +
      Recorded::kColumns +
      "WHERE r.id = ?1 AND r.superseded_at IS NULL AND EXISTS (SELECT 1 FROM stands JOIN ledger_row o ON o.id = "
      "stands.id JOIN fund_reading g ON g.id = o.fund_reading WHERE g.superseded_at IS NULL)";
  TRY(std::optional<Recorded> found, session.first(kQuery, {row}, Recorded::of));
  if (found) return std::move(*found);
  struct Gone {
    std::optional<std::int64_t> by;
  };
  TRY(const std::optional<Gone> gone,
      session.first("SELECT superseded_by FROM ledger_row WHERE id = ?", {row},
                    [](const Row& r) { return Gone{r.get<std::optional<std::int64_t>>(0)}; }));
  if (!gone) return no_such_row(row);
  const std::string now = gone->by ? "row " + std::to_string(*gone->by) + " stands in its place" : "nothing does";
  return Error{ErrorCode::conflict, "the row was corrected or removed meanwhile: " + now + "; look at the ledger again",
               "row"};
}

// The rows of documents that mean the same event end with it, one in each document: a second one there is another
// event of the same amount. For a row entered by hand only documents that came later can mean it.
Result<void> LedgerStore::supersede_row(RecordedChange& change, Session& session, const Context& context,
                                        const Recorded& row, std::optional<std::int64_t> by,
                                        const std::string& why) const {
  static const std::string kQuery =
      std::string(Recorded::kColumns) +
      "WHERE f.fund = ? AND r.fund_reading <> ? AND r.kind = ? AND r.amount = ? AND f.reading IS NOT NULL AND "
      "f.recorded_at >= ? AND r.superseded_at IS NULL AND f.superseded_at IS NULL "
      "ORDER BY r.fund_reading, r.position, r.id";
  const Columns end = {{"superseded_at", clock_.wall()},
                       {"superseded_by", by},
                       {"superseded_who", context.principal},
                       {"superseded_why", why}};
  TRY_DO(change.update("ledger_row", row.id, end));
  TRY(const std::vector<Recorded> likely,
      session.all(kQuery, {row.fund, row.fund_reading, row.kind, row.amount, row.by_hand ? row.recorded_at : 0},
                  Recorded::of));
  std::set<std::int64_t> done;
  for (const Recorded& twin : likely) {
    if (twin.twin_of(row) && done.insert(twin.fund_reading).second) TRY_DO(change.update("ledger_row", twin.id, end));
  }
  return {};
}

Result<std::int64_t> LedgerStore::hand_reading(Transaction& transaction, RecordedChange& change, FundId fund) const {
  TRY(const std::optional<std::int64_t> known,
      transaction.first("SELECT id FROM fund_reading WHERE fund = ? AND reading IS NULL AND superseded_at IS NULL",
                        {fund}, id_of));
  if (known) return *known;
  return change.insert("fund_reading", {{"fund", fund},
                                        {"position", 0},
                                        {"name", ""},
                                        {"gp", ""},
                                        {"currency", ""},
                                        {"signs", ""},
                                        {"signs_by_words", false},
                                        {"signs_by_totals", false},
                                        {"recorded_at", clock_.wall()}});
}

}  // namespace dossier::desks::funds
