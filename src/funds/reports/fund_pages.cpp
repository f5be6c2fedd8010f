#include "funds/reports/fund_pages.h"

#include "funds/reports/column_contents.h"
#include "funds/reports/forecasts.h"
#include "funds/reports/fund_tables.h"
#include "funds/reports/ledger_columns.h"
#include "funds/reports/ledger_run.h"
#include "funds/reports/period_grid.h"
#include "funds/reports/stray_rows.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/titles.h"
#include "funds/reports/vocabulary.h"
#include "funds/reports/year_sections.h"
#include "reading/fold.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace dossier::funds {
namespace {

using reading::PageLayout;
using reading::Table;

bool titled_as_values(const std::vector<std::string>& titles) {
  return std::any_of(titles.begin(), titles.end(), [](const std::string& title) {
    return figure_labels().find(reading::fold_tokens(title)) == HeadlineLabel::nav;
  });
}

bool titled_as_flows(const std::vector<std::string>& titles) {
  return std::any_of(titles.begin(), titles.end(),
                     [](const std::string& title) { return section_kind(title).has_value(); });
}

class TablesReader {
 public:
  TablesReader(const DocumentStyle& style, const std::string& file) : style_(style), file_(file), run_(style, file) {}

  void take(const PageLayout& layout) {
    out_.taken.emplace_back(layout.tables.size(), false);
    double previous_bottom = read_stray_rows(layout);
    below_stray_rows_ = previous_bottom > 0;
    for (std::size_t i = 0; i < layout.tables.size(); ++i) {
      const int ledgers = run_.tables();
      out_.taken.back()[i] = read_table(layout, i, previous_bottom);
      // Only what follows a ledger table at once can be its continuation.
      if (run_.tables() == ledgers) run_.part();
      // What stands beside a table is not above the next one.
      bool beside = i + 1 < layout.tables.size() && layout.tables[i + 1].box.y0 < layout.tables[i].box.y1;
      if (!beside) previous_bottom = layout.tables[i].box.y1;
    }
    if (!layout.text.empty()) run_.leave_page(titles_below(layout, previous_bottom));
    lines_below_ = std::count_if(layout.text.begin(), layout.text.end(),
                                 [&](const reading::Line& line) { return line.box.y0 >= previous_bottom; });
    for (const Table& table : layout.tables) gather_notes(table);
    if (run_.columns() != nullptr && run_.page() == layout.page) flag_lines_like_rows(layout, previous_bottom);
  }

  TablesRead finish() && { return std::move(out_); }

 private:
  // Rows of so many lines that they were not seen as a part of the table above them.
  void flag_lines_like_rows(const PageLayout& layout, double bottom) {
    for (const reading::Line& line : layout.text) {
      if (line.box.y0 < bottom || !looks_like_row(line, *run_.columns(), style_)) continue;
      out_.unread.push_back({FlagCode::row_unread,
                             "\"" + line.text() + "\" stands below a table as if it were a row of it; it was not read",
                             {file_, {}, layout.page, line.box}});
    }
  }

  // Rows that a page break left alone belong to the section of the table before them. Gives where they end.
  double read_stray_rows(const PageLayout& layout) {
    constexpr std::ptrdiff_t kFooterLinesMax = 2;
    if (run_.columns() == nullptr || run_.page() + 1 != layout.page || lines_below_ > kFooterLinesMax) return 0;
    const auto table = stray_rows(layout, *run_.columns(), style_);
    if (!table) return 0;
    auto columns = plan_ledger_columns(*table, style_, run_.columns());
    if (!columns) return 0;
    keep(run_.take(*table, std::move(*columns), layout.page));
    return table->box.y1;
  }

  // Footnotes set right below a table look like rows of one cell.
  void gather_notes(const Table& table) {
    constexpr std::size_t kNoteBytesMin = 16;
    for (const auto& row : table.rows) {
      if (filled_cells(row) == 1 && row.text().size() >= kNoteBytesMin) out_.notes.push_back(row.text());
    }
  }

