#pragma once

#include "desks/funds/ledger_views.h"

// What a person does to a ledger, the same over HTTP and on the command line: checked, done, and told.
namespace dossier::desks::funds {

Result<RowChanged> correct_row(const LedgerStore& ledgers, store::Transaction& transaction, const Context& context,
                               FundId fund, TransactionId row, const RowBody& body);
Result<RowChanged> remove_row(const LedgerStore& ledgers, store::Transaction& transaction, const Context& context,
                              FundId fund, TransactionId row, const std::string& reason);
Result<RowChanged> enter_row(const LedgerStore& ledgers, store::Transaction& transaction, const Context& context,
                             FundId fund, const RowBody& body);
Result<FigureChanged> enter_figure(const LedgerStore& ledgers, store::Transaction& transaction, const Context& context,
                                   FundId fund, const FigureBody& body);
Result<FigureChanged> withdraw_figure(const LedgerStore& ledgers, store::Transaction& transaction,
                                      const Context& context, FundId fund, EnteredFigureId figure,
                                      const std::string& reason);
Result<FlagResolved> resolve_flag(const LedgerStore& ledgers, store::Transaction& transaction, const Context& context,
                                  FlagId flag, const std::string& resolution);

// Takes a document back that was uploaded in error: its rows are superseded, not erased, and the document is gone.
Result<Message> withdraw_document(const LedgerStore& ledgers, store::Transaction& transaction, const Context& context,
                                  DocumentId document);

// Whether rows of the document count nowhere because the funds they were of were deleted; sent again it is a new one.
Result<bool> lost_its_fund(store::Session& session, DocumentId document);

// The fund that a row belongs to, whatever became of it.
Result<FundId> fund_of_row(store::Session& session, TransactionId row);

}  // namespace dossier::desks::funds
