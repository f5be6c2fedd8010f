#include "funds/answering.h"
#include "funds/question_reader.h"

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

// Takes over what the new question says of the choice of rows.
void replace_rows(RowChoice& rows, const RowChoice& now) {
  if (!now.kinds.empty()) rows.kinds = now.kinds;
  if (!now.periods.empty()) rows.periods = now.periods;
  if (!now.amounts.empty()) rows.amounts = now.amounts;
  if (now.recallable) rows.recallable = now.recallable;
  if (!now.parts.empty()) rows.parts = now.parts;
  if (!now.words.empty()) rows.words = now.words;
  if (!now.numbers.empty()) rows.numbers = now.numbers;
  if (!now.without.empty()) rows.without = now.without;
  if (now.negative) rows.negative = true;
}

void replace_details(Plan& plan, const Plan& now) {
  plan.question = now.question;
  plan.unexplained = now.unexplained;
  plan.unexplained_name = now.unexplained_name;
  plan.unexplained_weighs = now.unexplained_weighs;
  plan.terms = now.terms;
  plan.refusal = now.refusal;
  plan.yes_or_no = false;
  plan.said = now.said;
  if (!now.named.empty() || !now.named.stranger.empty()) plan.named = now.named;
  if (now.mark) plan.mark = now.mark;
  if (now.arithmetic) plan.arithmetic = now.arithmetic;
  if (now.supposition) plan.supposition = now.supposition;
  if (now.fact) plan.fact = now.fact;
  if (now.grouping != Grouping::none) {
    plan.grouping = now.grouping;
    plan.cumulative = now.cumulative;
    plan.choose_period = now.choose_period;
  }
  // "How much was that?" after the first distribution.
  bool asks_it_only = now.rows.kinds.empty() && now.metrics.empty() && !now.rows.narrowed();
  bool of_that_row = picks_rows(plan.measure) && now.measure == Measure::sum &&
                     (now.has(Term::share) || (asks_it_only && !now.has(Term::sum)));
  bool next_in_line = now.nth > 1 && picks_rows(plan.measure) &&  // "third?" after the second largest
                      !now.has_any({Term::first, Term::latest, Term::largest, Term::smallest});
  if (next_in_line) {
    plan.nth = now.nth;
  } else if (now.measure != Measure::none && !of_that_row) {
    plan.measure = now.measure;
    plan.top = now.top;
    plan.nth = now.nth;
    plan.measures = now.measures;
    plan.ends = now.ends;
    plan.by_count = now.by_count;
  }
}

// Wishes that a follow-up brings with it, whatever went before.
bool decides_for_itself(const Plan& now) {
  switch (now.wish) {
    case Wish::check:
    case Wish::definition:
    case Wish::working:
    case Wish::supposition:
    case Wish::refused:
    case Wish::share:
    case Wish::upcoming:
    case Wish::fact:
    case Wish::threshold:
    case Wish::passed:
    case Wish::groups:
    case Wish::arithmetic:
    case Wish::fund_order: return true;
    default: return false;
  }
}

// These go on with another metric: "If NAV fell, what would TVPI be?" - "And RVPI?"
bool takes_any_metric(Wish wish) {
  return wish == Wish::supposition || wish == Wish::check || wish == Wish::series || wish == Wish::fund_order;
}

bool lists(const Plan& now) {
  return now.has(Term::list) || (now.has(Term::which) && now.measure == Measure::none);
}

}  // namespace

namespace {

bool whole_alone(const Plan& plan) {
  return plan.whole && plan.metrics.empty() && plan.rows.kinds.empty() && plan.rows.parts.empty() &&
         plan.rows.words.empty();
}

}  // namespace

bool leans_on_the_turn_before(const ReadQuestion& read) {
  const Plan& plan = read.plan;
  if (plan.has_any({Term::what_about, Term::those})) return true;
  bool subject = !plan.metrics.empty() || !plan.rows.kinds.empty() || !plan.rows.parts.empty() || plan.fact ||
                 plan.has(Term::any_row);
  // "As a share of the commitment?": the whole alone, the part was said before.
  if (whole_alone(plan) && plan.unexplained.empty()) return true;
  // "As a percentage of all distributions?"
  if (plan.has(Term::share) && (read.opening == "as" || read.opening == "in")) return true;
  return !subject && plan.unexplained.empty() && !plan.has(Term::who);
}

namespace {

// "And the year after?": the period of the turn before, moved by its own length in years or quarters.
std::optional<DateRange> moved(const DateRange& range, int direction) {
  if (!range.from || !range.to) return std::nullopt;
  auto month_of = [](Date day) { return day.year() * 12 + day.month() - 1; };
  int months = (month_of(*range.to) - month_of(*range.from) + 1) * direction;
  auto shifted = [&](Date day) {
    int index = month_of(day) + months;
    return *Date::of(index / 12, index % 12 + 1, 1);
  };
  return DateRange{shifted(*range.from), shifted(*range.to).last_of_month()};
}

void move_period(Plan& plan, const Plan& now) {
  int direction = now.has(Term::period_after) ? 1 : now.has(Term::period_before) ? -1 : 0;
  if (direction != 0 && plan.rows.periods.as_of) {
    bool quarter = std::any_of(now.terms.begin(), now.terms.end(),
                               [](const SaidTerm& said) { return said.spelled.find("quarter") != std::string::npos; });
    Date day = *plan.rows.periods.as_of;
    int month = day.year() * 12 + day.month() - 1 + direction * (quarter ? 3 : 12);
    plan.rows.periods.as_of = Date::of(month / 12, month % 12 + 1, 1)->last_of_month();
  }
  if (direction == 0 || plan.rows.periods.ranges.empty()) return;
  if (auto range = moved(plan.rows.periods.ranges.back(), direction)) plan.rows.periods.ranges = {*range};
}

}  // namespace

