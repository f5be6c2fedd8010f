#pragma once

#include "desks/funds/entered_figures.h"
#include "desks/funds/fund_store.h"
#include "desks/funds/row_book.h"
#include "funds/ledger/ledger.h"

namespace dossier::desks::funds {

// A fund's ledger at one moment, as values of the pure room.
struct LedgerSnapshot {
  Fund fund;
  // Merged from the fund's documents, with what people entered. Normally one; documents in different currencies stay
  // apart, that of the fund first. Never empty.
  std::vector<dossier::funds::Ledger> ledgers;
  std::vector<dossier::funds::Flag> flags;  // that nobody resolved, of all its documents, in their order
  RowBook rows;                             // where each row comes from and what it superseded
  std::vector<EnteredFigure> entered;       // by people, what was superseded too

  const dossier::funds::Ledger& ledger() const { return ledgers.front(); }
};

// What is kept of a fund, as known now or, with `known_on`, as it was known then (flags: as they are now). Fails with
// not_found when there is no such fund.
Result<LedgerSnapshot> read_snapshot(store::Session& session, FundId fund, std::optional<WallTime> known_on = {});

// One document as it is understood now, its ledgers as read and not merged, corrections included. Passages are not kept
// here. Nothing when it was not read yet.
Result<std::optional<dossier::funds::DocumentReading>> read_document(store::Session& session, DocumentId document);

// Which fund a document belongs to: that of its (first) ledger, else the one it was uploaded for.
Result<std::optional<FundId>> fund_of(store::Session& session, DocumentId document);
// The documents that belong to a fund, in the order they came. For a list of documents with a filter.
Result<std::vector<DocumentId>> documents_of(store::Session& session, FundId fund, std::int64_t skip,
                                             std::int64_t limit);

// One page of a fund's rows of one kind, by date, as in the merged ledger.
struct RowPage {
  struct Item {
    dossier::funds::Transaction row;
    WallTime recorded_at;
  };
  std::vector<Item> items;
  std::int64_t total = 0;
  int minor_digits = 2;  // of the fund's currency
};
Result<RowPage> read_rows(store::Session& session, FundId fund, dossier::funds::RowKind kind, std::int64_t skip,
                          std::int64_t limit);

}  // namespace dossier::desks::funds
