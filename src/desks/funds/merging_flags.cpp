#include "desks/funds/merging_flags.h"

#include "desks/funds/ledger_snapshot.h"
#include "funds/ledger/restating.h"
#include "funds/ledger/unprinted_notices.h"

#include <algorithm>

namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::RecordedChange;
using store::Row;
using store::Session;
using store::Transaction;

namespace {

// Why a flag was resolved that holds no longer.
const char* holds_no_longer(pure::FlagCode code) {
  return code == pure::FlagCode::restated ? "the documents no longer print it differently"
                                          : "it is announced no longer, or a statement prints it";
}

// Such a flag as it is kept.
struct Kept {
  std::int64_t id = 0;
  DocumentId document;
  pure::Flag flag;
  bool open = false, outdated = false;  // outdated: resolved because it held no longer

  bool says(const pure::Flag& other) const {
    return !outdated && document == other.place.document && flag.message == other.message &&
           flag.place.page == other.place.page && flag.place.box == other.place.box;
  }
};

// A flag as the documents raise it now.
struct Raised {
  pure::Flag flag;
  bool by_person = false;  // what a person said counts
};

Result<std::vector<Kept>> kept_flags(Session& session, FundId fund) {
  static const std::string kQuery =
      std::string("SELECT g.id, d.document, d.file, g.resolved_at IS NULL, g.outdated, ") + kFlagColumns +
      " FROM document_flag g JOIN document_reading d ON d.id = g.reading WHERE g.fund = ?1 AND d.superseded_at IS NULL "
      "ORDER BY g.id";
  return session.all(kQuery, {fund}, [](const Row& row) {
    const auto document = row.get<DocumentId>(1);
    return Kept{row.integer(0), document, flag_of(row, 5, row.text(2), document), row.get<bool>(3), row.get<bool>(4)};
  });
}

// What the fund's documents raise together. Without a second one there is nothing to compare.
Result<std::vector<Raised>> raised_in(Session& session, FundId fund) {
  std::vector<Raised> made;
  TRY(const std::vector<DocumentId> documents, documents_of(session, fund, 0, 2));
  TRY(const std::optional<Fund> stands, FundStore::find(session, fund));
  if (!stands || documents.size() < 2) return made;
  TRY(const LedgerSnapshot snapshot, read_snapshot(session, fund));
  for (const pure::Ledger& ledger : snapshot.ledgers) {
    for (pure::Flag& flag : unprinted_flags(ledger)) made.push_back({std::move(flag)});
    for (const pure::Restatement& restatement : ledger.restatements)
      made.push_back({flag_of(restatement), restatement.by_person});
  }
  return made;
}

Result<void> insert(Transaction& transaction, RecordedChange& change, FundId fund, const pure::Flag& flag) {
  TRY(const std::optional<std::int64_t> reading,
      transaction.first("SELECT id FROM document_reading WHERE document = ? AND superseded_at IS NULL",
                        {flag.place.document}, [](const Row& row) { return row.integer(0); }));
  if (!reading) return {};
  TRY(const std::int64_t position,
      transaction.number("SELECT count(*) FROM document_flag WHERE reading = ?", {*reading}));
  store::Columns columns = columns_of(flag);
  columns.insert(columns.end(), {{"reading", *reading}, {"position", position}, {"fund", fund}});
  TRY_DO(change.insert("document_flag", columns));
  return {};
}

// Resolves what is open and holds no longer.
Result<void> close(RecordedChange& change, const Context& context, WallTime now, const std::vector<Kept>& kept,
                   const std::vector<Raised>& raised) {
  for (const Kept& known : kept) {
    const bool holds = std::any_of(raised.begin(), raised.end(), [&](const Raised& r) { return known.says(r.flag); });
    if (!known.open || holds) continue;
    TRY_DO(change.update("document_flag", known.id,
                         {{"resolved_at", now},
                          {"resolved_by", context.principal},
                          {"resolution", holds_no_longer(known.flag.code)},
                          {"outdated", 1}}));
  }
  return {};
}

}  // namespace

Result<std::vector<pure::Flag>> keep_merging_flags(Transaction& transaction, const store::Journal& journal,
                                                   const Context& context, WallTime now, FundId fund,
                                                   DocumentId document) {
  TRY(std::vector<Raised> raised, raised_in(transaction, fund));
  TRY(const std::vector<Kept> kept, kept_flags(transaction, fund));
  RecordedChange change(transaction, journal, context, stream_of(fund), "ledger.flagged");
  TRY_DO(close(change, context, now, kept, raised));
  std::vector<pure::Flag> fresh;
  for (Raised& one : raised) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Kept& k) { return k.says(one.flag); });
    const bool ours = one.flag.place.document == document;
    if (known || (one.by_person && !ours)) continue;
    TRY_DO(insert(transaction, change, fund, one.flag));
    if (ours) fresh.push_back(std::move(one.flag));
  }
  TRY_DO(change.finish());
  return fresh;
}

Result<void> close_merging_flags(Transaction& transaction, const store::Journal& journal, const Context& context,
                                 WallTime now, FundId fund) {
  TRY(const std::vector<Kept> kept, kept_flags(transaction, fund));
  if (std::none_of(kept.begin(), kept.end(), [](const Kept& known) { return known.open; })) return {};
  TRY(const std::vector<Raised> raised, raised_in(transaction, fund));
  RecordedChange change(transaction, journal, context, stream_of(fund), "ledger.flagged");
  TRY_DO(close(change, context, now, kept, raised));
  return change.finish();
}

}  // namespace dossier::desks::funds
