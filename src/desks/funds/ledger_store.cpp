#include "desks/funds/ledger_store.h"

#include "desks/funds/ledger_mapping.h"
#include "desks/funds/merging_flags.h"
#include "desks/funds/standing_corrections.h"
#include "funds/ledger/merge.h"

#include <algorithm>

// What documents say: the part of LedgerStore that stores readings and takes them back.
namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::Columns;
using store::RecordedChange;
using store::Row;
using store::Session;
using store::Transaction;

namespace {

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

constexpr std::size_t kRowsComparedMax = 50;  // a report of the same fund repeats its first rows

Result<bool> repeats_a_row(Session& session, FundId fund, const pure::Ledger& ledger) {
  const std::size_t count = std::min(ledger.transactions.size(), kRowsComparedMax);
  for (std::size_t k = 0; k < count; ++k) {
    const pure::Transaction& row = ledger.transactions[k];
    TRY(const std::int64_t known,
        session.number(
            "SELECT count(*) FROM fund_reading f JOIN ledger_row r ON r.fund_reading = f.id WHERE f.fund = ? "
            "AND f.superseded_at IS NULL AND r.kind = ? AND r.date = ? AND r.amount = ?",
            {fund, pure::name_of(row.kind), row.date, row.amount.minor64()}));
    if (known > 0) return true;
  }
  return false;
}

// A document was taken for a fund that has another name now: what a person should know of it, if anything.
Result<std::optional<pure::Flag>> doubt_about(Session& session, const FundNamed& named, const pure::Ledger& ledger,
                                              const std::string& file) {
  TRY(const std::optional<Fund> fund, FundStore::find(session, named.fund));
  if (ledger.name.empty() || pure::same_fund(ledger.name, fund.value().name)) return std::optional<pure::Flag>();
  const std::string taken =
      "The document names the fund \"" + ledger.name + "\" and was taken for \"" + fund->name + "\", ";
  const std::string otherwise = "; if that is wrong, delete it and upload it for its own fund.";
  if (named.by_upload)
    return std::optional(mismatch(file, taken + "because a document of that name was uploaded for it" + otherwise));
  TRY(const bool repeats, repeats_a_row(session, named.fund, ledger));
  if (repeats) return std::optional<pure::Flag>();
  return std::optional(mismatch(file, taken + "which had that name, but repeats none of its rows" + otherwise));
}

}  // namespace

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
  TRY(std::vector<pure::Flag> raised, flag_merged(transaction, context, touched, document));
  std::move(raised.begin(), raised.end(), std::back_inserter(committed.flags));
  return committed;
}

Result<void> LedgerStore::remove_document(Transaction& transaction, const Context& context, DocumentId document) const {
  TRY(const std::set<FundId> touched, supersede_reading(transaction, context, document, "document.removed"));
  TRY_DO(flag_merged(transaction, context, touched, document));
  TRY(const std::optional<std::int64_t> known,
      transaction.first("SELECT id FROM document_link WHERE document = ? AND fund IS NOT NULL", {document}, id_of));
  if (!known) return {};
  RecordedChange change(transaction, journal_, context, stream_of(document), "document.unlinked");
  TRY_DO(change.update("document_link", *known, {{"fund", std::nullopt}}));
  return change.finish();
}

// What these funds' documents raise together, now that this one was read or removed.
Result<std::vector<pure::Flag>> LedgerStore::flag_merged(Transaction& transaction, const Context& context,
                                                           const std::set<FundId>& funds, DocumentId document) const {
  std::vector<pure::Flag> flags;
  for (const FundId fund : funds) {
    TRY(std::vector<pure::Flag> made,
        keep_merging_flags(transaction, journal_, context, clock_.wall(), fund, document));
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
    TRY(const FundNamed named, fund_named_by(transaction, context, document, ledger, reading.file));
    funds.push_back(named.fund);
    TRY(std::optional<pure::Flag> doubt, doubt_about(transaction, named, ledger, reading.file));
    if (doubt) reading.flags.push_back(std::move(*doubt));
  }
  return funds;
}

Result<FundNamed> LedgerStore::fund_named_by(Transaction& transaction, const Context& context, DocumentId document,
                                             const pure::Ledger& ledger, const std::string& file) const {
  // Without a name nothing says that two documents mean one fund: each gets its own, called after the file.
  std::optional<FundNamed> known;
  if (!ledger.name.empty()) {
    TRY(known, FundStore::find_by_name(transaction, ledger.name));
  }
  FundChange facts = facts_of(ledger);
  if (known) {
    TRY_DO(funds_.fill(transaction, context, known->fund, facts, document));
    return *known;
  }
  facts.name = ledger.name.empty() ? file_stem(file) : ledger.name;
  TRY(const FundId made, funds_.create(transaction, context, facts, Origin{document}));
  return FundNamed{made};
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

}  // namespace dossier::desks::funds
