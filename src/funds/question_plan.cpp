#include "funds/question_plan.h"

#include "funds/question_arithmetic.h"
#include "funds/question_coverage.h"
#include "funds/question_reader.h"

#include <algorithm>

namespace dossier::funds {
namespace {

// What is asked. Rules in order; the first that fits decides.
class Decider {
 public:
  explicit Decider(ReadQuestion& read)
      : plan_(read.plan), opening_(read.opening), many_(read.many), one_fund_(read.one_fund) {}

  void decide() {
    settle_details();
    for (auto rule :
         {&Decider::refusals, &Decider::needs, &Decider::suppositions, &Decider::explanations, &Decider::reckonings,
          &Decider::checks, &Decider::funds, &Decider::portions, &Decider::returns, &Decider::marks, &Decider::facts,
          &Decider::overviews, &Decider::metrics, &Decider::row_questions}) {
      if (auto wish = (this->*rule)()) {
        plan_.wish = *wish;
        return;
      }
    }
    plan_.wish = plan_.unexplained.empty() && !plan_.has(Term::who) ? Wish::unclear : Wish::passage;
  }

 private:
  bool opens_with(std::initializer_list<std::string_view> words) const {
    return std::find(words.begin(), words.end(), opening_) != words.end();
  }
  bool has(Term term) const { return plan_.has(term); }
  bool about_part() const { return !plan_.rows.parts.empty() || !plan_.rows.words.empty(); }
  bool about_rows() const {
    return !plan_.rows.kinds.empty() || has(Term::any_row) || plan_.rows.lowers || !plan_.rows.parts.empty() ||
           !plan_.rows.words.empty() || plan_.rows.recallable || !plan_.rows.numbers.empty() ||
           !plan_.rows.without.empty();
  }

  void settle_details() {
    plan_.yes_or_no = opens_with({"is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "can", "hat",
                                  "ist", "sind", "war", "gab", "gibt", "est", "a"}) ||
                      has(Term::any);
    plan_.wants_date = has(Term::when);
    if (has(Term::by_year)) plan_.grouping = Grouping::year;
    if (has(Term::by_quarter)) plan_.grouping = Grouping::quarter;
    if (has(Term::by_month)) plan_.grouping = Grouping::month;
    if (has(Term::by_type)) plan_.grouping = Grouping::type;
    if (has(Term::by_company)) plan_.grouping = Grouping::company;
    if (has(Term::which_period)) {
      auto names = [&](std::string_view unit) {
        return std::any_of(plan_.terms.begin(), plan_.terms.end(), [&](const SaidTerm& said) {
          return said.term == Term::which_period && said.spelled.find(unit) != std::string::npos;
        });
      };
      plan_.grouping = names("quarter") ? Grouping::quarter : names("month") ? Grouping::month : Grouping::year;
      plan_.choose_period = true;
    }
    plan_.cumulative =
        has(Term::cumulative) &&
        (plan_.grouping == Grouping::year || plan_.grouping == Grouping::quarter || plan_.grouping == Grouping::month);
    settle_days();
    bool below_nil = has(Term::negative) && plan_.metrics.empty() && plan_.rows.kinds.size() == 1;
    if (below_nil) plan_.rows.negative = true;
    settle_measure();
    settle_corrections();
    settle_ends();
    if (plan_.rows.kinds.empty() && needs_distributions()) plan_.rows.kinds = {RowKind::distribution};
  }

  // "The change from the end of 2018 to the end of 2019" lies between two days. "Is the commitment fully called?" asks
  // whether all of it is.
  void settle_days() {
    Periods& periods = plan_.rows.periods;
    if (plan_.has_any({Term::changed, Term::difference}) && periods.other_days.size() == 1 && periods.as_of) {
      Date from = periods.other_days[0], to = *periods.as_of;
      periods = {};
      periods.ranges = {{from, from}, {to, to}};
    }
    if (!has(Term::fully_called)) return;
    plan_.metrics = {Metric::called_share};
    plan_.rows.kinds.clear();
    plan_.mark = Mark{1, true, Bound::at_least};
  }

