#include "funds/reports/ledger_layout.h"

#include "funds/reports/days_across.h"
#include "funds/reports/leading_days.h"
#include "funds/reports/payment_blocks.h"
#include "funds/reports/payment_lists.h"
#include "funds/reports/sheet_edges.h"
#include "funds/reports/side_by_side.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/year_sections.h"

#include <utility>

namespace dossier::funds {

using reading::PageLayout;
using reading::Table;

void lay_out_ledgers(std::vector<PageLayout>& layouts, const DocumentStyle& style) {
  for (PageLayout& layout : layouts) {
    for (Table& table : layout.tables) {
      take_off_sheet_edges(table);
      take_headings_above(layout, table);
    }
    take_payment_lists(layout, style);
  }
  take_payment_blocks(layouts, style);
  YearSections years(layouts, style);
  for (PageLayout& layout : layouts) {
    std::vector<Table> tables;
    auto line = layout.text.begin();
    for (Table& table : layout.tables) {
      for (; line != layout.text.end() && line->box.y0 < table.box.y0; ++line) years.pass(*line);
      Table whole = with_days_down(years.with_years(std::move(table)), style);
      for (Table& part : parted_side_by_side(with_days_apart(std::move(whole), style), style))
        tables.push_back(std::move(part));
    }
    for (; line != layout.text.end(); ++line) years.pass(*line);
    layout.tables = std::move(tables);
  }
}

}  // namespace dossier::funds
