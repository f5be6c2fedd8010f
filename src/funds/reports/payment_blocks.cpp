#include "funds/reports/payment_blocks.h"

#include "funds/reports/column_contents.h"
#include "funds/reports/vocabulary.h"
#include "reading/amounts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Cell;
using reading::Line;
using reading::PageLayout;
using reading::Table;
using reading::TableRow;

constexpr std::size_t kRowsMax = 10;
constexpr std::size_t kNameBytesMax = 50;
constexpr double kNameReach = 20;  // points between the name of a block and its first line

// The row of `roles`, those named first before the others, whose value `fits`.
template <class Fits>
const Cell* value_of(const Table& table, std::initializer_list<ColumnRole> roles, Fits fits) {
  for (ColumnRole role : roles) {
    for (const TableRow& row : table.rows) {
      if (column_role(row.cells[0].text) == role && fits(row.cells[1].text)) return &row.cells[1];
    }
  }
  return nullptr;
}

// What stands right above the block and names a call or a distribution.
const Line* name_above(const PageLayout& layout, const Table& table) {
  for (const Line& line : layout.text) {
    const double space = table.box.y0 - line.box.y1;
    if (space < -2 || space > kNameReach || line.segments.size() != 1) continue;
    const std::string text = line.text();
    const auto kind = row_kind_by_words(text);
    if (kind && *kind != RowKind::adjustment && text.size() <= kNameBytesMax) return &line;
  }
  return nullptr;
}

std::optional<Table> as_row(const PageLayout& layout, const Table& table, const DocumentStyle& style) {
  if (table.columns != 2 || table.rows.size() < 2 || table.rows.size() > kRowsMax) return std::nullopt;
  const Cell* day = value_of(table, {ColumnRole::due_date, ColumnRole::date, ColumnRole::notice_date},
                             [&](const std::string& text) { return is_date_text(text, style); });
  const Cell* amount = value_of(table,
                                {ColumnRole::investor_share, ColumnRole::amount, ColumnRole::contribution,
                                 ColumnRole::distribution, ColumnRole::total},
                                [&](const std::string& text) {
                                  const auto number = reading::read_number(text, style.mark);
                                  return number && number->form == reading::NumberForm::plain && number->dressed;
                                });
  const Line* name = name_above(layout, table);
  if (day == nullptr || amount == nullptr || name == nullptr) return std::nullopt;
  Table whole;
  whole.page = table.page;
  whole.box = table.box;
  whole.columns = 3;
  const double width = table.box.width() / 3;
  for (double x = table.box.x0; whole.column_x0.size() < whole.columns; x += width) {
    whole.column_x0.push_back(x);
    whole.column_x1.push_back(x + width);
  }
  TableRow headings, row;
  headings.header = true;
  headings.box = row.box = table.box;
  headings.cells = {{"Date", {}, 1, false}, {"Transaction", {}, 1, false}, {"Amount", {}, 1, false}};
  row.cells = {*day, {name->text(), name->box, 1, false}, *amount};
  whole.rows = {std::move(headings), std::move(row)};
  return whole;
}

}  // namespace

void take_payment_blocks(std::vector<PageLayout>& layouts, const DocumentStyle& style) {
  std::vector<std::pair<Table*, Table>> blocks;
  for (PageLayout& layout : layouts) {
    for (Table& table : layout.tables) {
      if (auto row = as_row(layout, table, style)) blocks.emplace_back(&table, std::move(*row));
    }
  }
  if (blocks.size() < 2) return;
  for (auto& [table, row] : blocks) *table = std::move(row);
}

}  // namespace dossier::funds