  // "Were any calls refunded?", "which distributions were reversed": what took back from them.
  void settle_corrections() {
    bool taken_back = plan_.rows.mentions(Term::refund) || has(Term::reversed);
    if (has(Term::reversed) && plan_.rows.kinds.empty() && plan_.metrics.empty() && !about_part())
      plan_.rows.kinds = {RowKind::adjustment};  // "what was corrected in 2016"
    if (!taken_back || !plan_.rows.numbers.empty() || plan_.rows.kinds.size() != 1 ||
        plan_.rows.kinds[0] == RowKind::adjustment)
      return;
    plan_.rows.lowers = plan_.rows.kinds[0];
    if (has(Term::share)) return;  // the whole is of that kind
    plan_.rows.kinds.clear();
    plan_.rows.parts.clear();
  }

  // "How long between the first call and the first distribution": which is the first or last of what. "How long until
  // the first distribution" counts from the first call.
  void settle_ends() {
    bool from_start = has(Term::age) && plan_.metrics.empty() && plan_.has_any({Term::first, Term::latest});
    if (from_start) plan_.ends.push_back({RowKind::capital_call, Measure::earliest});
    if (plan_.measure != Measure::interval && !from_start) return;
    std::optional<Measure> picked;
    for (const SaidTerm& said : plan_.terms) {
      if (said.term == Term::first) picked = Measure::earliest;
      if (said.term == Term::latest) picked = Measure::latest;
      bool call = said.term == Term::call, distribution = said.term == Term::distribution;
      if (!picked || (!call && !distribution)) continue;
      plan_.ends.push_back({call ? RowKind::capital_call : RowKind::distribution, *picked});
      picked.reset();
    }
    if (plan_.ends.size() != 2) plan_.ends.clear();
    if (!plan_.ends.empty()) plan_.measure = Measure::interval;
  }

  // Gains and income come out of a fund, fees go in; recalls may be any kind of row.
  bool needs_distributions() const {
    return plan_.has_any(
               {Term::income, Term::dividend, Term::interest, Term::gain, Term::return_of_capital, Term::in_kind}) ||
           (plan_.rows.recallable && !has(Term::any_row));
  }

  void settle_measure() {
    struct Entry {
      Term term;
      Measure measure;
    };
    // "How many" wins over "total", the largest over both ("the largest total").
    for (const Entry& entry :
         {Entry{Term::sum, Measure::sum}, Entry{Term::how_much, Measure::sum}, Entry{Term::count, Measure::count},
          Entry{Term::first, Measure::earliest}, Entry{Term::latest, Measure::latest},
          Entry{Term::average, Measure::average}, Entry{Term::median, Measure::median},
          Entry{Term::smallest, Measure::smallest}, Entry{Term::largest, Measure::largest}}) {
      if (has(entry.term)) plan_.measure = entry.measure;
    }
    plan_.by_count = std::any_of(plan_.terms.begin(), plan_.terms.end(),
                                 [](const SaidTerm& said) { return said.spelled == "fewest"; });
    if (has(Term::second)) plan_.nth = 2;
    if (has(Term::third)) plan_.nth = 3;
    if (has(Term::interval)) plan_.measure = Measure::interval;
    bool unmeasured = plan_.measure == Measure::none || plan_.measure == Measure::sum;
    if (plan_.nth > 1 && unmeasured) plan_.measure = Measure::earliest;  // "how much was the second call"
    if (many_ && plan_.measure == Measure::none) plan_.measure = Measure::largest;
  }

  std::optional<Wish> refusals() {
    if (!plan_.refusal.empty()) return Wish::refused;
    if (has(Term::next_due)) return Wish::upcoming;
    if (has(Term::advice)) plan_.refusal = "this desk reports what the documents show and gives no investment advice";
    if (has(Term::benchmark)) {
      plan_.refusal = "a comparison with an index or with peers needs their figures, and none are loaded";
    }
    if (has(Term::gross_irr)) {
      plan_.refusal =
          "a gross IRR needs the cash flows of the investments before fees, and the documents show only those of the "
          "investors";
    }
    if (has(Term::forecast) && !plan_.supposition)
      plan_.refusal = "the documents tell what has happened, not what will";
    if (!plan_.refusal.empty()) return Wish::refused;
    return std::nullopt;
  }

  // "What NAV would it take for a TVPI of 2x?", "How far is the fund from returning all capital?"
  std::optional<Wish> needs() {
    if (has(Term::returned) && plan_.metrics == std::vector{Metric::nav} && !plan_.supposition) {  // "break-even NAV"
      plan_.metrics = {Metric::tvpi};
      plan_.mark = Mark{1};
      return Wish::needed;
    }
    bool goal = plan_.mark || has(Term::returned) || has(Term::passed);
    return has(Term::needed) && goal ? std::optional(Wish::needed) : std::nullopt;
  }

