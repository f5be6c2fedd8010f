#include "funds/questions/question_rules.h"
#include "reading/fold.h"

namespace dossier::funds {
namespace {

std::optional<Metric> whole_of(const Plan& plan) {
  // What is drawn or open is a part of the commitment, in whatever order they are said.
  if (plan.has(Term::commitment) && plan.has_any({Term::unfunded, Term::pic})) return Metric::commitment;
  auto share =
      std::find_if(plan.terms.begin(), plan.terms.end(), [](const SaidTerm& said) { return said.term == Term::share; });
  for (auto said = share; said != plan.terms.end(); ++said) {
    auto metric = metric_of(said->term);
    if (metric && unit_of(*metric) == Unit::money) return metric;
    if (said->term == Term::call || said->term == Term::distribution) return std::nullopt;
  }
  return std::nullopt;
}

// "DPI without the distributions of 2017", "TVPI excluding 2021": as if those rows had not been.
void leave_out_a_time(Plan& plan) {
  Periods& periods = plan.rows.periods;
  if (periods.excluded.empty()) return;
  RowChoice out{.kinds = plan.rows.kinds};
  out.periods.ranges = std::move(periods.excluded);
  periods.excluded.clear();
  plan.rows.kinds.clear();
  plan.rows.without.push_back(std::move(out));
}

// A rate over a period, a figure's change over one, or its course.
std::optional<Wish> over_time(const Plan& plan) {
  const auto& ranges = plan.rows.periods.ranges;
  bool rate =
      std::any_of(plan.metrics.begin(), plan.metrics.end(), [](Metric metric) { return metric == Metric::irr; });
  bool bounded = !ranges.empty() && ranges.front().from && ranges.front().from != ranges.front().to;
  if (plan.grouping == Grouping::year || plan.grouping == Grouping::quarter) return Wish::series;
  if (plan.has(Term::changed)) return bounded ? Wish::change : Wish::series;
  if (plan.has(Term::difference) && ranges.size() == 2) return Wish::change;
  if (plan.has(Term::course)) return Wish::series;
  if (rate && bounded) return Wish::horizon;
  bool years = bounded && (!ranges.front().to || ranges.front().to->year() > ranges.front().from->year());
  return years ? std::optional(Wish::series) : std::nullopt;
}

// "Paid-in capital on 31 December 2022" stands on that day, "of 2022, at year end" at its end; "what was paid in on
// that day" flowed.
bool stands_on_a_day(const Plan& plan) {
  const auto& ranges = plan.rows.periods.ranges;
  std::string question = reading::fold(plan.question);
  bool year_end = question.find("year end") != std::string::npos || question.find("year-end") != std::string::npos;
  bool day = ranges.size() == 1 && ranges[0].from && ranges[0].to && (ranges[0].from == ranges[0].to || year_end);
  bool standing = std::any_of(plan.terms.begin(), plan.terms.end(), [](const SaidTerm& said) {
    return said.term == Term::pic && (said.spelled.find("apital") != std::string::npos || said.spelled.size() == 3);
  });
  return day && standing && plan.rows.periods.excluded.empty() && !about_part(plan);
}

Wish flow_sum(Plan& plan) {
  if (plan.metrics.front() == Metric::pic && plan.rows.parts.empty()) plan.rows.kinds = {RowKind::capital_call};
  plan.metrics.clear();
  if (plan.measure == Measure::none) plan.measure = Measure::sum;
  return Wish::rows;
}

// "Called, distributed, NAV and undrawn": every one of them, in the order they are said.
Wish listed_figures(Plan& plan) {
  plan.metrics.clear();
  for (const SaidTerm& said : plan.terms) {
    auto metric = metric_of(said.term);
    if (said.term == Term::call) metric = Metric::total_calls;
    if (said.term == Term::distribution) metric = Metric::total_distributions;
    if (metric && std::find(plan.metrics.begin(), plan.metrics.end(), *metric) == plan.metrics.end())
      plan.metrics.push_back(*metric);
  }
  return Wish::metric;
}

// "What share is paid in": of the commitment; "a share of the paid-in capital" takes that as the whole.
bool says_share_is_paid_in(const Plan& plan) {
  const std::string question = reading::fold(plan.question);
  const auto at = question.find("paid in");
  if (at == std::string::npos) return false;
  const std::string before = question.substr(0, at);
  return before.ends_with(" is ") || before.ends_with(" been ") || before.ends_with(" was ") ||
         before.ends_with(" we ") || before.ends_with(" already ");
}

// A metric of one company or kind of row is no metric of the fund.
Wish part_metric(Asked& asked) {
  Plan& plan = asked.plan;
  if (asked.opens_with({"how"}) && plan.rows.words.empty()) return Wish::passage;  // "How does a refund affect DPI?"
  plan.refusal =
      "the ledger shows cash flows of the fund as a whole; a figure of one investment or part needs its own cash "
      "flows and value";
  return Wish::refused;
}

}  // namespace

// "Unfunded as a percentage of the commitment", "call 3 as a share of the NAV": the whole is the first thing said
// after the share.
std::optional<Wish> portion_question(Asked& asked) {
  Plan& plan = asked.plan;
  if (plan.mark && plan.mark->percent && plan.has(Term::commitment) && (plan.has(Term::call) || plan.has(Term::pic))) {
    plan.metrics = {Metric::called_share};
    return std::nullopt;
  }
  bool all_calls = plan.rows.kinds == std::vector{RowKind::capital_call} && !plan.rows.narrowed();
  bool called = all_calls && plan.metrics.empty() && plan.measure == Measure::none;
  if (plan.has(Term::share) && called && plan.grouping == Grouping::none) {  // "what % has been called"
    plan.metrics = {Metric::called_share};
    return Wish::metric;
  }
  if (!plan.has(Term::share) || plan.metrics.empty()) return std::nullopt;
  if (plan.metrics == std::vector{Metric::pic} && !about_rows(plan) && says_share_is_paid_in(plan)) {
    plan.metrics = {Metric::called_share};
    return Wish::metric;
  }
  bool drawn = plan.has(Term::call) || plan.has(Term::pic);
  bool narrowed = plan.rows.narrowed() || plan.has_any({Term::largest, Term::smallest, Term::latest, Term::first});
  if (plan.has(Term::commitment) && drawn && !narrowed && !plan.has(Term::unfunded)) {
    plan.metrics = {Metric::called_share};
    return Wish::metric;
  }
  if (plan.has(Term::pic) && !narrowed && (plan.has(Term::distribution) || plan.has(Term::returned))) {
    plan.metrics = {Metric::dpi};
    return Wish::metric;
  }
  if (plan.has(Term::unfunded) && !narrowed && plan.rows.kinds.empty()) {
    plan.metrics = {plan.has(Term::left_out) ? Metric::unfunded_simple : Metric::unfunded};
    plan.whole = Metric::commitment;
    return Wish::portion;
  }
  plan.whole = whole_of(plan);
  if (!plan.whole) return std::nullopt;
  std::erase(plan.metrics, *plan.whole);
  if (plan.has(Term::returned) && plan.metrics.empty() && plan.rows.kinds.empty())
    plan.rows.kinds = {RowKind::distribution};
  // "What share of the NAV is Fernwave?": what was paid for it is no part of the NAV.
  bool of_cash = plan.whole == Metric::commitment || plan.whole == Metric::pic;  // "fees as % of the commitment"
  if (of_cash && plan.metrics.empty() && plan.rows.kinds.empty() && about_part(plan))
    plan.rows.kinds = {RowKind::capital_call};
  if (plan.metrics.empty() && plan.rows.kinds.empty() && about_part(plan)) return part_metric(asked);
  bool rows = !plan.rows.kinds.empty() || plan.rows.narrowed();
  return plan.metrics.size() == 1 || (plan.metrics.empty() && rows) ? std::optional(Wish::portion) : std::nullopt;
}

std::optional<Wish> metric_question(Asked& asked) {
  Plan& plan = asked.plan;
  if (plan.metrics.empty()) return std::nullopt;
  if (plan.listed && !about_part(plan) && plan.rows.periods.ranges.empty()) return listed_figures(plan);
  bool flows = std::all_of(plan.metrics.begin(), plan.metrics.end(),
                           [](Metric metric) { return metric == Metric::pic || metric == Metric::net_cash; });
  if (flows && stands_on_a_day(plan)) {
    Date day = *plan.rows.periods.ranges[0].to;
    plan.rows.periods = {};
    plan.rows.periods.as_of = day;
  }
  // "Paid in during 2023", "paid in management fees": what was called then or for that, no metric of the fund.
  if (flows && (about_part(plan) || !plan.rows.periods.ranges.empty())) return flow_sum(plan);
  if (about_part(plan)) return part_metric(asked);
  leave_out_a_time(plan);
  if (!plan.rows.without.empty()) return Wish::without_rows;
  bool flows_alone =
      plan.metrics == std::vector{Metric::net_cash} && !plan.has(Term::j_curve) && !plan.has(Term::cumulative);
  if (flows_alone && plan.grouping != Grouping::none) return Wish::groups;  // what flowed in each year
  // "How much of the commitment is uncalled" asks for one of the two figures it names.
  if (plan.has(Term::unfunded) && plan.has(Term::commitment) && plan.has_any({Term::how_much, Term::share}))
    std::erase(plan.metrics, Metric::commitment);
  return over_time(plan).value_or(Wish::metric);
}

}  // namespace dossier::funds
