#include "funds/reports/printed_totals.h"

#include "funds/ledger/checks.h"

#include <algorithm>

namespace dossier::funds {
namespace {

constexpr int kPeriodDaysMax = 400;  // a year and some days: no report of one period lists flows over more

bool is_total_of_rows(const Check& check) {
  return check.metric == Metric::total_calls || check.metric == Metric::total_distributions ||
         check.metric == Metric::pic;
}

bool falls_short(const Check& check) {
  return check.reported_money && check.computed.money && check.computed.money->abs() < check.reported_money->abs();
}

bool of_one_period(const Ledger& ledger) {
  const auto [first, last] = std::minmax_element(ledger.transactions.begin(), ledger.transactions.end(),
                                                 [](const auto& a, const auto& b) { return a.date < b.date; });
  return ledger.as_of.value_or(last->date) - first->date <= kPeriodDaysMax;
}

}  // namespace

std::vector<Flag> flag_differing_totals(const Ledger& ledger) {
  std::vector<Flag> flags;
  if (ledger.transactions.empty()) return flags;
  const bool partial = of_one_period(ledger);
  for (const Check& check : check_reported(ledger, compute_metrics(ledger, {}, Rates::net_only))) {
    if (!is_total_of_rows(check) || check.agrees != false || (partial && falls_short(check))) continue;
    flags.push_back({FlagCode::printed_figure_differs, check.note, check.place});
  }
  return flags;
}

}  // namespace dossier::funds
