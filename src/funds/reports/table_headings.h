#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

#include <string>
#include <vector>

// The head of a table: its title and the headings of its columns.
namespace dossier::funds {

// Whether a line names the columns of a table that the fund desk reads.
bool is_table_header(const reading::Line& line);

// Whether a line sums up the rows above it.
bool is_total_line(const reading::Line& line);

// Rows at the top without dates or amounts.
std::size_t count_header_rows(const reading::Table& table, const DocumentStyle& style);
// The header text over each column: its own cell and every spanning cell above it.
std::vector<std::string> header_texts(const reading::Table& table, std::size_t header_rows);

// Headings of several lines may lose those that stand highest: lines right above a table, each of whose phrases stands
// over one column behind the first, become a part of its head.
void take_headings_above(const reading::PageLayout& layout, reading::Table& table);

// A row of one cell above the headings is the table's title, unless it is a heading itself: a wrapped one, or one over
// the columns of its parts.
bool is_title(const reading::Table& table, std::size_t row, std::size_t header_rows);
std::size_t filled_cells(const reading::TableRow& row);

}  // namespace dossier::funds
