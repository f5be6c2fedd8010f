#include "funds/questions/answering.h"
#include "funds/questions/question_followup_turns.h"
#include "funds/questions/question_reader.h"
#include "funds/questions/question_supposition.h"
#include "reading/fold.h"
#include "reading/one_of.h"

#include <algorithm>

namespace dossier::funds {
namespace {

// "List them". After a figure, "what does the other fund show?" lists nothing.
bool lists(const Plan& before, const Plan& now) {
  bool of_rows = before.metrics.empty() || !now.rows.kinds.empty() || now.has(Term::any_row);
  return of_rows && (now.has(Term::list) || (now.has(Term::which) && now.measure == Measure::none));
}

// A kind of rows that the question says itself, not one that follows from what it asks about.
bool says_kind(const Plan& now) {
  return now.has_any({Term::call, Term::distribution, Term::adjustment, Term::any_row, Term::rebalance_of_call,
                      Term::rebalance_of_distribution});
}

// ---- the frame: what always is of this turn alone ----

void take_frame(Plan& plan, const Plan& now) {
  plan.question = now.question;
  plan.unexplained = now.unexplained;
  plan.unexplained_name = now.unexplained_name;
  plan.unexplained_weighs = now.unexplained_weighs;
  plan.terms = now.terms;
  plan.said = now.said;
  plan.refusal = now.refusal;
  plan.yes_or_no = false;
}

// "What about a drop of 20 percent?" after a supposition: how it moves was said before.
void pass_over_moves(Plan& plan, const Plan& before) {
  if (before.wish != Wish::supposition) return;
  const auto& moves = supposition_words();
  std::erase_if(plan.unexplained, [&](const std::string& word) {
    return std::find(moves.begin(), moves.end(), reading::fold(word)) != moves.end();
  });
  if (plan.unexplained.empty()) plan.unexplained_weighs = false;
}

// "... afterwards": what a sequel tells anyway.
void pass_over_later(Plan& plan) {
  std::erase_if(plan.unexplained, [](const std::string& word) {
    return reading::one_of(reading::fold(word), {"later", "afterwards", "afterward", "subsequently", "again", "since",
                                                 "thereafter", "after", "back", "reversed", "amount"});
  });
  if (plan.unexplained.empty()) plan.unexplained_weighs = false;
}

// ---- whose ----

void take_funds(Plan& plan, const Plan& now) {
  if (!now.named.empty() || !now.named.stranger.empty()) plan.named = now.named;
  // "And both?", "which is higher?"
  if (now.named.empty() && (now.has(Term::both) || (now.about_funds && now.wish == Wish::fund_order))) plan.named = {};
}

// ---- when ----

// The period moved by its own length in years or quarters: "and the year after?"
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

// "And now?", "and today?": of all that is known. Before a subject "now" only goes on: "now the calls".
bool asks_for_today(const Plan& now) {
  bool subject = !now.metrics.empty() || says_kind(now);
  return std::any_of(now.terms.begin(), now.terms.end(), [&](const SaidTerm& said) {
    return said.term == Term::today && !(subject && said.spelled == "now");
  });
}

// "And overall?", "and for all years?" after the figure of a time.
bool asks_for_all_times(const Plan& before, const Plan& now) {
  if (before.rows.periods.empty() || !now.rows.periods.empty()) return false;
  std::string said = " " + reading::fold(now.question) + " ";
  std::replace_if(
      said.begin(), said.end(), [](char c) { return c == '?' || c == '.' || c == ','; }, ' ');
  constexpr std::string_view kWays[] = {" overall ", " all years ", " all time ",   " all periods ", " all quarters ",
                                        " ever ",    " any year ",  " whole time ", " whole period "};
  return std::any_of(std::begin(kWays), std::end(kWays),
                     [&](std::string_view way) { return said.find(way) != std::string::npos; });
}

// "And in Q3?" after the calls of 2022: of the same year.
bool names_part_of_a_year(const Periods& periods) {
  return (periods.month || periods.quarter) && periods.ranges.empty() && !periods.as_of;
}

void take_time(Plan& plan, const Plan& now) {
  const Periods& said = now.rows.periods;
  move_period(plan, now);
  if (now.has(Term::since_inception) || asks_for_today(now) || asks_for_all_times(plan, now)) plan.rows.periods = {};
  const auto& before = plan.rows.periods.ranges;
  bool of_one_year =
      before.size() == 1 && before[0].from && before[0].to && before[0].from->year() == before[0].to->year();
  if (names_part_of_a_year(said) && of_one_year) {
    int year = before[0].from->year();
    plan.rows.periods = said;
    plan.rows.periods.ranges = {whole_year(year)};
  } else if (!said.empty()) {
    plan.rows.periods = said;
  }
}

// ---- which rows ----

void take_rows(RowChoice& rows, const RowChoice& now) {
  if (!now.kinds.empty()) rows.kinds = now.kinds;
  if (!now.amounts.empty()) rows.amounts = now.amounts;
  if (now.recallable) rows.recallable = now.recallable;
  if (!now.parts.empty()) rows.parts = now.parts;
  if (!now.words.empty()) rows.words = now.words;
  if (!now.numbers.empty()) rows.numbers = now.numbers;
  if (!now.without.empty()) rows.without = now.without;
  if (now.negative) rows.negative = true;
}

// ---- how it is measured ----

void take_measure(Plan& plan, const Plan& now) {
  if (now.grouping != Grouping::none) {
    plan.grouping = now.grouping;
    plan.cumulative = now.cumulative;
    plan.choose_period = now.choose_period;
  }
  if (!now.ends.empty()) plan.ends = now.ends;
  // "How much was that?" after the first distribution.
  bool asks_it_only = now.rows.kinds.empty() && now.metrics.empty() && !now.rows.narrowed();
  bool of_that_row = picks_rows(plan.measure) && now.measure == Measure::sum &&
                     (now.has(Term::share) || (asks_it_only && !now.has(Term::sum))) &&
                     (now.rows.kinds.empty() || now.rows.kinds == plan.rows.kinds);
  bool next_in_line = now.nth > 1 && picks_rows(plan.measure) &&  // "third?" after the second largest
                      !now.has_any({Term::first, Term::latest, Term::largest, Term::smallest});
  // "And overall?" after the largest of a year: the time alone is another.
  if (asks_it_only && now.measure == Measure::sum && plan.measure != Measure::none && asks_for_all_times(plan, now))
    return;
  if (next_in_line) {
    plan.nth = now.nth;
  } else if (now.measure != Measure::none && !of_that_row) {
    plan.measure = now.measure;
    plan.top = now.top;
    plan.nth = now.nth;
    plan.measures = now.measures;
    plan.by_count = now.by_count;
  }
}

void take_details(Plan& plan, const Plan& now) {
  if (now.mark) plan.mark = now.mark;
  if (now.arithmetic) plan.arithmetic = now.arithmetic;
  if (now.supposition) plan.supposition = now.supposition;
  if (now.fact) plan.fact = now.fact;
}

// ---- what is done with it ----

// Wishes that a follow-up brings with it, whatever went before.
bool decides_for_itself(const Plan& now) {
  switch (now.wish) {
    case Wish::check:
    case Wish::definition:
    case Wish::working:
    case Wish::supposition:
    case Wish::needed:
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
  switch (wish) {
    case Wish::supposition:
    case Wish::check:
    case Wish::series:
    case Wish::change:
    case Wish::passed:
    case Wish::needed:
    case Wish::threshold:
    case Wish::pooled:
    case Wish::without_rows:
    case Wish::row_change:
    case Wish::fund_order: return true;
    default: return false;
  }
}

// Answers about rows that go on with other rows: "what share of distributions was income?" - "And gains?"
bool takes_any_rows(const Plan& before) {
  return before.wish == Wish::share || before.wish == Wish::groups || before.wish == Wish::portion;
}

// A figure in its turn of a day goes on as of that day: "DPI at the end of 2023?" - "And TVPI?"
bool goes_on_in_time(const Plan& before, const Plan& now) {
  bool figures = before.wish == Wish::metric || before.wish == Wish::working;
  bool all_times = now.has(Term::since_inception) || asks_for_today(now) || asks_for_all_times(before, now);
  return figures && !all_times && !before.rows.periods.empty();
}

// The subject changes to a figure: rows spoken of before do not belong to it.
Plan turned_to_figure(Plan plan, const Plan& before, const Plan& now) {
  plan.wish = Wish::metric;
  plan.metrics = now.metrics;
  plan.rows = now.rows;
  plan.measure = now.measure;
  plan.grouping = Grouping::none;
  // "Net?" after the cash flows of a quarter: what was left over in it.
  const bool net = now.metrics == std::vector{Metric::net_cash} && before.wish == Wish::rows;
  if (net && now.rows.periods.empty() && !before.rows.periods.empty()) {
    plan.rows.periods = before.rows.periods;
    plan.metrics.clear();
    plan.measure = Measure::sum;
    plan.wish = Wish::rows;
    return plan;
  }
  if (now.rows.periods.empty() && goes_on_in_time(before, now)) {
    plan.rows.periods = before.rows.periods;
    move_period(plan, now);  // "and the DPI the year after?"
  }
  return plan;
}

// "And call 3?" after the days between call 1 and call 2: nothing says which end it takes the place of.
void refuse_a_third_end(Plan& plan, const Plan& now) {
  if (plan.ends.empty() || !now.ends.empty() || now.rows.numbers.empty()) return;
  plan.wish = Wish::refused;
  plan.refusal = "it is open which two rows the days are to be counted between; name both";
}

void take_wish(Plan& plan, const Plan& before, const Plan& now) {
  bool new_metrics = !now.metrics.empty(), new_rows = !now.rows.kinds.empty();
  bool leaves_out = !now.rows.without.empty() || !now.rows.periods.excluded.empty();
  bool asks_why = now.has(Term::working) || now.has(Term::why);
  bool of_rows = before.wish == Wish::story || before.wish == Wish::rows;
  bool tells_story = now.has(Term::story) && now.rows.kinds.empty();
  // "When did it pass 0.6x?" after a figure of some day.
  if (now.mark && now.has_any({Term::when, Term::passed}) && !plan.metrics.empty() && now.rows.kinds.empty()) {
    plan.wish = Wish::passed;
    plan.rows.periods = now.rows.periods;
    return;
  }
  if ((asks_why || tells_story) && of_rows && !new_metrics && before.metrics.empty()) {
    plan.wish = Wish::story;  // "why?" after a row
  } else if (asks_why) {
    plan.wish = Wish::working;
  } else if (before.wish == Wish::metric && leaves_out && !new_metrics && !new_rows) {
    plan.wish = Wish::without_rows;  // "and without dividends?"
  } else if (decides_for_itself(now)) {
    plan.wish = now.wish;
  } else if (lists(before, now) || (new_rows && !(takes_any_rows(before) && now.measure == Measure::none)) ||
             (now.measure != Measure::none && before.wish == Wish::share)) {
    plan.wish = Wish::rows;
    if (before.wish != Wish::rows) plan.grouping = now.grouping;
  }
  if (lists(before, now)) plan.measure = now.measure;
  if (new_rows && before.wish != Wish::rows) plan.measure = now.measure;
}

}  // namespace

bool leans_on_the_turn_before(const ReadQuestion& read) {
  const Plan& plan = read.plan;
  if (plan.has_any({Term::what_about, Term::those})) return true;
  bool subject = !plan.metrics.empty() || !plan.rows.kinds.empty() || !plan.rows.parts.empty() || plan.fact ||
                 plan.has(Term::any_row);
  // "As a share of the commitment?": the whole alone, the part was said before.
  if (names_whole_alone(plan) && plan.unexplained.empty()) return true;
  // "As a percentage of all distributions?"
  if (plan.has(Term::share) && (read.opening == "as" || read.opening == "in")) return true;
  return !subject && plan.unexplained.empty() && !plan.has(Term::who);
}

// A turn has parts: whose figures, which figure or rows, of what time, measured how, and what is done with it. A
// follow-up replaces the parts it names and inherits the others.
Plan continued(const Plan& before, const Plan& now) {
  if (auto plan = turn_of_its_own(before, now)) {
    take_frame(*plan, now);
    take_funds(*plan, now);
    if (plan->wish == Wish::sequel) pass_over_later(*plan);
    return *plan;
  }
  Plan plan = before;
  take_frame(plan, now);
  pass_over_moves(plan, before);
  take_funds(plan, now);
  take_details(plan, now);
  take_measure(plan, now);
  bool to_figure = !now.metrics.empty() && !takes_any_metric(before.wish) && !decides_for_itself(now) &&
                   !now.has_any({Term::working, Term::why});
  if (to_figure) return turned_to_figure(std::move(plan), before, now);
  if (!now.metrics.empty()) plan.metrics = now.metrics;
  take_time(plan, now);
  take_rows(plan.rows, now.rows);
  take_wish(plan, before, now);
  vary_supposition(plan, now);
  refuse_a_third_end(plan, now);
  return plan;
}

}  // namespace dossier::funds
