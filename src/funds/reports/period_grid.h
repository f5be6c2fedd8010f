#pragma once

#include "funds/reports/ledger_rows.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <optional>
#include <string>

namespace dossier::funds {

// A grid of years by quarters or months ("Year | Q1 | Q2 | Q3 | Q4 | Total"), either way round, whose title says that
// its amounts are calls or distributions: one row for every cell with an amount, on the last day of its period. Nothing
// when the table is none. A sum printed beside a line of the grid is checked and left out.
std::optional<RowsReading> read_period_grid(const reading::PageLayout& layout, const reading::Table& table,
                                            const std::string& title, RowKind kind, const DocumentStyle& style,
                                            const std::string& file);

}  // namespace dossier::funds
