#include "funds/questions/question_followup_turns.h"

#include "funds/questions/answering.h"
#include "funds/questions/question_rules.h"
#include "reading/fold.h"
#include "reading/one_of.h"

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

bool one_amount(const Plan& plan) {
  return plan.wish == Wish::metric && plan.metrics.size() == 1 && unit_of(plan.metrics[0]) == Unit::money;
}

// "As % of the commitment?" after a figure or rows.
bool asks_for_portion(const Plan&, const Plan& now) {
  return names_whole_alone(now);
}

Plan as_portion(const Plan& before, const Plan& now) {
  Plan plan = before;
  plan.whole = now.whole;
  plan.measure = picks_rows(before.measure) ? before.measure : Measure::none;
  bool amount = one_amount(before);
  plan.wish = before.wish == Wish::rows || amount ? Wish::portion : Wish::unclear;
  if (before.wish == Wish::rows) plan.metrics.clear();
  return plan;
}

// "As a percentage?", "in percent?": nothing but that.
bool asks_for_percentage(const Plan& before, const Plan& now) {
  // "As a share of all calls?" after some of them names the whole that is meant anyway.
  bool of_the_same = now.rows.kinds == before.rows.kinds && before.rows.narrowed() && !now.has(Term::commitment);
  bool names_none = (now.metrics.empty() && now.rows.kinds.empty()) || of_the_same;
  bool alone = now.has(Term::share) && names_none && !now.rows.narrowed() && !now.whole && !now.mark &&
               now.grouping == Grouping::none && now.unexplained.empty();
  bool shares = before.wish == Wish::share || before.wish == Wish::portion || before.wish == Wish::groups;
  return alone && !shares && (before.wish == Wish::rows || before.wish == Wish::metric);
}

// Some of the rows are a share of all of them; all calls are one of the commitment, all distributions one of what was
// paid in.
Plan as_percentage(const Plan& before, const Plan&) {
  Plan plan = before;
  bool one_kind = before.rows.kinds.size() == 1 && before.rows.kinds[0] != RowKind::adjustment;
  bool narrowed = before.rows.narrowed() || picks_rows(before.measure);
  auto figure = [&](Metric metric) {
    plan.metrics = {metric};
    plan.measure = Measure::none;
    plan.wish = Wish::metric;
  };
  if (before.wish == Wish::rows && one_kind) {
    bool calls = before.rows.kinds[0] == RowKind::capital_call;
    if (!narrowed) figure(calls ? Metric::called_share : Metric::dpi);
    if (narrowed) plan.wish = Wish::share;
    return plan;
  }
  Metric metric = before.metrics.size() == 1 ? before.metrics[0] : Metric::irr;
  switch (metric) {
    case Metric::pic:
    case Metric::total_calls: figure(Metric::called_share); break;
    case Metric::total_distributions: figure(Metric::dpi); break;
    case Metric::nav: figure(Metric::rvpi); break;
    case Metric::total_value: figure(Metric::tvpi); break;
    case Metric::unfunded:
    case Metric::unfunded_simple:
      plan.whole = Metric::commitment;
      plan.wish = Wish::portion;
      break;
    default: break;  // a multiple or a rate is one already
  }
  return plan;
}

// "How does that compare with 2013?" after the rows of another time.
bool compares_periods(const Plan& before, const Plan& now) {
  const auto times = now.rows.periods.ranges.size();
  const bool another = times == 1 && before.rows.periods.ranges.size() == 1;
  return before.wish == Wish::rows && (another || times == 2) && now.rows.kinds.empty() && now.metrics.empty() &&
         now.has_any({Term::compare, Term::higher, Term::lower, Term::difference});
}

Plan with_both_periods(const Plan& before, const Plan& now) {
  Plan plan = before;
  if (now.rows.periods.ranges.size() == 2) plan.rows.periods.ranges.clear();
  plan.rows.periods.ranges.insert(plan.rows.periods.ranges.end(), now.rows.periods.ranges.begin(),
                                  now.rows.periods.ranges.end());
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
  bool with = now.has(Term::added_back);
  std::replace(plan.metrics.begin(), plan.metrics.end(), with ? Metric::unfunded_simple : Metric::unfunded,
               with ? Metric::unfunded : Metric::unfunded_simple);
  plan.wish = Wish::metric;
  return plan;
}

// "What is the difference?", "which is higher?" after the figure of one fund and then of another.
bool sets_funds_apart(const Plan& before, const Plan& now) {
  const bool bare = now.metrics.empty() && now.rows.kinds.empty() && !now.rows.narrowed() && now.named.empty() &&
                    !now.mark && !now.supposition;
  return bare && before.wish == Wish::metric && before.metrics.size() == 1 && before.named.funds.size() == 1 &&
         now.has_any({Term::difference, Term::compare, Term::higher, Term::lower});
}

