#pragma once

#include "funds/reports/style.h"
#include "funds/reports/vocabulary.h"
#include "reading/tables.h"

#include <vector>

// What stands in the columns of a table, whatever their headings say: internal to reading tables.
namespace dossier::funds {

// How many cells of a column hold something, and what. Rows that sum up are not counted.
struct ColumnContent {
  int filled = 0, dates = 0, amounts = 0;

  bool mostly_dates() const;
  // Numbers, days aside.
  bool numeric() const;
};
std::vector<ColumnContent> contents_of(const reading::Table& table, std::size_t first_row, const DocumentStyle& style);

bool is_date_text(const std::string& text, const DocumentStyle& style);

// A heading of money that moved.
bool names_flow(ColumnRole role);
// A schedule of investments has what each cost and is worth: its dates and amounts are no flows of the investor.
bool lists_holdings(const std::vector<ColumnRole>& roles);

// Whether a table looks like flows (days beside amounts) though nothing names its columns.
bool looks_like_flows(const reading::Table& table, const DocumentStyle& style);
// Whether there is any day beside any amount.
bool holds_day_and_amount(const reading::Table& table, const DocumentStyle& style);
// Whether the first column of a table holds days: rows of a ledger begin with them, those of a list of holdings do not.
bool leads_with_days(const reading::Table& table, const DocumentStyle& style);
// Whether a table has headings of flows ("Contributions", "Amount") and is no list of holdings.
bool headed_as_flows(const reading::Table& table, const DocumentStyle& style);

}  // namespace dossier::funds
