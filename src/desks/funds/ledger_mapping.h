#pragma once

#include "funds/ledger/ledger.h"
#include "store/recorded_change.h"

namespace dossier::desks::funds {

// The values of funds/ledger.h as columns of the desk's tables and back. Columns only look at the texts of the values
// they are made from. Amounts must fit (require_storable).

// Fails with too_large when an amount is beyond limits::kAmountMinorMax, and names where it stands.
Result<void> require_storable(const dossier::funds::DocumentReading& reading);
Result<void> require_storable(const dossier::funds::Transaction& row);

// What a row that was selected with its id first is called.
inline std::int64_t id_of(const store::Row& row) {
  return row.integer(0);
}

// Without what says when and by whom it was recorded.
store::Columns columns_of(const dossier::funds::Transaction& row);
store::Columns columns_of(const dossier::funds::StatementLine& line);
store::Columns columns_of(const dossier::funds::DatedNav& nav);
store::Columns columns_of(const dossier::funds::PortfolioRow& row);
store::Columns columns_of(const dossier::funds::Flag& flag);

// Columns to select for each, and what makes the value again; `first` is the index of their first column. The place's
// file and document are the reading's.
extern const char* const kRowColumns;  // of ledger_row as r, id first
dossier::funds::Transaction transaction_of(const store::Row& row, int first, const std::string& file,
                                           DocumentId document);
extern const char* const kLineColumns;  // of statement_line
dossier::funds::StatementLine line_of(const store::Row& row, int first, const std::string& file, DocumentId document);
extern const char* const kNavColumns;  // of nav_point
dossier::funds::DatedNav nav_of(const store::Row& row, int first, const std::string& file, DocumentId document);
extern const char* const kPortfolioColumns;  // of portfolio_row
dossier::funds::PortfolioRow portfolio_row_of(const store::Row& row, int first, const std::string& file,
                                              DocumentId document);
extern const char* const kFlagColumns;  // of document_flag
dossier::funds::Flag flag_of(const store::Row& row, int first, const std::string& file, DocumentId document);

// A printed figure under its name in the table; `amount` or `number` or, for "not meaningful", neither.
struct NamedFigure {
  std::string name;
  std::optional<Money> amount = {};
  std::optional<double> number = {};
  std::string printed = {};
  dossier::funds::Place place = {};
};
std::vector<NamedFigure> figures_of(const dossier::funds::Ledger& ledger);
store::Columns columns_of(const NamedFigure& figure);
extern const char* const kFigureColumns;  // of reported_figure
NamedFigure figure_of(const store::Row& row, int first, const std::string& file, DocumentId document);
// Puts the figure where it belongs in the ledger.
void take_figure(dossier::funds::Ledger& ledger, NamedFigure figure);

}  // namespace dossier::desks::funds
