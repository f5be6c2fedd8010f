#pragma once

#include "funds/reports/ledger_columns.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <optional>

namespace dossier::funds {

// The rows of a table that breaks over a page may stand without headings at the top of the next one, too few or too
// bare to look like a table: the leading lines of `layout` laid into the columns of the table `before` it. Nothing when
// no row there has a day in the column of days and an amount in one of flows.
std::optional<reading::Table> stray_rows(const reading::PageLayout& layout, const LedgerColumns& before,
                                         const DocumentStyle& style);

// Whether a line of text has what begins a day under the days and an amount under those of the table above it.
bool looks_like_row(const reading::Line& line, const LedgerColumns& columns, const DocumentStyle& style);

}  // namespace dossier::funds
