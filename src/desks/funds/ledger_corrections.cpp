#include "desks/funds/ledger_mapping.h"
#include "desks/funds/ledger_store.h"
#include "desks/funds/merging_flags.h"
#include "funds/ledger/merge.h"

#include <cstdlib>
#include <set>

// Rows, by a person: the part of LedgerStore that corrects, removes and enters them.
namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::Columns;
using store::RecordedChange;
using store::Row;
using store::Session;
using store::Transaction;

namespace {

Error no_such_row(TransactionId row) {
  return {ErrorCode::not_found, "there is no such row in this fund", "row " + std::to_string(row.value)};
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

Result<TransactionId> LedgerStore::correct_row(Transaction& transaction, const Context& context, TransactionId row,
                                               const pure::Transaction& corrected, const std::string& why) const {
  TRY_DO(require_storable(corrected));
  TRY(const Recorded old, row_in_force(transaction, row));
  RecordedChange change(transaction, journal_, context, stream_of(old.fund), "ledger.row_corrected");
  TRY(const std::int64_t id, insert_row(change, context, old.fund_reading, old.position, corrected, "person", why));
  TRY_DO(supersede_row(change, transaction, context, old, id, why));
  TRY_DO(change.finish());
  TRY_DO(close_merging_flags(transaction, journal_, context, clock_.wall(), old.fund));
  return TransactionId{id};
}

Result<void> LedgerStore::remove_row(Transaction& transaction, const Context& context, TransactionId row,
                                     const std::string& why) const {
  TRY(const Recorded old, row_in_force(transaction, row));
  RecordedChange change(transaction, journal_, context, stream_of(old.fund), "ledger.row_removed");
  TRY_DO(supersede_row(change, transaction, context, old, std::nullopt, why));
  TRY_DO(change.finish());
  return close_merging_flags(transaction, journal_, context, clock_.wall(), old.fund);
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
