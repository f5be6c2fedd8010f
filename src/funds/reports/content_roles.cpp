#include "funds/reports/content_roles.h"

#include "reading/amounts.h"

#include <algorithm>
#include <string>

namespace dossier::funds {
namespace {

using reading::NumberForm;
using reading::Table;
using reading::TableRow;

// Whether most cells of a column are words for what happened to the money, and none of them has a figure.
bool names_kinds(const Table& table, std::size_t column, std::size_t first_row) {
  int filled = 0, kinds = 0;
  for (std::size_t r = first_row; r < table.rows.size(); ++r) {
    const std::string& text = table.rows[r].cells[column].text;
    if (text.find_first_of("0123456789") != std::string::npos) return false;
    filled += !text.empty();
    kinds += row_kind_by_words(text).has_value() || names_a_state(text);
  }
  return kinds >= 2 && 2 * kinds >= filled;
}

// Whether a column has amounts as money is printed, which no counting is.
bool holds_money(const Table& table, std::size_t column, std::size_t first_row, const DocumentStyle& style) {
  int filled = 0, money = 0;
  for (std::size_t r = first_row; r < table.rows.size(); ++r) {
    const auto number = reading::read_number(table.rows[r].cells[column].text, style.mark);
    filled += !table.rows[r].cells[column].text.empty();
    money += number && number->form == NumberForm::plain && number->dressed && number->magnitude.digits != 0;
  }
  return money > 0 && 2 * money > filled;
}

bool has_amount(const TableRow& row, std::size_t column, const DocumentStyle& style) {
  const auto number = reading::read_number(row.cells[column].text, style.mark);
  return number && number->form == NumberForm::plain && number->magnitude.digits != 0;
}

}  // namespace

void settle_roles_by_content(const Table& table, LedgerColumns& plan, const DocumentStyle& style) {
  for (std::size_t c = 0; c < plan.roles.size(); ++c) {
    if (plan.roles[c] != ColumnRole::number) continue;
    if (names_kinds(table, c, plan.header_rows)) {
      plan.roles[c] = ColumnRole::type;
    } else if (row_kind_by_words(plan.headers[c]) == RowKind::capital_call &&
               holds_money(table, c, plan.header_rows, style)) {
      plan.roles[c] = ColumnRole::contribution;
    }
  }
}

bool pays_what_is_recallable(const Table& table, const LedgerColumns& plan, const DocumentStyle& style) {
  if (!plan.recallable || plan.flows.empty()) return false;
  int alone = 0, beside = 0;
  for (std::size_t r = plan.header_rows; r < table.rows.size(); ++r) {
    const TableRow& row = table.rows[r];
    const bool dated = reading::read_date(row.cells[plan.date].text, style.days).has_value();
    if (!dated || !has_amount(row, *plan.recallable, style)) continue;
    const bool other = std::any_of(plan.flows.begin(), plan.flows.end(),
                                   [&](const FlowColumn& flow) { return has_amount(row, flow.index, style); });
    ++(other ? beside : alone);
  }
  return alone > 0 && beside == 0;
}

}  // namespace dossier::funds