  std::optional<Wish> suppositions() {
    if (!plan_.supposition) return std::nullopt;
    if (plan_.metrics.empty() || (plan_.metrics.size() == 1 && plan_.metrics[0] == Metric::nav))
      plan_.metrics = {Metric::tvpi};
    return Wish::supposition;
  }

  std::optional<Wish> explanations() {
    if (has(Term::definition) || plan_.bare_term) return Wish::definition;
    bool terms_only = !plan_.rows.negative && !has(Term::working) && plan_.rows.words.empty() &&
                      plan_.rows.periods.empty() && plan_.rows.numbers.empty();
    if (opens_with({"explain"}) && terms_only && !plan_.has_any({Term::check, Term::printed})) return Wish::definition;
    bool terms = std::none_of(plan_.metrics.begin(), plan_.metrics.end(),
                              [](Metric metric) { return unit_of(metric) == Unit::money; });
    if (has(Term::difference) && plan_.metrics.size() > 1 && terms && opens_with({"what", "explain"}) &&
        !plan_.about_funds && plan_.rows.periods.empty()) {
      return Wish::definition;
    }
    if (has(Term::flags)) return Wish::flags;
    if (opens_with({"until"})) return Wish::passage;  // "Until when are they recallable?" is no question of the ledger
    if (has(Term::story) && plan_.rows.kinds.empty() && !plan_.rows.periods.empty() && !about_part())
      return Wish::rows;                                               // "What happened in Q2 2023?"
    bool undone = has(Term::reversed) && !plan_.rows.numbers.empty();  // "was call 4 reversed?"
    if ((has(Term::story) || undone) && about_rows()) return Wish::story;
    if (has(Term::why) && plan_.metrics.empty() && about_rows()) return Wish::story;
    if (has(Term::why) && !plan_.metrics.empty() && !has(Term::changed)) return Wish::working;
    bool how =
        has(Term::working) &&
        (opens_with({"how", "show", "explain", "what", "which", "give", "walk", "wie", "comment"}) || has(Term::why));
    if (how && !plan_.metrics.empty()) return Wish::working;
    if (has(Term::working) && !plan_.metrics.empty() && !has(Term::check))
      return how || !plan_.yes_or_no ? std::optional(Wish::working) : std::nullopt;
    return std::nullopt;
  }

  std::optional<Wish> reckonings() {
    if (about_part() || plan_.rows.recallable || !plan_.rows.numbers.empty() || plan_.rows.negative)
      return std::nullopt;
    bool of_funds = (has(Term::compare) || has(Term::which_fund)) && !one_fund_;
    if (!of_funds) plan_.arithmetic = arithmetic_of(plan_);
    return plan_.arithmetic ? std::optional(Wish::arithmetic) : std::nullopt;
  }

  std::optional<Wish> checks() {
    bool claim = plan_.mark && plan_.mark->bound == Bound::none && !plan_.metrics.empty();
    if (has(Term::passed) && plan_.mark && !plan_.metrics.empty() && !has(Term::needed)) return Wish::passed;
    if (has(Term::check)) return Wish::check;
    if (has(Term::printed) && has(Term::difference)) return Wish::check;
    if (has(Term::printed) && !about_rows()) return Wish::check;
    if (claim && plan_.yes_or_no) return Wish::check;  // "Is the DPI 0.39x?"
    return std::nullopt;
  }

