#include "funds/questions/question_rules.h"
#include "reading/fold.h"

#include <utility>

namespace dossier::funds {
namespace {

// "How many" wins over "total", the largest over both ("the largest total"): what comes later wins.
constexpr std::pair<Term, Measure> kMeasures[] = {
    {Term::sum, Measure::sum},           {Term::count, Measure::count},     {Term::first, Measure::earliest},
    {Term::latest, Measure::latest},     {Term::average, Measure::average}, {Term::median, Measure::median},
    {Term::smallest, Measure::smallest}, {Term::largest, Measure::largest}};

constexpr std::pair<Term, Grouping> kGroupings[] = {{Term::by_year, Grouping::year},
                                                    {Term::by_quarter, Grouping::quarter},
                                                    {Term::by_month, Grouping::month},
                                                    {Term::by_type, Grouping::type},
                                                    {Term::by_company, Grouping::company}};

// "Which year had the most": the group itself is asked for.
void settle_chosen_period(Plan& plan) {
  if (!plan.has(Term::which_period)) return;
  auto names = [&](std::string_view unit) {
    return std::any_of(plan.terms.begin(), plan.terms.end(), [&](const SaidTerm& said) {
      return said.term == Term::which_period && said.spelled.find(unit) != std::string::npos;
    });
  };
  plan.grouping = names("quarter") ? Grouping::quarter : names("month") ? Grouping::month : Grouping::year;
  plan.choose_period = true;
}

// "Rank the years by distributions": periods in the order of what they had.
void settle_ranked_periods(Plan& plan) {
  if (!plan.has(Term::rank) || !plan.metrics.empty() || plan.rows.kinds.empty()) return;
  std::string question = reading::fold(plan.question);
  auto names = [&](std::string_view unit) { return question.find(unit) != std::string::npos; };
  if (names("quarters")) plan.grouping = Grouping::quarter;
  if (names("months")) plan.grouping = Grouping::month;
  if (names("years")) plan.grouping = Grouping::year;
}

// "The change from the end of 2018 to the end of 2019" lies between two days. "Is the commitment fully called?" asks
// whether all of it is.
void settle_days(Plan& plan) {
  Periods& periods = plan.rows.periods;
  if (plan.has_any({Term::changed, Term::difference}) && periods.other_days.size() == 1 && periods.as_of) {
    Date from = periods.other_days[0], to = *periods.as_of;
    periods = {};
    periods.ranges = {{from, from}, {to, to}};
  }
  // "Paid-in capital on 30 June 2022" is a state; what "was paid in" that day is a row.
  bool one_day = periods.ranges.size() == 1 && periods.ranges[0].from && periods.ranges[0].from == periods.ranges[0].to;
  bool flow = std::any_of(plan.terms.begin(), plan.terms.end(), [](const SaidTerm& said) {
    return said.term == Term::pic && said.spelled.ends_with("paid in");
  });
  const bool state = !plan.metrics.empty() && plan.rows.kinds.empty();
  // "Cumulative distributions at 31 December 2023" are a state as well.
  const bool so_far = plan.has(Term::cumulative) && plan.grouping == Grouping::none;
  if (one_day && !flow && (state || so_far) && !periods.as_of) {
    periods.as_of = periods.ranges[0].to;
    periods.ranges.clear();
  }
  if (!plan.has(Term::fully_called)) return;
  plan.metrics = {Metric::called_share};
  plan.rows.kinds.clear();
  plan.mark = Mark{1, true, Bound::at_least};
}

// "By what amount is net paid-in capital lower than the total called": net of corrections, as reports call it.
void settle_net_paid_in(Plan& plan) {
  bool as_reports_say = std::any_of(plan.terms.begin(), plan.terms.end(), [](const SaidTerm& said) {
    return said.term == Term::net_pic && reading::fold(said.spelled).find("paid") != std::string::npos;
  });
  bool against_calls =
      plan.has_any({Term::call, Term::adjustment, Term::distribution, Term::share}) && !plan.rows.recallable;
  if (!as_reports_say || !against_calls) return;
  std::replace(plan.metrics.begin(), plan.metrics.end(), Metric::net_pic, Metric::pic);
  for (SaidTerm& said : plan.terms) {
    if (said.term == Term::net_pic) said.term = Term::pic;
  }
}

// "The IRR leaving the NAV aside": that of the cash flows alone.
void settle_without_nav(Plan& plan) {
  if (!plan.has(Term::no_nav)) return;
  std::replace(plan.metrics.begin(), plan.metrics.end(), Metric::irr, Metric::irr_cash);
  if (plan.metrics.size() == 1 && plan.metrics[0] == Metric::irr_cash) plan.rows.kinds.clear();
}

// "Undrawn if recallable distributions are left out."
void settle_add_back(Plan& plan) {
  auto& metrics = plan.metrics;
  std::string question = reading::fold(plan.question);
  bool both =
      question.find("with and without") != std::string::npos || question.find("with or without") != std::string::npos;
  bool unfunded = std::find(metrics.begin(), metrics.end(), Metric::unfunded) != metrics.end();
  if (both && unfunded && plan.has_any({Term::left_out, Term::added_back}))
    metrics.push_back(Metric::unfunded_simple);
  else if (plan.has(Term::left_out))
    std::replace(plan.metrics.begin(), plan.metrics.end(), Metric::unfunded, Metric::unfunded_simple);
}

// "Which adjustment lowered paid-in capital?": what took back from the calls, whatever it is called.
void settle_lowered(Plan& plan) {
  bool rows = plan.has_any({Term::adjustment, Term::any_row, Term::rebalance_of_call, Term::rebalance_of_distribution});
  if (!plan.has(Term::lowered) || !rows || plan.metrics.size() > 1) return;
  bool calls = plan.metrics == std::vector{Metric::pic} || plan.has(Term::call);
  bool distributions = plan.metrics == std::vector{Metric::total_distributions} || plan.has(Term::distribution);
  if (calls == distributions) return;
  plan.rows.lowers = calls ? RowKind::capital_call : RowKind::distribution;
  plan.rows.kinds.clear();
  plan.metrics.clear();
}

// "Were any calls refunded?", "which distributions were reversed": what took back from them.
void settle_corrections(Plan& plan) {
  bool taken_back = plan.rows.mentions(Term::refund) || plan.has(Term::reversed);
  if (plan.has(Term::reversed) && plan.rows.kinds.empty() && plan.metrics.empty() && !about_part(plan))
    plan.rows.kinds = {RowKind::adjustment};  // "what was corrected in 2016"
  if (!taken_back || !plan.rows.numbers.empty() || plan.rows.kinds.size() != 1 ||
      plan.rows.kinds[0] == RowKind::adjustment)
    return;
  plan.rows.lowers = plan.rows.kinds[0];
  if (plan.has(Term::share)) return;  // the whole is of that kind
  plan.rows.kinds.clear();
  plan.rows.parts.clear();
}

// Gains and income come out of a fund, fees go in; recalls may be any kind of row.
bool needs_distributions(const Plan& plan) {
  auto come_out = [](const std::vector<Term>& parts) {
    return std::any_of(parts.begin(), parts.end(), comes_of_distributions);
  };
  const auto& parts = plan.rows.parts;
  if (!parts.empty()) return std::all_of(parts.begin(), parts.end(), come_out);
  return plan.rows.recallable && !plan.has(Term::any_row);
}

bool narrows_rows(Term term) {
  return part_words(term) != nullptr || term == Term::recallable || term == Term::not_recallable;
}

// "The average of the last three calls", "the median of the five largest": some rows are picked and then measured.
void settle_picked(Asked& asked) {
  Plan& plan = asked.plan;
  if (!asked.many || plan.top < 2 || !plan.measures.empty()) return;
  for (Term reckons : {Term::average, Term::median}) {
    if (!plan.has(reckons)) continue;
    for (Term picks : {Term::largest, Term::smallest, Term::latest, Term::first}) {
      if (!plan.has(picks)) continue;
      plan.picked = measure_of(picks);
      plan.measure = *measure_of(reckons);
    }
  }
}

// "The recent calls": nobody said how many, so the last few; the answer says how many they are.
void settle_recent(Asked& asked) {
  constexpr int kRecent = 3;
  Plan& plan = asked.plan;
  const bool said = std::any_of(plan.terms.begin(), plan.terms.end(), [](const SaidTerm& said) {
    return said.term == Term::latest && reading::fold(said.spelled) == "recent";
  });
  const bool several = std::any_of(plan.terms.begin(), plan.terms.end(), [](const SaidTerm& said) {
    return (kind_of(said.term) || said.term == Term::any_row) && said.spelled.ends_with('s');
  });
  if (said && several && !asked.many && plan.measure == Measure::latest) plan.top = kRecent;
}

void settle_measure(Asked& asked) {
  Plan& plan = asked.plan;
  if (plan.has(Term::how_much)) plan.measure = Measure::sum;
  for (const auto& [term, measure] : kMeasures) {
    if (plan.has(term)) plan.measure = measure;
  }
  auto both_ways = [](const SaidTerm& said) {
    return said.term == Term::any_row && said.spelled.find("out") != std::string::npos;  // "in versus out"
  };
  if (plan.measure == Measure::none && std::any_of(plan.terms.begin(), plan.terms.end(), both_ways)) {
    plan.measure = Measure::sum;
    plan.rows.kinds = {RowKind::capital_call, RowKind::distribution};
  }
  plan.by_count =
      std::any_of(plan.terms.begin(), plan.terms.end(), [](const SaidTerm& said) { return said.spelled == "fewest"; });
  if (plan.has(Term::second)) plan.nth = 2;
  if (plan.has(Term::third)) plan.nth = 3;
  if (plan.has(Term::interval)) plan.measure = Measure::interval;
  bool unmeasured = plan.measure == Measure::none || plan.measure == Measure::sum;
  if (plan.nth > 1 && unmeasured) plan.measure = Measure::earliest;  // "how much was the second call"
  if (asked.many && plan.measure == Measure::none) plan.measure = Measure::largest;
  settle_recent(asked);
  settle_picked(asked);
}

}  // namespace

std::optional<Measure> measure_of(Term term) {
  for (const auto& [said, measure] : kMeasures) {
    if (said == term) return measure;
  }
  return std::nullopt;
}

void settle_gross(Plan& plan) {
  if (!plan.has(Term::gross)) return;
  static constexpr std::pair<Metric, Metric> kGross[] = {{Metric::dpi, Metric::dpi_gross},
                                                         {Metric::pic, Metric::total_calls},
                                                         {Metric::total_distributions, Metric::gross_distributions}};
  for (const auto& [net, gross] : kGross) std::replace(plan.metrics.begin(), plan.metrics.end(), net, gross);
}

bool measures_one_row(const Plan& plan) {
  for (std::size_t k = 0; k < plan.terms.size(); ++k) {
    const SaidTerm& said = plan.terms[k];
    bool superlative =
        said.spelled.ends_with("st") || said.spelled.starts_with("max") || said.spelled.starts_with("min");
    bool extreme = (said.term == Term::largest || said.term == Term::smallest) && superlative &&
                   said.spelled != "most" && said.spelled != "least";
    std::size_t next = k + 1;
    auto names_one = [&](std::size_t k) { return plan.terms[k].spelled.ends_with("distribution"); };
    while (next < plan.terms.size() && narrows_rows(plan.terms[next].term) && !names_one(next)) ++next;
    if (extreme && next < plan.terms.size() &&
        (names_one(next) || (kind_of(plan.terms[next].term) && !plan.terms[next].spelled.ends_with('s'))))
      return true;
  }
  return false;
}

bool about_part(const Plan& plan) {
  return !plan.rows.parts.empty() || !plan.rows.words.empty();
}

bool about_rows(const Plan& plan) {
  return !plan.rows.kinds.empty() || plan.has(Term::any_row) || plan.rows.lowers || !plan.rows.parts.empty() ||
         !plan.rows.words.empty() || plan.rows.recallable || !plan.rows.numbers.empty() || !plan.rows.without.empty();
}

void settle_details(Asked& asked) {
  Plan& plan = asked.plan;
  plan.yes_or_no = asked.opens_with({"is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "can",
                                     "hat", "ist", "sind", "war", "gab", "gibt", "est", "a"}) ||
                   plan.has(Term::any);
  plan.wants_date = plan.has(Term::when);
  for (const auto& [term, grouping] : kGroupings) {
    if (plan.has(term)) plan.grouping = grouping;
  }
  settle_chosen_period(plan);
  settle_ranked_periods(plan);
  plan.cumulative =
      plan.has(Term::cumulative) &&
      (plan.grouping == Grouping::year || plan.grouping == Grouping::quarter || plan.grouping == Grouping::month);
  settle_days(plan);
  bool of_rows = plan.rows.kinds.size() == 1 || (plan.rows.kinds.empty() && plan.has(Term::any_row));
  bool below_nil = plan.has(Term::negative) && plan.metrics.empty() && of_rows;
  if (below_nil) plan.rows.negative = true;
  settle_measure(asked);
  settle_net_paid_in(plan);
  settle_gross(plan);
  settle_without_nav(plan);
  settle_add_back(plan);
  settle_lowered(plan);
  settle_corrections(plan);
  if (!plan.ends.empty()) plan.measure = Measure::interval;
  if (plan.rows.kinds.empty() && needs_distributions(plan)) plan.rows.kinds = {RowKind::distribution};
}

}  // namespace dossier::funds