  // What sort of table it is, by its columns; false when it is left to the reader of labels and values.
  bool read_table(const PageLayout& layout, std::size_t index, double previous_bottom) {
    const Table& table = layout.tables[index];
    if (read_as_values(layout, table)) return true;
    run_.go_on_beside(table);
    const bool follows = index > 0 ? layout.page == run_.page() : layout.page > run_.page() || below_stray_rows_;
    const bool may_continue = run_.columns() != nullptr && follows;
    const LedgerColumns* before = may_continue ? run_.columns() : nullptr;
    const std::vector<std::string> titles = titles_above(layout, table, previous_bottom);
    if (before != nullptr && only_totals_of(table, *before)) {
      keep(run_.take(table, carried_over(table, *before), layout.page));
      return true;
    }
    const bool titled = titled_as_flows(titles);
    // Values of the fund over time are no flows, even right below a table of flows with columns at the same places.
    if (!titled && table.columns == 2 && titled_as_values(titles)) return false;
    if (read_as_grid(layout, table, titles)) return true;
    auto columns = plan_ledger_columns(table, style_, before, titled);
    if (!columns) {
      flag_unread_flows(table, may_continue, titled);
      return false;
    }
    if (!titles.empty() && foretells(titles.front())) return true;  // what is planned has not flowed
    run_.remember_beside(*columns, layout.page);
    run_.begin_section(*columns, titles, layout.page, index);
    keep(run_.take(table, std::move(*columns), layout.page));
    return true;
  }

  // Tables of values, which hold no flows.
  bool read_as_values(const PageLayout& layout, const Table& table) {
    if (auto rows = portfolio_.read(table, style_, file_)) {
      std::move(rows->begin(), rows->end(), std::back_inserter(out_.portfolio));
      return true;
    }
    if (auto history = nav_history_.read(table, style_, file_)) {
      std::move(history->begin(), history->end(), std::back_inserter(out_.navs));
      return true;
    }
    if (auto lines = read_statement(table, style_, file_, style_.power_of_page(layout.page))) {
      std::move(lines->begin(), lines->end(), std::back_inserter(out_.statement));
      return true;
    }
    return false;
  }

  // A grid of years by quarters under a title that says what its amounts are.
  bool read_as_grid(const PageLayout& layout, const Table& table, const std::vector<std::string>& titles) {
    for (const std::string& title : titles) {
      const auto kind = section_kind(title);
      if (!kind) continue;
      auto rows = read_period_grid(layout, table, title, *kind, style_, file_);
      if (!rows) return false;
      run_.number(rows->rows);
      keep(std::move(*rows));
      return true;
    }
    return false;
  }

  void keep(RowsReading rows) {
    std::move(rows.rows.begin(), rows.rows.end(), std::back_inserter(out_.drafts));
    std::move(rows.flags.begin(), rows.flags.end(), std::back_inserter(out_.flags));
  }

  // Rows that look like flows and yet are in no ledger are never passed over in silence.
  void flag_unread_flows(const Table& table, bool may_continue, bool titled) {
    if (headed_as_flows(table, style_) && lacks_years(table, style_)) {
      out_.unread.push_back({FlagCode::row_unread,
                             "the days of this table have no year that could be told; it was not read",
                             {file_, {}, table.page, table.box}});
      return;
    }
    const bool under_title = titled && holds_day_and_amount(table, style_);
    if (!looks_like_flows(table, style_) && !under_title) return;
    bool bare = count_header_rows(table, style_) == 0;
    bool goes_on = may_continue && bare;
    // Under headings that nobody knows rows that begin with their days are still likely to be flows.
    bool days_lead = table.rows.size() >= 2 && leads_with_days(table, style_);
    if (!goes_on && !days_lead && !under_title && !headed_as_flows(table, style_)) return;
    std::string message = goes_on
                              ? "these rows seem to go on from the table before, but its columns could not be found "
                                "again; they were not read"
                              : "this table has days and amounts, but its columns could not be told; it was not read";
    out_.unread.push_back({FlagCode::row_unread, std::move(message), {file_, {}, table.page, table.box}});
  }

  const DocumentStyle& style_;
  const std::string& file_;
  TablesRead out_;
  PortfolioReader portfolio_;
  NavHistoryReader nav_history_;
  LedgerRun run_;
  std::ptrdiff_t lines_below_ = 0;  // the last table of the page before
  bool below_stray_rows_ = false;   // the first table of the page stands below rows that were read alone
};

}  // namespace

TablesRead read_fund_tables(std::span<const PageLayout> layouts, const DocumentStyle& style, const std::string& file) {
  TablesReader reader(style, file);
  for (const PageLayout& layout : layouts) reader.take(layout);
  return std::move(reader).finish();
}

}  // namespace dossier::funds
