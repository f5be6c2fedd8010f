#include "funds/questions/question_coverage.h"

#include <algorithm>
#include <map>
#include <set>

namespace dossier::funds {
namespace {

using Terms = std::set<Term>;

bool has_metric(const Plan& plan, std::initializer_list<Metric> metrics) {
  return std::any_of(metrics.begin(), metrics.end(), [&](Metric metric) {
    return plan.whole == metric || std::find(plan.metrics.begin(), plan.metrics.end(), metric) != plan.metrics.end();
  });
}

// Terms that frame a question without narrowing it, whatever is asked.
const Terms& framing() {
  using enum Term;
  static const Terms terms = {actor,      both,  list,  which,           any, how_much, where_from, printed,
                              what_about, those, today, since_inception, who, story,    fund_name,  report_date};
  return terms;
}

bool is_metric(Term term) {
  return metric_of(term).has_value();
}
bool is_kind(Term term) {
  return term == Term::call || term == Term::distribution || term == Term::adjustment || term == Term::any_row ||
         term == Term::rebalance_of_call || term == Term::rebalance_of_distribution;
}
bool is_part(Term term) {
  return part_words(term) != nullptr;
}

// Whether the unfunded commitment is told with or without recallable distributions as the question wants it.
bool says_add_back(const Plan& plan, Term term) {
  return has_metric(plan, {term == Term::left_out ? Metric::unfunded_simple : Metric::unfunded});
}

// What each kind of answer answers to, besides its own words.
bool rows_use(const Plan& plan, Term term) {
  using enum Term;
  static const Terms used = {sum,          count,    average,    median,         largest, smallest,
                             latest,       first,    second,     third,          share,   when,
                             interval,     by_year,  by_quarter, by_month,       by_type, by_company,
                             which_period, returned, recallable, not_recallable, reversed};
  bool measured = plan.measure != Measure::none;
  auto own = measure_of(term);
  if (own && std::find(plan.measures.begin(), plan.measures.end(), *own) != plan.measures.end()) return true;
  if (own && plan.picked == own) return true;
  if (term == median) return plan.measure == Measure::median && plan.wish == Wish::rows;
  if (term == pooled) {
    bool groups = plan.wish == Wish::groups || plan.wish == Wish::choice_order || plan.wish == Wish::share;
    return !groups && plan.measure != Measure::median && plan.measure != Measure::interval && plan.top == 1 &&
           plan.nth == 1;
  }
  if (term == changed) return plan.wish == Wish::choice_order;
  if (term == sum) return plan.measure != Measure::average && plan.measure != Measure::median;
  if (term == reversed) return plan.rows.lowers || plan.rows.kinds == std::vector{RowKind::adjustment};
  bool two_rows = plan.wish == Wish::rows && plan.rows.numbers.size() == 2 && plan.rows.kinds.size() == 1;
  if (two_rows && (term == difference || term == higher || term == lower || term == compare)) return true;
  if (term == added_back || term == left_out) return says_add_back(plan, term);
  if (term == minus) return plan.measures.size() == 2;
  if (term == positive || term == negative)
    return plan.rows.negative || (plan.wish == Wish::groups && plan.choose_period && plan.rows.kinds.size() != 1);
  if (term == flags) return plan.rows.recallable.has_value();
  if (term == profitable) return plan.rows.kinds.size() == 2;
  if (term == gross) return true;  // rows are as they were before any correction
  if (term == lowered) return plan.rows.lowers.has_value();

  if (term == rank) return plan.wish == Wish::groups;
  if (term == cumulative) return plan.wish == Wish::groups ? plan.cumulative : plan.measure == Measure::sum;
  if (term == compare && plan.rows.kinds.size() == 2 && plan.measure == Measure::sum)
    return true;  // "put in vs got out"
  if (term == higher || term == lower || term == compare)
    return plan.wish == Wish::choice_order || plan.wish == Wish::groups || plan.wish == Wish::fund_order;
  if (term == difference)
    return plan.wish == Wish::choice_order || plan.measure == Measure::sum || plan.measures.size() == 2;
  // "What came back on Caldera relative to what went in": the whole would be that of every company.
  if (term == share && plan.rows.kinds.size() > 1 && (!plan.rows.words.empty() || !plan.rows.parts.empty()))
    return false;
  if (term == share) return plan.wish == Wish::share || plan.wish == Wish::portion || plan.wish == Wish::groups;
  bool of_several = std::find(plan.measures.begin(), plan.measures.end(), Measure::average) != plan.measures.end();
  if (term == average) return plan.measure == Measure::average || plan.measure == Measure::interval || of_several;
  bool periods_measured = plan.wish == Wish::choice_order;
  if (periods_measured && term == median) return false;
  if (term == when) return plan.measure != Measure::count && plan.measure != Measure::average;
  if (term == count) return plan.measure == Measure::count || plan.measure == Measure::interval;
  // "Was the largest call in 2022?" asks when the largest was, not for the largest of 2022.
  bool picks = term == largest || term == smallest || term == first || term == latest;
  if ((picks || term == age) && plan.measure == Measure::interval) return !plan.ends.empty();
  if (picks && plan.yes_or_no && !plan.rows.periods.empty() && plan.wish == Wish::rows) return false;
  if (term == first || term == latest) return measured;
  if (term == by_year || term == by_quarter) return !plan.yes_or_no;  // "in every year?" asks for those without, too
  if (term == second || term == third) return plan.nth > 1;
  return used.contains(term) || is_kind(term) || is_part(term) ||
         (is_metric(term) && has_metric(plan, {*metric_of(term)}));
}

bool metric_uses(const Plan& plan, Term term) {
  using enum Term;
  if (term == fully_called) return has_metric(plan, {Metric::called_share});
  if (term == gross) return has_metric(plan, {Metric::dpi_gross, Metric::total_calls, Metric::gross_distributions});
  if (term == added_back || term == left_out) return says_add_back(plan, term);
  switch (term) {
    case at_that_time: return plan.rows.periods.as_of.has_value();
    case call:
      return has_metric(plan, {Metric::pic, Metric::called_share, Metric::unfunded, Metric::total_calls,
                               Metric::commitment, Metric::net_cash});
    case distribution:
      return has_metric(plan, {Metric::dpi, Metric::dpi_gross, Metric::total_distributions, Metric::total_value,
                               Metric::net_cash, Metric::tvpi}) ||
             (plan.has(recallable) && has_metric(plan, {Metric::unfunded, Metric::unfunded_simple}));
    case headroom: return false;
    case any_row: return has_metric(plan, {Metric::net_cash, Metric::irr_cash, Metric::irr, Metric::irr_periodic});
    case share:
      return has_metric(plan,
                        {Metric::called_share, Metric::dpi, Metric::rvpi, Metric::tvpi, Metric::moic, Metric::irr});
    case no_nav: return has_metric(plan, {Metric::irr_cash});
    case returned: return has_metric(plan, {Metric::dpi, Metric::total_distributions});
    case higher: return plan.wish == Wish::working;
    case needed: return has_metric(plan, {Metric::unfunded, Metric::unfunded_simple});  // "how much more can be called"
    case recallable: return has_metric(plan, {Metric::unfunded, Metric::unfunded_simple});
    case sum: {  // "the sum of both" ratios is no metric
      auto adds = [](const SaidTerm& said) { return said.term == sum && said.spelled.starts_with("sum"); };
      bool amounts = std::all_of(plan.metrics.begin(), plan.metrics.end(),
                                 [](Metric metric) { return unit_of(metric) == Unit::money; });
      return amounts || std::none_of(plan.terms.begin(), plan.terms.end(), adds);
    }
    case plus: return plan.has(total_value) && has_metric(plan, {Metric::total_value});
    case cumulative: return true;
    case latest: return plan.measure == Measure::latest;
    case by_year:
    case by_quarter:
    case j_curve:
    case course: return plan.wish == Wish::series || plan.wish == Wish::change;
    case changed: return plan.wish == Wish::change || plan.wish == Wish::series;
    case difference: return plan.wish == Wish::change;
    case compare: return plan.wish == Wish::check;
    case check:
    case why: return plan.wish != Wish::metric;
    case working:
    case lower: return plan.wish == Wish::working;
    default: return false;
  }
}

// Whether funds are ordered by what flowed, which can be narrowed to some rows.
bool orders_flows(const Plan& plan) {
  return has_metric(plan, {Metric::total_calls, Metric::total_distributions, Metric::pic});
}

bool fund_order_uses(const Plan& plan, Term term) {
  using enum Term;
  static const Terms used = {which_fund, rank,  compare,  higher,   lower, largest,    smallest, difference,
                             sum,        first, negative, positive, count, fund_count, returned};
  if (term == share) return has_metric(plan, {Metric::called_share}) || plan.whole.has_value();
  bool by_rows = has_metric(
      plan, {Metric::total_calls, Metric::total_distributions, Metric::pic, Metric::dpi, Metric::called_share});
  if (term == pooled) return plan.measure == Measure::average;
  if (term == average) return plan.measure == Measure::average;
  if (term == vintage) return plan.fact == vintage && plan.metrics.empty();
  if (term == second || term == third) return plan.nth > 1;
  if (term == latest) return plan.fact == vintage || plan.single_row;
  if (is_part(term) || term == recallable || term == not_recallable) return orders_flows(plan);
  return used.contains(term) || (by_rows && (term == call || term == distribution));
}

// What an answer of one kind answers to.
struct Cover {
  std::set<Wish> wishes;
  bool metrics = false, kinds = false, parts = false;  // all terms of that sort
  Terms terms = {};
  bool (*more)(const Plan&, Term) = nullptr;  // terms whose use hangs on the plan
};

const std::vector<Cover>& covers() {
  using enum Term;
  static const std::vector<Cover> all = {
      {{Wish::metric, Wish::series, Wish::change, Wish::horizon}, true, false, false, {}, metric_uses},
      {{Wish::rows, Wish::share, Wish::groups, Wish::choice_order}, false, false, false, {pic, net_cash}, rows_use},
      {{Wish::pooled}, true, true, false, {pooled, sum}, metric_uses},
      {{Wish::arithmetic},
       true,
       true,
       false,
       {minus, plus, divided, difference, compare, share, higher, lower, sum, returned, passed, check, gross,
        cumulative}},
      {{Wish::portion}, true, false, false, {}, rows_use},
      {{Wish::passed},
       true,
       false,
       false,
       {fully_called, when, passed, sum, cumulative, first, which_period, call, distribution, share, higher, returned,
        latest, changed, at_that_time, period_after}},
      {{Wish::threshold}, true, false, false, {negative, positive, higher, lower}, metric_uses},
      {{Wish::fund_order}, true, false, false, {}, fund_order_uses},
      {{Wish::supposition, Wish::without_rows},
       true,
       true,
       true,
       {changed, difference, profitable, returned, higher, lower, needed, recallable, not_recallable},
       metric_uses},
      {{Wish::returned}, true, true, false, {returned, sum, passed, when}},
      {{Wish::profitable}, true, false, false, {profitable, sum, share}},
      {{Wish::needed},
       true,
       true,
       false,
       {needed, returned, passed, higher, lower, sum, changed, headroom, profitable, share, working}},
      {{Wish::low_point},
       true,
       true,
       false,
       {low_point, j_curve, when, any_row, largest, smallest, course, cumulative, sum}},
      {{Wish::age}, false, false, false, {age, first, call, when}},
      {{Wish::summary}, true, false, false, {summary, sum, course}},
      {{Wish::fact},
       false,
       false,
       false,
       {manager, vintage, currency, report_date, fund_count, fund_size, count, when, which_fund, latest, sum,
        which_period}},
  };
  return all;
}

// Whether the plan does something with `term`, a term that is not framing. Checks, definitions, stories and passages
// name their subject themselves.
bool uses(const Plan& plan, Term term) {
  if (term == Term::how_much && plan.wish == Wish::fact) return plan.fact == Term::fund_size;
  bool moves = term == Term::period_after || term == Term::period_before;
  if (moves) return !plan.rows.periods.empty() || plan.wish == Wish::passed;
  for (const Cover& cover : covers()) {
    if (!cover.wishes.contains(plan.wish)) continue;
    return (cover.metrics && is_metric(term)) || (cover.kinds && is_kind(term)) || (cover.parts && is_part(term)) ||
           cover.terms.contains(term) || (cover.more != nullptr && cover.more(plan, term));
  }
  return true;
}

// What it takes is told for one multiple or rate, in distributions or NAV, of the flows as they are.
bool reckons_goal(const Plan& plan) {
  static const std::set<Metric> targets = {Metric::dpi, Metric::tvpi, Metric::moic, Metric::rvpi, Metric::irr};
  const auto others = std::count_if(plan.metrics.begin(), plan.metrics.end(),
                                    [](Metric metric) { return metric != Metric::total_distributions; });
  const bool known = std::all_of(plan.metrics.begin(), plan.metrics.end(), [](Metric metric) {
    return metric == Metric::total_distributions || targets.contains(metric);
  });
  // "How much more must be called for a DPI of 0.2x?"
  const bool to_be_called = plan.has(Term::call) && !plan.has_any({Term::distribution, Term::returned, Term::nav});
  return known && others <= 1 && !to_be_called && plan.rows.without.empty() && !plan.supposition;
}

// Limits, marks and numbers of rows that the answer would pass over.
std::vector<std::string> unused_bounds(const Plan& plan) {
  static const std::set<Wish> of_rows = {Wish::rows,    Wish::share,   Wish::groups,       Wish::choice_order,
                                         Wish::portion, Wish::story,   Wish::without_rows, Wish::definition,
                                         Wish::sequel,  Wish::passage, Wish::upcoming,     Wish::refused,
                                         Wish::unclear};
  static const std::set<Wish> of_marks = {Wish::supposition, Wish::working,    Wish::threshold, Wish::passed,
                                          Wish::needed,      Wish::check,      Wish::returned,  Wish::passage,
                                          Wish::definition,  Wish::fund_order, Wish::refused,   Wish::unclear};
  std::vector<std::string> unused;
  bool levels = plan.wish == Wish::passed || plan.wish == Wish::fund_order || plan.wish == Wish::working ||
                plan.wish == Wish::needed || plan.wish == Wish::check;
  bool rows = of_rows.contains(plan.wish);
  bool measured = plan.wish == Wish::threshold && !plan.mark;
  if (!rows && !levels && !measured && !plan.rows.amounts.empty()) unused.emplace_back("the amount");
  // "How much of call 3 went to Lumen": a part of one row, which the ledger does not divide.
  bool of_one_row = plan.wish == Wish::share && !plan.rows.numbers.empty() &&
                    (plan.rows.lowers || !plan.rows.words.empty() || !plan.rows.parts.empty());
  if (of_one_row) unused.emplace_back("a part of one call");
  if (!rows && !plan.rows.numbers.empty()) unused.emplace_back("the number of the call");
  // "The NAV in the first quarter": of which year is not said.
  bool any_year = plan.rows.periods.month || plan.rows.periods.quarter;
  if (any_year && !rows && plan.wish != Wish::check && plan.wish != Wish::working && plan.wish != Wish::fact)
    unused.emplace_back("the part of the year");
  if (!plan.rows.periods.other_days.empty() && plan.wish != Wish::metric) unused.emplace_back("one of the days");
  bool chosen = rows && plan.wish != Wish::definition && plan.wish != Wish::passage;
  if (!plan.rows.periods.excluded.empty() && !chosen && plan.wish != Wish::arithmetic)
    unused.emplace_back("the time left out");
  if (!plan.rows.without.empty() && !rows && plan.wish != Wish::fund_order) unused.emplace_back("what is left out");
  // "From the first call to the first distribution of Aster": whose call?
  bool of_two_kinds = plan.ends.size() == 2 && plan.rows.kinds.size() > 1;
  if (of_two_kinds && plan.rows.narrowed()) unused.emplace_back("what it is about");
  static const std::set<Wish> of_figures = {Wish::metric,   Wish::series,     Wish::change,
                                            Wish::horizon,  Wish::threshold,  Wish::supposition,
                                            Wish::returned, Wish::profitable, Wish::summary};
  bool about = !plan.rows.parts.empty() || !plan.rows.words.empty();
  bool of_figure = of_figures.contains(plan.wish) || (plan.wish == Wish::fund_order && !orders_flows(plan));
  if (of_figure && about) unused.emplace_back("what it is about");
  if (plan.wish == Wish::needed && !reckons_goal(plan)) unused.emplace_back("a goal for that");
  // "When did the paid-in capital pass 50 %": of what is not said.
  const bool amounts = !plan.metrics.empty() &&
                       std::ranges::all_of(plan.metrics, [](Metric metric) { return unit_of(metric) == Unit::money; });
  if (plan.wish == Wish::passed && plan.mark && plan.mark->percent && amounts) unused.emplace_back("the percentage");
  if (plan.mark && !of_marks.contains(plan.wish))
    unused.emplace_back(plan.mark->percent ? "the percentage" : "the multiple");
  return unused;
}

void note(Plan& plan, const std::string& words) {
  if (std::find(plan.unexplained.begin(), plan.unexplained.end(), words) == plan.unexplained.end())
    plan.unexplained.push_back(words);
  plan.unexplained_weighs = true;
}

}  // namespace

void note_unused_terms(Plan& plan) {
  for (const SaidTerm& said : plan.terms) {
    // Mostly a pause, or one of two ways to say it.
    bool dash =
        (said.term == Term::minus && said.spelled == "-") || (said.term == Term::divided && said.spelled == "/");
    bool frames = framing().contains(said.term) && (said.term != Term::how_much || plan.wish != Wish::fact);
    if (!dash && !frames && !uses(plan, said.term)) note(plan, said.spelled);
  }
  for (const std::string& bound : unused_bounds(plan)) note(plan, bound);
  // "How long are companies held?": the age of the fund answers for nothing else.
  if (plan.wish == Wish::age && !plan.unexplained.empty()) plan.unexplained_weighs = true;
}

}  // namespace dossier::funds
