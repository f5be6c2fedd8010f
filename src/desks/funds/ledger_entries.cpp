#include "base/limits.h"
#include "desks/funds/ledger_store.h"

#include <cstdlib>

// Figures and flags, by a person: the part of LedgerStore that is not about rows.
namespace dossier::desks::funds {

using store::RecordedChange;
using store::Row;
using store::Transaction;

namespace {

Error no_such_figure() {
  return {ErrorCode::not_found, "no such figure was entered for this fund", "figure"};
}

Result<void> require_sound(const NewFigure& figure) {
  if (figure.amount.abs().minor() > limits::kAmountMinorMax)
    return Error{ErrorCode::too_large, "the amount is beyond 10^15", "amount"};
  if (figure.name == EnteredName::commitment && figure.amount.negative())
    return Error{ErrorCode::invalid_argument, "a commitment is not negative", "amount"};
  return {};
}

}  // namespace

Result<EnteredFigureId> LedgerStore::enter_figure(Transaction& transaction, const Context& context, FundId fund,
                                                  const NewFigure& figure) const {
  TRY_DO(require_sound(figure));
  TRY_DO(require_fund(transaction, fund));
  TRY(const std::optional<EnteredFigureId> standing,
      transaction.first(
          "SELECT id FROM entered_figure WHERE fund = ? AND name = ? AND date = ? AND superseded_at IS NULL",
          {fund, name_of(figure.name), figure.date}, [](const Row& row) { return row.get<EnteredFigureId>(0); }));
  if (standing != figure.replaces) {
    const std::string what = standing
                                 ? "number " + std::to_string(standing->value) + " was entered for that day; name it"
                                 : "none is entered for that day; leave it out";
    return Error{ErrorCode::conflict, "replaces does not name what stands: " + what, "replaces"};
  }
  RecordedChange change(transaction, journal_, context, stream_of(fund), "ledger.figure_entered");
  const WallTime now = clock_.wall();
  if (standing) TRY_DO(change.update("entered_figure", standing->value, {{"superseded_at", now}}));
  TRY(const std::int64_t id, change.insert("entered_figure", {{"fund", fund},
                                                              {"name", name_of(figure.name)},
                                                              {"date", figure.date},
                                                              {"amount", *figure.amount.minor64()},
                                                              {"why", figure.why},
                                                              {"recorded_by", context.principal},
                                                              {"recorded_at", now}}));
  if (standing) {
    TRY_DO(
        change.update("entered_figure", standing->value,
                      {{"superseded_by", id}, {"superseded_who", context.principal}, {"superseded_why", figure.why}}));
  }
  TRY_DO(change.finish());
  return EnteredFigureId{id};
}

Result<void> LedgerStore::withdraw_figure(Transaction& transaction, const Context& context, FundId fund,
                                          EnteredFigureId figure, const std::string& why) const {
  TRY(const std::optional<bool> stands,
      transaction.first("SELECT superseded_at IS NULL FROM entered_figure WHERE id = ? AND fund = ?", {figure, fund},
                        [](const Row& row) { return row.get<bool>(0); }));
  if (!stands) return no_such_figure();
  if (!*stands) {
    return Error{ErrorCode::conflict, "the figure was replaced or withdrawn meanwhile; look at the ledger again",
                 "figure"};
  }
  RecordedChange change(transaction, journal_, context, stream_of(fund), "ledger.figure_withdrawn");
  TRY_DO(change.update(
      "entered_figure", figure.value,
      {{"superseded_at", clock_.wall()}, {"superseded_who", context.principal}, {"superseded_why", why}}));
  return change.finish();
}

Result<void> LedgerStore::resolve_flag(Transaction& transaction, const Context& context, FlagId flag,
                                       const std::string& resolution) const {
  struct Known {
    DocumentId document;
    bool open;
  };
  TRY(const std::optional<Known> known,
      transaction.first(
          "SELECT d.document, f.resolved_at IS NULL FROM document_flag f JOIN document_reading d ON d.id = "
          "f.reading WHERE f.id = ? AND d.superseded_at IS NULL",
          {flag}, [](const Row& row) {
            return Known{row.get<DocumentId>(0), row.get<bool>(1)};
          }));
  if (!known) return Error{ErrorCode::not_found, "there is no such flag", "flag " + std::to_string(flag.value)};
  if (!known->open) return Error{ErrorCode::conflict, "the flag was resolved before; look at the flags again", "flag"};
  RecordedChange change(transaction, journal_, context, stream_of(known->document), "document.flag_resolved");
  TRY_DO(
      change.update("document_flag", flag.value,
                    {{"resolved_at", clock_.wall()}, {"resolved_by", context.principal}, {"resolution", resolution}}));
  return change.finish();
}

}  // namespace dossier::desks::funds