  std::optional<Wish> funds() {
    if (has(Term::pooled) && !plan_.rows.narrowed()) {
      for (RowKind kind : plan_.rows.kinds) {
        if (!plan_.metrics.empty() || kind == RowKind::adjustment) continue;
        plan_.metrics = {kind == RowKind::capital_call ? Metric::total_calls : Metric::total_distributions};
      }
      if (!plan_.metrics.empty()) return Wish::pooled;
    }
    plan_.about_funds =
        has(Term::which_fund) || has(Term::rank) || plan_.named.funds.size() + plan_.named.portfolio.size() > 1;
    bool compares = plan_.has_any({Term::compare, Term::higher, Term::lower, Term::largest, Term::smallest, Term::rank,
                                   Term::difference, Term::which_fund});
    // "Which funds have returned more than half of the paid-in capital?"
    bool returned = has(Term::returned) && plan_.mark && plan_.mark->percent;
    if (plan_.about_funds && returned) plan_.metrics = {Metric::dpi};
    compares = compares || returned || (plan_.mark && plan_.mark->bound != Bound::none && !plan_.metrics.empty());
    if (has(Term::lower) || (has(Term::smallest) && !has(Term::largest))) plan_.ascending = true;
    if (plan_.fact == Term::vintage && plan_.metrics.empty() && !about_rows()) return std::nullopt;
    if (!plan_.about_funds || !compares) {
      bool ranks = has(Term::compare) && !plan_.metrics.empty() && plan_.rows.periods.ranges.size() < 2;
      if (!ranks) return std::nullopt;
    }
    bool of_commitment = has(Term::share) || has(Term::higher) || has(Term::lower) || has(Term::largest);
    if (of_commitment && has(Term::commitment) && (has(Term::call) || has(Term::pic)))
      plan_.metrics = {Metric::called_share};
    if (plan_.metrics.empty() && plan_.rows.kinds.size() == 1) {
      plan_.metrics = {plan_.rows.kinds[0] == RowKind::capital_call ? Metric::total_calls
                                                                    : Metric::total_distributions};
    }
    if (plan_.metrics.empty()) plan_.metrics = {Metric::tvpi};
    return Wish::fund_order;
  }

  // "Unfunded as a percentage of the commitment", "call 3 as a share of the NAV": the whole is the first thing said
  // after the share.
  std::optional<Wish> portions() {
    if (plan_.mark && plan_.mark->percent && has(Term::commitment) && (has(Term::call) || has(Term::pic))) {
      plan_.metrics = {Metric::called_share};
      return std::nullopt;
    }
    bool all_calls = plan_.rows.kinds == std::vector{RowKind::capital_call} && !plan_.rows.narrowed();
    bool called = all_calls && plan_.metrics.empty() && plan_.measure == Measure::none;
    if (has(Term::share) && called && plan_.grouping == Grouping::none) {  // "what % has been called"
      plan_.metrics = {Metric::called_share};
      return Wish::metric;
    }
    if (!has(Term::share) || plan_.metrics.empty()) return std::nullopt;
    bool drawn = has(Term::call) || has(Term::pic);
    bool narrowed = plan_.rows.narrowed() || plan_.has_any({Term::largest, Term::smallest, Term::latest, Term::first});
    if (has(Term::commitment) && drawn && !narrowed && !has(Term::unfunded)) {
      plan_.metrics = {Metric::called_share};
      return Wish::metric;
    }
    if (has(Term::pic) && !narrowed && (has(Term::distribution) || has(Term::returned))) {
      plan_.metrics = {Metric::dpi};
      return Wish::metric;
    }
    if (has(Term::unfunded) && !narrowed && plan_.rows.kinds.empty()) {
      plan_.metrics = {Metric::unfunded};
      plan_.whole = Metric::commitment;
      return Wish::portion;
    }
    plan_.whole = whole();
    if (!plan_.whole) return std::nullopt;
    std::erase(plan_.metrics, *plan_.whole);
    if (has(Term::returned) && plan_.metrics.empty() && plan_.rows.kinds.empty())
      plan_.rows.kinds = {RowKind::distribution};
    // "What share of the NAV is Fernwave?": what was paid for it is no part of the NAV.
    bool of_cash = plan_.whole == Metric::commitment || plan_.whole == Metric::pic;  // "fees as % of the commitment"
    if (of_cash && plan_.metrics.empty() && plan_.rows.kinds.empty() && about_part())
      plan_.rows.kinds = {RowKind::capital_call};
    if (plan_.metrics.empty() && plan_.rows.kinds.empty() && about_part()) return part_metric();
    bool rows = !plan_.rows.kinds.empty() || plan_.rows.narrowed();
    return plan_.metrics.size() == 1 || (plan_.metrics.empty() && rows) ? std::optional(Wish::portion) : std::nullopt;
  }

