#include "funds/questions/question_arithmetic.h"
#include "funds/questions/question_rules.h"
#include "reading/fold.h"

#include <iterator>
#include <string>

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

namespace {

// "The largest distribution of Harbor and of Quillon": the one row of each, nothing is compared.
bool asks_for_each(const Plan& plan) {
  bool against = plan.has_any(
      {Term::compare, Term::higher, Term::lower, Term::which_fund, Term::rank, Term::difference, Term::who});
  bool by_day = (plan.measure == Measure::latest || plan.measure == Measure::earliest) && plan.rows.kinds.size() == 1;
  return (measures_one_row(plan) || by_day) && !against && plan.metrics.empty();
}

// "Which fund is the oldest", "the earliest vintage of the three".
bool asks_for_oldest(const Plan& plan) {
  bool age = plan.has_any({Term::first, Term::latest}) && plan.metrics.empty() && !about_rows(plan);
  return age && (plan.fact == Term::vintage || plan.has(Term::which_fund)) && plan.rows.periods.empty();
}

// "Which fund made the most recent distribution", "who called last".
bool asks_whose_row_is_latest(const Plan& plan) {
  return plan.has_any({Term::which_fund, Term::who}) && plan.has_any({Term::first, Term::latest}) &&
         plan.metrics.empty() && plan.rows.kinds.size() == 1;
}

// "Made more capital calls", "fewer distributions": their number.
bool counts_rows(const Plan& plan) {
  for (std::size_t k = 0; k + 1 < plan.terms.size(); ++k) {
    bool more = plan.terms[k].spelled == "more" || plan.terms[k].spelled == "most" || plan.terms[k].term == Term::lower;
    const SaidTerm& next = plan.terms[k + 1];
    if (more && kind_of(next.term) && next.spelled.ends_with('s')) return true;
  }
  return false;
}

constexpr std::string_view kMade[] = {" made ", " issued ", " sent ", " make ", " number "};

bool says_made(const Plan& plan) {
  std::string question = " " + reading::fold(plan.question) + " ";
  return std::any_of(std::begin(kMade), std::end(kMade),
                     [&](std::string_view verb) { return question.find(verb) != std::string::npos; });
}

}  // namespace

std::optional<Wish> fund_question(Asked& asked) {
  Plan& plan = asked.plan;
  if (!asked.one_fund && asks_for_oldest(plan)) {
    plan.fact = Term::vintage;
    plan.ascending = plan.has(Term::first);
    return Wish::fund_order;
  }
  if (!asked.one_fund && asks_whose_row_is_latest(plan)) {
    plan.single_row = true;
    plan.ascending = plan.has(Term::first);
    plan.metrics = {plan.rows.kinds[0] == RowKind::capital_call ? Metric::total_calls : Metric::total_distributions};
    return Wish::fund_order;
  }
  if (asks_for_each(plan)) return std::nullopt;
  bool against =
      plan.has_any({Term::compare, Term::higher, Term::lower, Term::which_fund, Term::rank, Term::difference});
  bool amounts = !plan.metrics.empty() && std::all_of(plan.metrics.begin(), plan.metrics.end(),
                                                      [](Metric metric) { return unit_of(metric) == Unit::money; });
  bool added = plan.has(Term::sum) && amounts && !asked.one_fund;  // "the sum of the NAVs"
  bool counted = plan.has(Term::count) && plan.metrics.empty();    // rows of each, and of all together
  if ((plan.has_any({Term::pooled, Term::both}) || added) && !against && !counted && !plan.rows.narrowed()) {
    Metric distributions = plan.has(Term::gross) ? Metric::gross_distributions : Metric::total_distributions;
    for (RowKind kind : plan.rows.kinds) {
      if (!plan.metrics.empty() || kind == RowKind::adjustment) continue;
      plan.metrics = {kind == RowKind::capital_call ? Metric::total_calls : distributions};
    }
    if (!plan.metrics.empty()) return Wish::pooled;
  }
  // "The average TVPI of the three funds": each, and their mean.
  bool of_all = plan.has_any({Term::both, Term::pooled}) || plan.named.funds.size() > 1;
  if (plan.has(Term::average) && of_all && !asked.one_fund && plan.metrics.size() == 1 && !about_rows(plan)) {
    plan.about_funds = true;
    return Wish::fund_order;
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
  // "Which funds returned less than was paid in?"
  bool back = plan.has_any({Term::returned, Term::distribution});
  if (back && plan.metrics == std::vector{Metric::pic} && plan.has_any({Term::higher, Term::lower}) && !plan.mark) {
    plan.metrics = {Metric::dpi};
    plan.mark = Mark{1, false, plan.has(Term::lower) ? Bound::less_than : Bound::more_than};
  }
  bool of_commitment =
      plan.has(Term::share) || plan.has(Term::higher) || plan.has(Term::lower) || plan.has(Term::largest);
  // "Rank by unfunded as a percentage of commitment".
  bool undrawn_share = plan.has(Term::unfunded) && plan.has(Term::share) && plan.rows.kinds.empty();
  if (undrawn_share) {
    plan.metrics = {plan.has(Term::left_out) ? Metric::unfunded_simple : Metric::unfunded};
    plan.whole = Metric::commitment;
  }
  if (of_commitment && !undrawn_share && plan.has(Term::commitment) && (plan.has(Term::call) || plan.has(Term::pic)))
    plan.metrics = {Metric::called_share};
  if (plan.metrics.empty() && plan.rows.kinds.size() == 1) {
    plan.metrics = {plan.rows.kinds[0] == RowKind::capital_call ? Metric::total_calls : Metric::total_distributions};
  }
  if (plan.metrics.empty() && plan.rows.kinds.empty() && plan.has(Term::returned))
    plan.metrics = {Metric::total_distributions};
  if (plan.metrics.empty() && about_part(plan) && plan.rows.kinds.empty()) plan.metrics = {Metric::total_calls};
  plan.single_row = measures_one_row(plan);
  if (plan.has(Term::count) || (counts_rows(plan) && says_made(plan)))
    plan.measure = Measure::count;  // "the most calls, by number"
  return Wish::fund_order;
}

}  // namespace dossier::funds