Plan as_fund_order(const Plan& before, const Plan& now) {
  Plan plan = before;
  plan.named = {};
  plan.about_funds = true;
  plan.ascending = now.has(Term::lower);
  plan.wish = Wish::fund_order;
  return plan;
}

// "And before rebalancing?" after a figure that is net of it.
bool asks_for_gross(const Plan& before, const Plan& now) {
  return now.has(Term::gross) && now.metrics.empty() && now.rows.kinds.empty() && before.wish == Wish::metric;
}

Plan as_gross(const Plan& before, const Plan&) {
  Plan plan = before;
  plan.said.set(static_cast<std::size_t>(Term::gross));
  settle_gross(plan);
  return plan;
}

// "What does that mean?" after a figure.
bool asks_what_it_means(const Plan& before, const Plan& now) {
  return now.wish == Wish::definition && now.metrics.empty() && now.rows.kinds.empty() && !before.metrics.empty() &&
         now.unexplained.empty();
}

Plan as_definition(const Plan& before, const Plan&) {
  Plan plan = before;
  plan.wish = Wish::definition;
  return plan;
}

// "How does that differ from the total called?" after another amount.
std::optional<Metric> other_amount(const Plan& now) {
  if (now.metrics.size() == 1 && now.rows.kinds.empty() && unit_of(now.metrics[0]) == Unit::money)
    return now.metrics[0];
  if (!now.metrics.empty() || now.rows.kinds.size() != 1 || now.rows.narrowed()) return std::nullopt;
  if (now.rows.kinds[0] == RowKind::adjustment) return std::nullopt;
  return now.rows.kinds[0] == RowKind::capital_call ? Metric::total_calls : Metric::total_distributions;
}

bool sets_figures_apart(const Plan& before, const Plan& now) {
  const bool differs = now.has(Term::difference) || std::any_of(now.terms.begin(), now.terms.end(), [](auto& said) {
                         return said.term == Term::check && reading::fold(said.spelled).starts_with("differ");
                       });
  const auto words = reading::fold_tokens(now.question);
  const bool of_it = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return reading::one_of(word, {"that", "it", "this"});
  });
  const auto other = other_amount(now);
  return differs && of_it && one_amount(before) && other && *other != before.metrics[0] && now.rows.periods.empty();
}

Plan as_difference(const Plan& before, const Plan& now) {
  Plan plan = before;
  plan.wish = Wish::arithmetic;
  // Reports call the paid-in capital after corrections "net".
  const bool as_reports_say =
      before.metrics[0] == Metric::net_pic && reading::fold(before.question).find("paid") != std::string::npos;
  const Metric first = as_reports_say ? Metric::pic : before.metrics[0];
  plan.arithmetic = Arithmetic{Arithmetic::Operation::minus, first, *other_amount(now)};
  return plan;
}

// "Was any of it paid back afterwards?", "was the reversed amount called again later?"
bool asks_what_came_of_it(const Plan& before, const Plan& now) {
  const bool of_rows = before.wish == Wish::rows || before.wish == Wish::story || before.wish == Wish::sequel;
  const RowChoice& rows = now.rows;
  const bool words = std::any_of(rows.words.begin(), rows.words.end(), [](const std::vector<std::string>& all) {
    return all != std::vector<std::string>{"later"};  // a word of some rows, and here when
  });
  const bool parts = std::any_of(rows.parts.begin(), rows.parts.end(), [](const std::vector<Term>& all) {
    return all != std::vector{Term::refund} && all != std::vector{Term::recall};
  });
  const bool others = words || parts || !rows.numbers.empty() || !rows.periods.empty() || !rows.amounts.empty() ||
                      now.mark || now.supposition;
  if (!of_rows || others || !(now.yes_or_no || now.has(Term::when))) return false;
  const auto said = reading::fold_tokens(now.question);
  const auto says = [&](std::initializer_list<std::string_view> some) {
    return std::any_of(said.begin(), said.end(), [&](const std::string& word) { return reading::one_of(word, some); });
  };
  const bool later =
      says({"later", "afterwards", "afterward", "subsequently", "again", "since", "thereafter", "after"});
  const bool undone = says({"back", "again", "refunded", "reversed", "returned", "repaid", "recalled", "corrected",
                            "called", "redrawn", "distributed", "reimbursed", "adjusted", "recovered", "paid"});
  const bool of_it = says({"it", "that", "this", "them", "they", "those", "amount", "money"});
  return later && undone && of_it;
}

Plan as_sequel(const Plan& before, const Plan&) {
  Plan plan = before;
  plan.wish = Wish::sequel;
  return plan;
}

