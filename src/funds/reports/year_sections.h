#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

#include <optional>
#include <span>
#include <string>

namespace dossier::funds {

// Tables whose days are printed without their year ("12 Mar"), the year standing above them in a row of its own or in a
// column that is filled once a year. Goes from table to table of a document, since a break may part a year's rows from
// its heading.
class YearSections {
 public:
  // The order of the years of `layouts` tells whether the days under them go forth or back.
  YearSections(std::span<const reading::PageLayout> layouts, const DocumentStyle& style);

  // A line of text between two tables: a year alone is that of the rows below it.
  void pass(const reading::Line& line);

  // The table with the year written into its days; any other table as it is.
  reading::Table with_years(reading::Table table);

 private:
  void state(const std::string& year);
  bool complete_day(reading::TableRow& row);

  const DocumentStyle& style_;
  const bool newest_first_;
  std::string year_;
  std::optional<Date> last_;  // day of the year
};

// Whether several rows of a table begin days whose year stands nowhere.
bool lacks_years(const reading::Table& table, const DocumentStyle& style);

}  // namespace dossier::funds
