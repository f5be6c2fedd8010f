#include "desks/funds/restated_flags.h"

#include "desks/funds/ledger_snapshot.h"
#include "funds/ledger/restating.h"

#include <algorithm>

namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::RecordedChange;
using store::Row;
using store::Session;
using store::Transaction;

namespace {

constexpr const char* kHoldsNoLonger = "the documents no longer print it differently";

// A flag `restated` as it is kept.
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

// What two documents of the fund print differently. Without a second one there is nothing to compare.
Result<std::vector<pure::Restatement>> restatements_in(Session& session, FundId fund) {
  std::vector<pure::Restatement> made;
  TRY(const std::vector<DocumentId> documents, documents_of(session, fund, 0, 2));
  TRY(const std::optional<Fund> stands, FundStore::find(session, fund));
  if (!stands || documents.size() < 2) return made;
  TRY(LedgerSnapshot snapshot, read_snapshot(session, fund));
  for (pure::Ledger& ledger : snapshot.ledgers)
    std::move(ledger.restatements.begin(), ledger.restatements.end(), std::back_inserter(made));
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

}  // namespace

Result<std::vector<pure::Flag>> keep_restated_flags(Transaction& transaction, const store::Journal& journal,
                                                    const Context& context, WallTime now, FundId fund,
                                                    DocumentId document) {
  TRY(const std::vector<pure::Restatement> made, restatements_in(transaction, fund));
  TRY(const std::vector<Kept> kept, kept_flags(transaction, fund));
  RecordedChange change(transaction, journal, context, stream_of(fund), "ledger.restated");
  std::vector<pure::Flag> fresh;
  std::vector<bool> holds(kept.size());
  for (const pure::Restatement& restatement : made) {
    pure::Flag flag = flag_of(restatement);
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const Kept& k) { return k.says(flag); });
    const bool ours = flag.place.document == document;
    if (same != kept.end()) {
      holds[static_cast<std::size_t>(same - kept.begin())] = true;
    } else if (ours || !restatement.by_person) {
      TRY_DO(insert(transaction, change, fund, flag));
      if (ours) fresh.push_back(std::move(flag));
    }
  }
  for (std::size_t k = 0; k < kept.size(); ++k) {
    if (!kept[k].open || holds[k]) continue;
    TRY_DO(change.update(
        "document_flag", kept[k].id,
        {{"resolved_at", now}, {"resolved_by", context.principal}, {"resolution", kHoldsNoLonger}, {"outdated", 1}}));
  }
  TRY_DO(change.finish());
  return fresh;
}

}  // namespace dossier::desks::funds
