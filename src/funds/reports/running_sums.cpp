#include "funds/reports/running_sums.h"

#include "reading/amounts.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {

using reading::Cell;
using reading::NumberForm;
using reading::TableRow;

RunningSums::RunningSums(const LedgerColumns& columns, const DocumentStyle& style, Section& section, int power)
    : columns_(columns), style_(style), section_(section), power_(power) {
  section_.since_total.resize(columns.flows.size());
  section_.since_subtotal.resize(columns.flows.size());
}

std::optional<Money> RunningSums::money_of(const reading::NumberText& number) const {
  if (number.too_large) return std::nullopt;
  if (number.form == NumberForm::nil) return Money{};
  int power = number.power != 0 ? number.power : power_;
  auto amount = number.magnitude.to_money(power, style_.minor_digits());
  if (!amount) return std::nullopt;
  return number.negative ? -*amount : *amount;
}

void RunningSums::add(std::size_t flow, RowKind kind, Money amount) {
  section_.since_total[flow] += amount;
  section_.since_subtotal[flow] += amount;
  section_.by_kind[static_cast<std::size_t>(kind)] += amount;
}

std::vector<Mismatch> RunningSums::check_total(const TableRow& row, SummaryRow summary) {
  std::vector<Mismatch> found;
  for (std::size_t f = 0; f < columns_.flows.size(); ++f) {
    const Cell& cell = row.cells[columns_.flows[f].index];
    auto number = reading::read_number(cell.text, style_.mark);
    if (!number || summary == SummaryRow::balance) continue;
    auto total = money_of(*number);
    if (!total) continue;
    if (is_possible_total(*total, f)) continue;
    found.push_back(
        {fmt::format("the printed total {} is not the sum of the rows above it ({}): a row may be missing or misread",
                     cell.text, section_.since_total[f].grouped(style_.minor_digits())),
         cell.box});
  }
  // A balance that is carried over a page sums up nothing.
  if (summary != SummaryRow::balance) begin_subtotal();
  return found;
}

std::vector<Mismatch> RunningSums::check_parts(const TableRow& row) const {
  std::vector<Mismatch> found;
  Money calls, distributions;
  int parts = 0;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    auto number = reading::read_number(row.cells[c].text, style_.mark);
    auto amount = number ? money_of(*number) : std::nullopt;
    if (!amount) continue;
    auto flow = std::find_if(columns_.flows.begin(), columns_.flows.end(),
                             [&](const FlowColumn& f) { return f.index == c && !f.part.empty(); });
    if (flow != columns_.flows.end()) {
      ++parts;
      (flow->kind == RowKind::capital_call ? calls : distributions) += *amount;
    } else if (columns_.roles[c] == ColumnRole::total && parts > 0) {
      auto fits = [&](Money sum) { return (sum.abs() - amount->abs()).abs() <= rounding(*number, parts); };
      if (fits(calls) || fits(distributions) || fits(calls + distributions) || fits(distributions - calls)) continue;
      found.push_back(
          {fmt::format("the parts of this row do not sum to its printed total {}: one may be missing or misread",
                       row.cells[c].text),
           row.cells[c].box});
    }
  }
  return found;
}

bool RunningSums::take_silent_total(const TableRow& row) {
  if (!equals_running_sum(row)) return false;
  if (sums_since_subtotal(row)) begin_subtotal();
  return true;
}

// What a printed total of a flow column may be the sum of: the rows above it, since the last subtotal or of one kind;
// calls or distributions with their corrections; the net of both.
std::vector<Money> RunningSums::possible_totals(std::size_t f) const {
  Money calls = of_kind(RowKind::capital_call), distributions = of_kind(RowKind::distribution);
  Money adjustments = of_kind(RowKind::adjustment);
  return {section_.since_total[f],
          section_.since_subtotal[f],
          calls,
          distributions,
          adjustments,
          calls + adjustments,
          distributions + adjustments,
          distributions - calls,
          distributions - calls + adjustments};
}

bool RunningSums::is_possible_total(Money total, std::size_t f) const {
  auto sums = possible_totals(f);
  return std::any_of(sums.begin(), sums.end(), [&](Money sum) { return sum.abs() == total.abs(); });
}

bool RunningSums::equals_running_sum(const TableRow& row) const {
  bool any = false;
  for (std::size_t f = 0; f < columns_.flows.size(); ++f) {
    auto number = reading::read_number(row.cells[columns_.flows[f].index].text, style_.mark);
    if (!number || number->form == NumberForm::nil) continue;
    auto total = money_of(*number);
    if (!total || !is_possible_total(*total, f)) return false;
    any = any || !total->zero();
  }
  return any;
}

// Whether a total is one since the last subtotal, and not a balance carried over a page.
bool RunningSums::sums_since_subtotal(const TableRow& row) const {
  for (std::size_t f = 0; f < columns_.flows.size(); ++f) {
    auto number = reading::read_number(row.cells[columns_.flows[f].index].text, style_.mark);
    auto total = number ? money_of(*number) : std::nullopt;
    if (total && total->abs() != section_.since_subtotal[f].abs()) return false;
  }
  return true;
}

// What the last printed digit of so many parts may be off by.
Money RunningSums::rounding(const reading::NumberText& number, int parts) const {
  reading::Decimal last{parts, number.magnitude.decimals};
  return last.to_money(number.power != 0 ? number.power : power_, style_.minor_digits()).value_or(Money{});
}

void RunningSums::begin_subtotal() {
  std::fill(section_.since_subtotal.begin(), section_.since_subtotal.end(), Money{});
}

}  // namespace dossier::funds
