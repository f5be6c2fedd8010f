#pragma once

#include "desks/funds/ledger_work.h"
#include "store/database.h"

#include <functional>
#include <iosfwd>

// `dossier funds list | ledger | flags | correct | remove | enter | resolve | withdraw`: what is kept, shown and
// changed on the command line. Each prints text, or with `json` the document that the HTTP route gives, and returns the
// exit status.
namespace dossier::desks::funds {

struct Printing {
  std::ostream& out;
  std::ostream& err;
  bool json = false;
};

int run_list_command(store::Database& database, const Printing& printing);
int run_ledger_command(store::Database& database, FundId fund, const LedgerQuery& query, const Printing& printing);
// 1 when any flag is open.
int run_flags_command(store::Database& database, const FlagChoice& choice, const Printing& printing);

// Runs one change of ledger_work.h as `principal`, in one transaction with its event.
using RowWork = std::function<Result<RowChanged>(const LedgerStore&, store::Transaction&, const Context&)>;
using FigureWork = std::function<Result<FigureChanged>(const LedgerStore&, store::Transaction&, const Context&)>;
using FlagWork = std::function<Result<FlagResolved>(const LedgerStore&, store::Transaction&, const Context&)>;
int run_row_change(store::Database& database, const std::string& principal, const RowWork& work, const Printing&);
int run_figure_change(store::Database& database, const std::string& principal, const FigureWork& work, const Printing&);
int run_flag_change(store::Database& database, const std::string& principal, const FlagWork& work, const Printing&);
int run_withdraw_command(store::Database& database, const std::string& principal, DocumentId document, const Printing&);

}  // namespace dossier::desks::funds
