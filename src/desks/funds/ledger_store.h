#pragma once

#include "desks/funds/entered_figures.h"
#include "desks/funds/fund_store.h"
#include "funds/ledger/ledger.h"

#include <set>

namespace dossier::desks::funds {

// What committing a reading did.
struct CommittedReading {
  std::vector<FundId> funds;                // by the order of reading.funds
  std::vector<dossier::funds::Flag> flags;  // all that are kept: those of the reading and those about its funds
  int capital_calls = 0, distributions = 0, adjustments = 0;  // rows stored
};

using FlagId = Id<struct FlagTag>;

// A figure as a person enters it.
struct NewFigure {
  EnteredName name = EnteredName::nav;
  Date date;
  Money amount;
  std::string why;
  std::optional<EnteredFigureId> replaces = {};
};

// Every change of a ledger: rows and journal in the caller's transaction (docs/fund-store.md). Thread-safe: no state
// but references to services that outlive it.
class LedgerStore {
 public:
  LedgerStore(const store::Journal& journal, const Clock& clock)
      : journal_(journal), clock_(clock), funds_(journal, clock) {}

  // ---- documents ----
  // Notes which fund a document was uploaded for, if any. Fails with not_found when there is no such fund.
  Result<void> link(store::Transaction& transaction, const Context& context, DocumentId document,
                    std::optional<FundId> fund) const;
  // Stores what was understood of a document, instead of what was understood before. One ledger: it belongs to the fund
  // the document was uploaded for, else to the fund it names, which is made if there is none; a document that names
  // another fund than it was uploaded for gets a flag, and so does one that is taken for a fund of another name while
  // nothing else speaks for it. Several ledgers: each belongs to the fund it names, and a flag says so if the document
  // was uploaded for one. too_large when an amount cannot be kept.
  Result<CommittedReading> commit_reading(store::Transaction& transaction, const Context& context, DocumentId document,
                                          dossier::funds::DocumentReading reading) const;
  // Its rows go out of force, and its link to a fund is gone. Nothing to do is fine.
  Result<void> remove_document(store::Transaction& transaction, const Context& context, DocumentId document) const;

  // ---- rows, by a person ----
  // These fail with not_found when there is no such row, conflict when it was superseded before (see the ledger again).
  // The row's twins in other documents of the fund are superseded with it.
  Result<TransactionId> correct_row(store::Transaction& transaction, const Context& context, TransactionId row,
                                    const dossier::funds::Transaction& corrected, const std::string& why) const;
  Result<void> remove_row(store::Transaction& transaction, const Context& context, TransactionId row,
                          const std::string& why) const;
  // A row that stands in no document. Its place is page 0.
  Result<TransactionId> add_row(store::Transaction& transaction, const Context& context, FundId fund,
                                const dossier::funds::Transaction& row, const std::string& why = {}) const;
  // A row as it stands, before it is corrected. Fails as correct_row, and with not_found when it is of another fund.
  Result<dossier::funds::Transaction> row_to_change(store::Session& session, FundId fund, TransactionId row) const;

  // ---- figures and flags, by a person ----
  // The NAV of a day or the commitment from a day on. When one was entered for that day, `replaces` must name it:
  // conflict otherwise, so that nobody overwrites what was not seen.
  Result<EnteredFigureId> enter_figure(store::Transaction& transaction, const Context& context, FundId fund,
                                       const NewFigure& figure) const;
  // Takes an entered figure back; what the documents say holds again.
  Result<void> withdraw_figure(store::Transaction& transaction, const Context& context, FundId fund,
                               EnteredFigureId figure, const std::string& why) const;
  // A person has looked at what a reading flags. conflict when somebody did before.
  Result<void> resolve_flag(store::Transaction& transaction, const Context& context, FlagId flag,
                            const std::string& resolution) const;

  const FundStore& funds() const { return funds_; }

 private:
  struct Recorded;

  Result<std::set<FundId>> supersede_reading(store::Transaction& transaction, const Context& context,
                                             DocumentId document, const char* kind) const;
  Result<std::vector<dossier::funds::Flag>> flag_merged(store::Transaction& transaction, const Context& context,
                                                        const std::set<FundId>& funds, DocumentId document) const;
  Result<std::vector<FundId>> funds_for(store::Transaction& transaction, const Context& context, DocumentId document,
                                        dossier::funds::DocumentReading& reading) const;
  Result<FundNamed> fund_named_by(store::Transaction& transaction, const Context& context, DocumentId document,
                                  const dossier::funds::Ledger& ledger, const std::string& file) const;
  Result<std::vector<dossier::funds::Flag>> insert_ledger(store::Transaction& transaction, const Context& context,
                                                          std::int64_t reading, int position, FundId fund,
                                                          const dossier::funds::Ledger& ledger) const;
  Result<std::vector<dossier::funds::Flag>> apply_corrections(store::RecordedChange& change, store::Session& session,
                                                              FundId fund, std::int64_t fund_reading,
                                                              const dossier::funds::Ledger& ledger,
                                                              const std::vector<std::int64_t>& rows) const;
  Result<std::int64_t> insert_row(store::RecordedChange& change, const Context& context, std::int64_t fund_reading,
                                  int position, const dossier::funds::Transaction& row, const char* origin,
                                  const std::string& why = {}) const;
  Result<Recorded> row_in_force(store::Session& session, TransactionId row) const;
  Result<void> supersede_row(store::RecordedChange& change, store::Session& session, const Context& context,
                             const Recorded& row, std::optional<std::int64_t> by, const std::string& why) const;
  Result<std::int64_t> hand_reading(store::Transaction& transaction, store::RecordedChange& change, FundId fund) const;

  const store::Journal& journal_;
  const Clock& clock_;
  const FundStore funds_;
};

}  // namespace dossier::desks::funds