// Which way a follow-up moves what was supposed: "And up 30%?", "And 30%?", "30% up or down?".
enum class Direction { unsaid, up, down, unclear };

Direction direction_of(std::string_view question) {
  bool up = question.find('+') != std::string_view::npos, down = question.find(" -") != std::string_view::npos;
  for (const std::string& word : reading::fold_tokens(question)) {
    up = up || reading::one_of(word, {"up", "higher", "rise", "rises", "rose", "risen", "increase", "increases",
                                      "increased", "grow", "grows", "grew", "gain", "gains", "gained", "more"});
    down = down || reading::one_of(word, {"down", "lower", "fall", "falls", "fell", "fallen", "drop", "drops",
                                          "dropped", "decrease", "decreases", "decreased", "decline", "declines",
                                          "declined", "lose", "loses", "lost", "less"});
  }
  if (up && down) return Direction::unclear;
  return up ? Direction::up : down ? Direction::down : Direction::unsaid;
}

// "And with it?" after "DPI without call 4", "and what is it really?" after a supposition: the figure as it is.
bool asks_for_it_as_it_is(const Plan& before, const Plan& now) {
  bool changed = before.wish == Wish::without_rows || before.wish == Wish::supposition;
  bool changes = now.supposition || now.mark || now.rows.narrowed() || !now.rows.kinds.empty();
  if (!changed || changes) return false;
  auto words = reading::fold_tokens(now.question);
  auto stands = [&](std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  bool with = before.wish == Wish::without_rows && stands("with");
  return with || stands("really") || stands("actually") || stands("reality") || stands("today");
}

Plan as_it_is(const Plan& before, const Plan& now) {
  Plan plan = before;
  plan.wish = Wish::metric;
  if (!now.metrics.empty()) plan.metrics = now.metrics;
  plan.supposition.reset();
  plan.rows.without.clear();
  plan.rows.periods.excluded.clear();
  return plan;
}

// "And half?", "and twice that?" name a size in a word; "and to $30m?" after a fall of $2m tells where it ends.
bool changes_otherwise(std::string_view question, const Supposition& supposed) {
  const auto words = reading::fold_tokens(question);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    const bool ends = word == "to" && supposed.change == Supposition::Change::by_amount;
    return ends || reading::one_of(word, {"half", "halved", "halves", "double", "doubled", "doubles", "twice", "triple",
                                          "tripled", "zero", "nil"});
  });
}

struct Turn {
  bool (*fits)(const Plan& before, const Plan& now);
  Plan (*make)(const Plan& before, const Plan& now);
};
constexpr Turn kTurns[] = {
    {asks_what_came_of_it, as_sequel},    {sets_figures_apart, as_difference},   {asks_for_portion, as_portion},
    {asks_for_percentage, as_percentage}, {compares_periods, with_both_periods}, {varies_add_back, with_add_back},
    {asks_for_gross, as_gross},           {sets_funds_apart, as_fund_order},     {asks_for_it_as_it_is, as_it_is},
    {asks_what_it_means, as_definition}};

}  // namespace

bool speaks_of_the_turn_before(const Plan& before, const Plan& now) {
  return asks_what_came_of_it(before, now) || sets_figures_apart(before, now);
}

bool names_whole_alone(const Plan& now) {
  return now.whole && now.metrics.empty() && now.rows.kinds.empty() && now.rows.parts.empty() && now.rows.words.empty();
}

std::optional<Plan> turn_of_its_own(const Plan& before, const Plan& now) {
  for (const Turn& turn : kTurns) {
    if (turn.fits(before, now)) return turn.make(before, now);
  }
  return std::nullopt;
}

void vary_supposition(Plan& plan, const Plan& now) {
  if (plan.wish != Wish::supposition || now.supposition || !plan.supposition) return;
  Supposition& supposed = *plan.supposition;
  const Direction way = direction_of(now.question);
  const bool moves = supposed.of == Supposition::Of::nav && supposed.change != Supposition::Change::to_amount;
  if (way == Direction::unclear || (way != Direction::unsaid && !moves) || changes_otherwise(now.question, supposed)) {
    plan.unexplained.emplace_back("the change");
    plan.unexplained_weighs = true;
    return;
  }
  const double sign = way == Direction::unsaid ? supposed.value : way == Direction::up ? 1 : -1;
  if (now.mark && now.mark->percent && supposed.change == Supposition::Change::by_share) {
    supposed.value = std::copysign(now.mark->value, sign);
    plan.mark.reset();
  }
  if (now.rows.amounts.least && supposed.change != Supposition::Change::by_share) {
    supposed.value = std::copysign(*now.rows.amounts.least, sign);
    plan.rows.amounts = {};
  }
}

}  // namespace dossier::funds
