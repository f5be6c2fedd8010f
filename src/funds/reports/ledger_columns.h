#pragma once

#include "funds/reports/style.h"
#include "funds/reports/vocabulary.h"
#include "reading/tables.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {

// A column whose cells become transactions.
struct FlowColumn {
  std::size_t index = 0;
  std::optional<RowKind> kind = {};  // nothing: the row or the section says
  std::string part = {};             // "Return of capital" where the column is one component of several
};

// What the columns of a table of dated flows are.
struct LedgerColumns {
  std::size_t header_rows = 0;  // rows at the top that are no data
  std::string title = {};       // a title that stands inside the table, above its header
  std::vector<ColumnRole> roles;
  std::vector<std::string> headers;
  std::vector<double> column_x0, column_x1;  // where each column stands, for a table that goes on below a page break
  std::size_t date = 0;
  std::vector<FlowColumn> flows;
  std::vector<std::size_t> types, descriptions;
  std::optional<std::size_t> recallable, recall_until, number, currency;
  bool headed = false;   // a header was found; otherwise the columns were told by their content
  bool goes_on = false;  // these are the columns of the table before, found again
};

// Nothing when the table is no table of dated flows. `before` are the columns of the table this one may continue: it
// has no header of its own, and its columns stand where those stood. `titled`: a title above it names calls or
// distributions, so that a single row is enough.
std::optional<LedgerColumns> plan_ledger_columns(const reading::Table& table, const DocumentStyle& style,
                                                 const LedgerColumns* before, bool titled = false);

}  // namespace dossier::funds
