#include "desks/funds/ledger_work.h"

#include "documents/removal.h"
#include "reading/fold.h"

namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::Session;
using store::Transaction;

namespace {

// Amounts are read with the decimals of the ledger's currency.
Result<Currency> currency_of(Session& session, FundId fund) {
  TRY(const std::optional<Fund> found, FundStore::find(session, fund));
  if (!found) return no_such_fund(fund);
  return found->currency;
}

// The record says why, years later: blanks do not.
Result<void> require_reason(std::string_view reason) {
  if (!reading::trimmed(reason).empty()) return {};
  return Error{ErrorCode::invalid_argument, "say why, in words: it is kept with the change", "reason"};
}

}  // namespace

Result<RowChanged> correct_row(const LedgerStore& ledgers, Transaction& transaction, const Context& context,
                               FundId fund, TransactionId row, const RowBody& body) {
  TRY_DO(require_reason(body.reason));
  TRY(const Currency currency, currency_of(transaction, fund));
  TRY(const pure::RowCorrection correction, correction_of(body, currency));
  TRY(const pure::Transaction old, ledgers.row_to_change(transaction, fund, row));
  TRY(const pure::Transaction made, pure::corrected(old, correction));
  TRY(const TransactionId id, ledgers.correct_row(transaction, context, row, made, body.reason));
  return RowChanged{fund.value, id.value, row.value};
}

Result<RowChanged> remove_row(const LedgerStore& ledgers, Transaction& transaction, const Context& context, FundId fund,
                              TransactionId row, const std::string& reason) {
  TRY_DO(require_reason(reason));
  TRY_DO(ledgers.row_to_change(transaction, fund, row));
  TRY_DO(ledgers.remove_row(transaction, context, row, reason));
  return RowChanged{fund.value, std::nullopt, row.value};
}

Result<RowChanged> enter_row(const LedgerStore& ledgers, Transaction& transaction, const Context& context, FundId fund,
                             const RowBody& body) {
  TRY_DO(require_reason(body.reason));
  TRY(const Currency currency, currency_of(transaction, fund));
  TRY(const pure::RowCorrection given, correction_of(body, currency));
  TRY(const pure::Transaction made, pure::entered_row(given));
  TRY(const TransactionId id, ledgers.add_row(transaction, context, fund, made, body.reason));
  return RowChanged{fund.value, id.value, std::nullopt};
}

Result<FigureChanged> enter_figure(const LedgerStore& ledgers, Transaction& transaction, const Context& context,
                                   FundId fund, const FigureBody& body) {
  TRY_DO(require_reason(body.reason));
  TRY(const Currency currency, currency_of(transaction, fund));
  TRY(const NewFigure figure, figure_of(body, currency));
  TRY(const EnteredFigureId id, ledgers.enter_figure(transaction, context, fund, figure));
  return FigureChanged{fund.value, id.value, body.replaces};
}

Result<FigureChanged> withdraw_figure(const LedgerStore& ledgers, Transaction& transaction, const Context& context,
                                      FundId fund, EnteredFigureId figure, const std::string& reason) {
  TRY_DO(require_reason(reason));
  TRY_DO(ledgers.withdraw_figure(transaction, context, fund, figure, reason));
  return FigureChanged{fund.value, std::nullopt, figure.value};
}

Result<FlagResolved> resolve_flag(const LedgerStore& ledgers, Transaction& transaction, const Context& context,
                                  FlagId flag, const std::string& resolution) {
  TRY_DO(require_reason(resolution));
  TRY_DO(ledgers.resolve_flag(transaction, context, flag, resolution));
  return FlagResolved{flag.value, resolution};
}

Result<Message> withdraw_document(const LedgerStore& ledgers, Transaction& transaction, const Context& context,
                                  DocumentId document) {
  TRY_DO(ledgers.remove_document(transaction, context, document));
  TRY_DO(documents::remove_document(transaction, document));
  return Message{"Document deleted successfully"};
}

Result<bool> lost_its_fund(Session& session, DocumentId document) {
  TRY(const std::optional<bool> lost,
      session.first("SELECT count(*) > 0 AND sum(f.superseded_at IS NULL) = 0 FROM fund_reading f "
                    "JOIN document_reading d ON d.id = f.reading WHERE d.document = ? AND d.superseded_at IS NULL",
                    {document}, [](const store::Row& row) { return row.get<bool>(0); }));
  return lost.value_or(false);
}

Result<FundId> fund_of_row(Session& session, TransactionId row) {
  TRY(const std::optional<FundId> found,
      session.first("SELECT f.fund FROM ledger_row r JOIN fund_reading f ON f.id = r.fund_reading WHERE r.id = ?",
                    {row}, [](const store::Row& r) { return r.get<FundId>(0); }));
  if (found) return *found;
  return Error{ErrorCode::not_found, "there is no such row; dossier funds ledger shows their numbers",
               "row " + std::to_string(row.value)};
}

}  // namespace dossier::desks::funds