namespace {

// "And 50%?" after "if NAV fell by 30 %", "and 20m?" after a NAV supposed.
void vary_supposition(Plan& plan, const Plan& now) {
  if (plan.wish != Wish::supposition || now.supposition || !plan.supposition) return;
  Supposition& supposed = *plan.supposition;
  if (now.mark && now.mark->percent && supposed.change == Supposition::Change::by_share) {
    supposed.value = std::copysign(now.mark->value, supposed.value);
    plan.mark.reset();
  }
  if (now.rows.amounts.least && supposed.change != Supposition::Change::by_share) {
    supposed.value = std::copysign(*now.rows.amounts.least, supposed.value);
    plan.rows.amounts = {};
  }
}

// "As % of the commitment?" after a figure or rows.
Plan as_portion(const Plan& before, const Plan& now) {
  Plan plan = before;
  replace_details(plan, now);
  plan.whole = now.whole;
  plan.measure = picks_rows(before.measure) ? before.measure : Measure::none;
  plan.wish = Wish::portion;
  bool money = before.metrics.size() == 1 && unit_of(before.metrics[0]) == Unit::money;
  if (before.wish == Wish::rows) plan.metrics.clear();
  if (before.wish != Wish::rows && !(before.wish == Wish::metric && money)) plan.wish = Wish::unclear;
  return plan;
}

// "How does that compare with 2013?" after the rows of another time.
bool compares_periods(const Plan& before, const Plan& now) {
  return before.wish == Wish::rows && before.rows.periods.ranges.size() == 1 && now.rows.periods.ranges.size() == 1 &&
         now.rows.kinds.empty() && now.has_any({Term::compare, Term::higher, Term::lower, Term::difference});
}

Plan with_both_periods(const Plan& before, const Plan& now) {
  Plan plan = before;
  replace_details(plan, now);
  plan.rows.periods.ranges.push_back(now.rows.periods.ranges[0]);
  plan.wish = Wish::choice_order;
  return plan;
}

// "And once recallable distributions are added back?" after the unfunded commitment.
bool varies_add_back(const Plan& before, const Plan& now) {
  auto unfunded = [](Metric metric) { return metric == Metric::unfunded || metric == Metric::unfunded_simple; };
  return now.has_any({Term::added_back, Term::left_out}) &&
         std::any_of(before.metrics.begin(), before.metrics.end(), unfunded);
}

Plan with_add_back(const Plan& before, const Plan& now) {
  Plan plan = before;
  replace_details(plan, now);
  bool with = now.has(Term::added_back);
  std::replace(plan.metrics.begin(), plan.metrics.end(), with ? Metric::unfunded_simple : Metric::unfunded,
               with ? Metric::unfunded : Metric::unfunded_simple);
  plan.wish = Wish::metric;
  return plan;
}

}  // namespace

Plan continued(const Plan& before, const Plan& now) {
  Plan plan = before;
  if (whole_alone(now)) return as_portion(before, now);
  if (compares_periods(before, now)) return with_both_periods(before, now);
  if (varies_add_back(before, now)) return with_add_back(before, now);
  move_period(plan, now);
  if (now.has(Term::since_inception)) plan.rows.periods = {};
  replace_details(plan, now);
  bool new_metrics = !now.metrics.empty(), new_rows = !now.rows.kinds.empty();
  if (new_metrics) plan.metrics = now.metrics;
  bool leaves_out = !now.rows.without.empty() || !now.rows.periods.excluded.empty();
  if (now.has(Term::working) || now.has(Term::why)) {
    plan.wish = Wish::working;
  } else if (before.wish == Wish::metric && leaves_out && !new_metrics && !new_rows) {
    plan.wish = Wish::without_rows;  // "and without dividends?"
  } else if (decides_for_itself(now)) {
    plan.wish = now.wish;
  } else if (new_metrics && !takes_any_metric(before.wish)) {
    plan.wish = Wish::metric;  // the subject changes: rows spoken of before do not belong to it
    plan.rows = now.rows;
    plan.measure = now.measure;
    return plan;
  } else if (new_rows || lists(now) || (now.measure != Measure::none && before.wish == Wish::share)) {
    plan.wish = Wish::rows;
  }
  if (lists(now)) plan.measure = now.measure;
  if (new_rows && before.wish != Wish::rows) plan.measure = now.measure;
  replace_rows(plan.rows, now.rows);
  vary_supposition(plan, now);
  return plan;
}

}  // namespace dossier::funds