  std::optional<Metric> whole() const {
    auto share = std::find_if(plan_.terms.begin(), plan_.terms.end(),
                              [](const SaidTerm& said) { return said.term == Term::share; });
    for (auto said = share; said != plan_.terms.end(); ++said) {
      auto metric = metric_of(said->term);
      if (metric && unit_of(*metric) == Unit::money) return metric;
      if (said->term == Term::call || said->term == Term::distribution) return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<Wish> returns() {
    if (has(Term::profitable)) return Wish::profitable;
    if (!has(Term::returned)) return std::nullopt;
    bool amount = plan_.has_any({Term::how_much, Term::sum, Term::average, Term::largest});
    bool picks = plan_.has_any({Term::latest, Term::first}) && !plan_.mark;  // "when was money last returned"
    if (has(Term::by_company) || !plan_.rows.periods.ranges.empty() || about_part() || picks) {
      if (plan_.rows.kinds.empty()) plan_.rows.kinds = {RowKind::distribution};
      return std::nullopt;  // what came back then, or from there
    }
    if (plan_.mark && plan_.mark->percent) {
      plan_.metrics = {Metric::dpi};
      return has(Term::when) || has(Term::passed) ? Wish::passed : Wish::threshold;
    }
    if (has(Term::share)) {
      plan_.metrics = {Metric::dpi};
      return Wish::metric;
    }
    if (!amount) return Wish::returned;
    if (plan_.rows.kinds.empty()) plan_.rows.kinds = {RowKind::distribution};
    return std::nullopt;
  }

  std::optional<Wish> marks() {
    if (plan_.has_any({Term::negative, Term::positive}) && !plan_.mark && !plan_.metrics.empty() && plan_.yes_or_no)
      plan_.mark = Mark{0, unit_of(plan_.metrics.front()) == Unit::rate,
                        has(Term::negative) ? Bound::less_than : Bound::more_than};
    bool running = has(Term::when) || has(Term::passed) || has(Term::which_period);
    bool bounded = plan_.mark && plan_.mark->bound != Bound::none;
    bool amount_bound = !plan_.rows.amounts.empty() && (has(Term::when) || has(Term::sum)) && has(Term::passed);
    if (running && !plan_.metrics.empty() && (plan_.mark || has(Term::passed) || amount_bound)) return Wish::passed;
    if (running && (amount_bound || (has(Term::when) && !plan_.rows.amounts.empty() && has(Term::sum))))
      return Wish::passed;
    bool amount = plan_.yes_or_no && !plan_.mark && !plan_.rows.amounts.empty() && plan_.metrics.size() == 1 &&
                  unit_of(plan_.metrics[0]) == Unit::money && plan_.rows.kinds.empty();
    if (amount) return Wish::threshold;
    if (bounded && !plan_.metrics.empty()) return plan_.about_funds ? Wish::fund_order : Wish::threshold;
    return std::nullopt;
  }

  std::optional<Wish> overviews() {
    if (has(Term::j_curve)) {
      bool what = opens_with({"what"}) && !has(Term::low_point);
      if (what) return Wish::definition;
      plan_.metrics = {Metric::net_cash};
      if (!has(Term::low_point)) return Wish::series;
    }
    if (has(Term::low_point)) return Wish::low_point;
    if (has(Term::age) && plan_.metrics.empty() && !about_rows()) return Wish::age;
    if (has(Term::summary) && plan_.metrics.empty() && !about_rows()) return Wish::summary;
    return std::nullopt;
  }

  std::optional<Wish> facts() {
    if (!plan_.fact || !plan_.metrics.empty() || about_rows()) return std::nullopt;
    if (*plan_.fact == Term::fund_size) return Wish::passage;
    return Wish::fact;
  }

  std::optional<Wish> metrics() {
    if (plan_.metrics.empty()) return std::nullopt;
    bool flows = std::all_of(plan_.metrics.begin(), plan_.metrics.end(),
                             [](Metric metric) { return metric == Metric::pic || metric == Metric::net_cash; });
    // "Paid in during 2023", "paid in management fees": what was called then or for that, no metric of the fund.
    if (flows && (about_part() || !plan_.rows.periods.ranges.empty())) return flow_sum();
    if (about_part()) return part_metric();
    leave_out_a_time();
    if (!plan_.rows.without.empty()) return Wish::without_rows;
    bool flows_alone = plan_.metrics == std::vector{Metric::net_cash} && !has(Term::j_curve) && !has(Term::cumulative);
    if (flows_alone && plan_.grouping != Grouping::none) return Wish::groups;  // what flowed in each year
    // "How much of the commitment is uncalled" asks for one of the two figures it names.
    if (has(Term::unfunded) && has(Term::commitment) && plan_.has_any({Term::how_much, Term::share}))
      std::erase(plan_.metrics, Metric::commitment);
    return over_time().value_or(Wish::metric);
  }

  // "DPI without the distributions of 2017", "TVPI excluding 2021": as if those rows had not been.
  void leave_out_a_time() {
    Periods& periods = plan_.rows.periods;
    if (periods.excluded.empty()) return;
    RowChoice out{.kinds = plan_.rows.kinds};
    out.periods.ranges = std::move(periods.excluded);
    periods.excluded.clear();
    plan_.rows.kinds.clear();
    plan_.rows.without.push_back(std::move(out));
  }

  // A rate over a period, a figure's change over one, or its course.
  std::optional<Wish> over_time() {
    const auto& ranges = plan_.rows.periods.ranges;
    bool rate =
        std::any_of(plan_.metrics.begin(), plan_.metrics.end(), [](Metric metric) { return metric == Metric::irr; });
    bool bounded = !ranges.empty() && ranges.front().from && ranges.front().from != ranges.front().to;
    if (plan_.grouping == Grouping::year || plan_.grouping == Grouping::quarter) return Wish::series;
    if (has(Term::changed)) return bounded ? Wish::change : Wish::series;
    if (has(Term::difference) && ranges.size() == 2) return Wish::change;
    if (has(Term::course)) return Wish::series;
    if (rate && bounded) return Wish::horizon;
    bool years = bounded && (!ranges.front().to || ranges.front().to->year() > ranges.front().from->year());
    return years ? std::optional(Wish::series) : std::nullopt;
  }

  Wish flow_sum() {
    if (plan_.metrics.front() == Metric::pic && plan_.rows.parts.empty()) plan_.rows.kinds = {RowKind::capital_call};
    plan_.metrics.clear();
    if (plan_.measure == Measure::none) plan_.measure = Measure::sum;
    return Wish::rows;
  }

  // A metric of one company or kind of row is no metric of the fund.
  Wish part_metric() {
    if (opens_with({"how"}) && plan_.rows.words.empty()) return Wish::passage;  // "How does a refund affect DPI?"
    plan_.refusal =
        "the ledger shows cash flows of the fund as a whole; a figure of one investment or part needs its own cash "
        "flows and value";
    return Wish::refused;
  }

  std::optional<Wish> row_questions() {
    bool vague = plan_.measure == Measure::none && !plan_.rows.narrowed() && !plan_.unexplained.empty();
    if (vague && !plan_.has_any({Term::list, Term::which, Term::share}) &&
        opens_with({"what", "how", "why", "is", "are", "does"})) {
      return Wish::passage;  // rows are spoken of, but something else is asked about them
    }
    bool wanted = plan_.measure != Measure::none || has(Term::list) || has(Term::which) || has(Term::share);
    if (!about_rows() && !(wanted && plan_.rows.narrowed())) return std::nullopt;
    if (has(Term::share) && plan_.grouping == Grouping::none) return Wish::share;
    if (plan_.grouping != Grouping::none) return Wish::groups;
    if (plan_.rows.periods.ranges.size() > 1 &&
        plan_.has_any({Term::compare, Term::higher, Term::lower, Term::difference, Term::largest})) {
      return Wish::period_order;
    }
    if (plan_.rows.numbers.size() == 2 && plan_.has_any({Term::difference, Term::higher, Term::lower, Term::compare}))
      plan_.measure = Measure::none;  // two rows set against each other
    if (has(Term::difference) && plan_.rows.kinds.size() == 2) {
      plan_.metrics = {Metric::net_cash};
      plan_.rows.kinds.clear();
      plan_.measure = Measure::sum;
    }
    return Wish::rows;
  }

  Plan& plan_;
  const std::string& opening_;
  bool many_, one_fund_;
};

}  // namespace

Plan plan_question(std::string_view question, const AnswerBasis& basis, const Plan* before, const Periods& around) {
  ReadQuestion read = read_question(question, basis);
  bool of_rows = !read.plan.rows.kinds.empty() || read.plan.has(Term::any_row) || read.plan.rows.narrowed();
  if (of_rows && read.plan.rows.periods.empty() && read.plan.metrics.empty()) read.plan.rows.periods = around;
  Decider(read).decide();
  bool leans = before != nullptr && leans_on_the_turn_before(read);
  Plan plan = leans ? continued(*before, read.plan) : std::move(read.plan);
  note_unused_terms(plan);
  return plan;
}

Periods periods_of_question(std::string_view question, const AnswerBasis& basis) {
  return read_question(question, basis).plan.rows.periods;
}

}  // namespace dossier::funds
