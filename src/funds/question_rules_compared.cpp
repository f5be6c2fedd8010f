#include "funds/question_arithmetic.h"
#include "funds/question_rules.h"

namespace dossier::funds {
std::optional<Wish> reckoning(Asked& asked) {
  Plan& plan = asked.plan;
  if (about_part(plan) || plan.rows.recallable || !plan.rows.numbers.empty() || plan.rows.negative) return std::nullopt;
  // "Total value, i.e. NAV plus distributions": the figure and what it is made of.
  bool spelled_out = plan.has(Term::total_value) && plan.has(Term::nav) && plan.has(Term::plus);
  if (spelled_out && plan.rows.kinds == std::vector{RowKind::distribution} && !plan.rows.narrowed()) {
    plan.metrics = {Metric::total_value};
    return Wish::metric;
  }
  bool of_funds = (plan.has(Term::compare) || plan.has(Term::which_fund)) && !asked.one_fund;
  if (!of_funds) plan.arithmetic = arithmetic_of(plan);
  return plan.arithmetic ? std::optional(Wish::arithmetic) : std::nullopt;
}

std::optional<Wish> fund_question(Asked& asked) {
  Plan& plan = asked.plan;
  bool against =
      plan.has_any({Term::compare, Term::higher, Term::lower, Term::which_fund, Term::rank, Term::difference});
  bool amounts = !plan.metrics.empty() && std::all_of(plan.metrics.begin(), plan.metrics.end(),
                                                      [](Metric metric) { return unit_of(metric) == Unit::money; });
  bool added = plan.has(Term::sum) && amounts && !asked.one_fund;  // "the sum of the NAVs"
  if ((plan.has_any({Term::pooled, Term::both}) || added) && !against && !plan.rows.narrowed()) {
    Metric distributions = plan.has(Term::gross) ? Metric::gross_distributions : Metric::total_distributions;
    for (RowKind kind : plan.rows.kinds) {
      if (!plan.metrics.empty() || kind == RowKind::adjustment) continue;
      plan.metrics = {kind == RowKind::capital_call ? Metric::total_calls : distributions};
    }
    if (!plan.metrics.empty()) return Wish::pooled;
  }
  plan.about_funds =
      plan.has(Term::which_fund) || plan.has(Term::rank) || plan.named.funds.size() + plan.named.portfolio.size() > 1;
  bool compares = plan.has_any({Term::compare, Term::higher, Term::lower, Term::largest, Term::smallest, Term::rank,
                                Term::difference, Term::which_fund});
  // "Which funds have returned more than half of the paid-in capital?"
  bool returned = plan.has(Term::returned) && plan.mark && plan.mark->percent;
  if (plan.about_funds && returned) plan.metrics = {Metric::dpi};
  compares = compares || returned || (plan.mark && plan.mark->bound != Bound::none && !plan.metrics.empty());
  if (plan.has(Term::lower) || (plan.has(Term::smallest) && !plan.has(Term::largest))) plan.ascending = true;
  if (plan.has(Term::rank) && plan.grouping != Grouping::none && plan.metrics.empty()) return std::nullopt;
  if (plan.fact == Term::vintage && plan.metrics.empty() && !about_rows(plan)) return std::nullopt;
  if (!plan.about_funds || !compares) {
    bool ranks = plan.has(Term::compare) && !plan.metrics.empty() && plan.rows.periods.ranges.size() < 2;
    if (!ranks) return std::nullopt;
  }
  bool of_commitment =
      plan.has(Term::share) || plan.has(Term::higher) || plan.has(Term::lower) || plan.has(Term::largest);
  if (of_commitment && plan.has(Term::commitment) && (plan.has(Term::call) || plan.has(Term::pic)))
    plan.metrics = {Metric::called_share};
  if (plan.metrics.empty() && plan.rows.kinds.size() == 1) {
    plan.metrics = {plan.rows.kinds[0] == RowKind::capital_call ? Metric::total_calls : Metric::total_distributions};
  }
  if (plan.metrics.empty() && about_part(plan) && plan.rows.kinds.empty()) plan.metrics = {Metric::total_calls};
  if (plan.metrics.empty()) plan.metrics = {Metric::tvpi};
  plan.single_row = measures_one_row(plan);
  if (plan.has(Term::count)) plan.measure = Measure::count;  // "the most calls, by number"
  return Wish::fund_order;
}

}  // namespace dossier::funds
