#include "funds/questions/question_rules.h"

namespace dossier::funds {

namespace {

bool wants(const Plan& plan, Metric metric) {
  return std::find(plan.metrics.begin(), plan.metrics.end(), metric) != plan.metrics.end();
}

// "The NAV at which TVPI would be 1.50x", "how far can the NAV fall before TVPI touches 1x": a NAV and a multiple that
// follows from it, with a mark, ask for the one that makes the other.
bool seeks_nav(const Plan& plan) {
  bool rate = wants(plan, Metric::irr) && plan.mark && plan.mark->percent && plan.mark->bound == Bound::none;
  bool multiple = wants(plan, Metric::tvpi) || wants(plan, Metric::moic) || wants(plan, Metric::rvpi);
  bool alone = plan.metrics == std::vector{Metric::nav} && plan.has_any({Term::needed, Term::headroom, Term::passed});
  bool other = plan.supposition || plan.yes_or_no || plan.has_any({Term::when, Term::check, Term::printed, Term::why});
  return plan.mark && wants(plan, Metric::nav) && !other && (rate || (!plan.mark->percent && (multiple || alone)));
}

// "How far can the NAV fall before we are under water?"
bool seeks_headroom(const Plan& plan) {
  return plan.has(Term::headroom) && wants(plan, Metric::nav) && !plan.supposition &&
         (plan.mark || plan.has_any({Term::profitable, Term::returned}));
}

}  // namespace

// "What NAV would it take for a TVPI of 2x?", "How far is the fund from returning all capital?"
std::optional<Wish> goal_question(Asked& asked) {
  Plan& plan = asked.plan;
  if (seeks_nav(plan) || seeks_headroom(plan)) {
    std::erase(plan.metrics, Metric::nav);
    if (plan.metrics.empty()) plan.metrics = {Metric::tvpi};
    if (!plan.mark) plan.mark = Mark{1};
    return Wish::needed;
  }
  if (plan.has(Term::returned) && plan.metrics == std::vector{Metric::nav} && !plan.supposition) {  // "break-even NAV"
    plan.metrics = {Metric::tvpi};
    plan.mark = Mark{1};
    return Wish::needed;
  }
  bool goal = plan.mark || plan.has(Term::returned) || plan.has(Term::passed);
  bool of_rate = wants(plan, Metric::irr);  // what it takes for a rate is told of the NAV alone
  return plan.has(Term::needed) && goal && !of_rate ? std::optional(Wish::needed) : std::nullopt;
}

std::optional<Wish> supposition_question(Asked& asked) {
  Plan& plan = asked.plan;
  if (!plan.supposition) return std::nullopt;
  if (plan.metrics.empty() && plan.has(Term::returned)) plan.metrics = {Metric::dpi};
  if (plan.metrics.empty() || (plan.metrics.size() == 1 && plan.metrics[0] == Metric::nav))
    plan.metrics = {Metric::tvpi};
  // "If the NAV halves, are we still above water?"
  if (plan.has_any({Term::profitable, Term::returned}) && !plan.mark) plan.mark = Mark{1, false, Bound::at_least};
  return Wish::supposition;
}

std::optional<Wish> check_question(Asked& asked) {
  Plan& plan = asked.plan;
  // "By what date had it given us back half of what we paid in?": a share of the paid-in capital.
  const bool came_back = plan.has(Term::returned) || plan.rows.kinds == std::vector{RowKind::distribution};
  if (plan.mark && plan.mark->percent && plan.metrics == std::vector{Metric::pic} && came_back && !about_part(plan)) {
    plan.metrics = {Metric::dpi};
    plan.rows.kinds.clear();
  }
  bool left_out = !plan.rows.without.empty() && !plan.metrics.empty() && !plan.has(Term::printed);
  if (left_out) return std::nullopt;  // "recompute the DPI as though call 4 had not been": nothing is checked
  bool claim = plan.mark && plan.mark->bound == Bound::none && !plan.metrics.empty();
  if (plan.has(Term::passed) && plan.mark && !plan.metrics.empty() && !plan.has(Term::needed)) return Wish::passed;
  if (plan.has(Term::check)) return Wish::check;
  bool apart = plan.has_any({Term::difference, Term::minus, Term::needed}) && plan.has(Term::working);
  if (plan.has(Term::printed) && (plan.has(Term::difference) || apart)) return Wish::check;
  bool pooled = plan.has(Term::pooled) && !asked.one_fund;  // nothing pooled is printed anywhere
  // "Which fund prints the lowest TVPI?": the funds are ordered by what they print.
  bool ordered = !asked.one_fund && plan.has_any({Term::which_fund, Term::rank, Term::largest, Term::smallest});
  if (ordered) return std::nullopt;
  if (plan.has(Term::printed) && !about_rows(plan) && !pooled) return Wish::check;
  if (claim && plan.yes_or_no) return Wish::check;  // "Is the DPI 0.39x?"
  return std::nullopt;
}

std::optional<Wish> return_question(Asked& asked) {
  Plan& plan = asked.plan;
  if (plan.has(Term::profitable) && about_part(plan) && plan.metrics.empty()) {
    plan.rows.kinds = {RowKind::capital_call, RowKind::distribution};  // "the profit on Sable": what went in and out
    plan.measure = Measure::sum;
    return std::nullopt;
  }
  if (plan.has(Term::profitable)) return Wish::profitable;
  if (!plan.has(Term::returned)) return std::nullopt;
  bool amount = plan.has_any({Term::how_much, Term::sum, Term::average, Term::largest});
  bool picks = plan.has_any({Term::latest, Term::first}) && !plan.mark;  // "when was money last returned"
  if (plan.has(Term::by_company) || !plan.rows.periods.ranges.empty() || about_part(plan) || picks) {
    if (plan.rows.kinds.empty()) plan.rows.kinds = {RowKind::distribution};
    return std::nullopt;  // what came back then, or from there
  }
  if (plan.mark && plan.mark->percent) {
    plan.metrics = {Metric::dpi};
    return plan.has(Term::when) || plan.has(Term::passed) ? Wish::passed : Wish::threshold;
  }
  if (plan.has(Term::share)) {
    plan.metrics = {Metric::dpi};
    return Wish::metric;
  }
  if (!amount) return Wish::returned;
  if (plan.rows.kinds.empty()) plan.rows.kinds = {RowKind::distribution};
  return std::nullopt;
}

std::optional<Wish> mark_question(Asked& asked) {
  Plan& plan = asked.plan;
  if (plan.has_any({Term::negative, Term::positive}) && !plan.mark && !plan.metrics.empty() && plan.yes_or_no)
    plan.mark = Mark{0, unit_of(plan.metrics.front()) == Unit::rate,
                     plan.has(Term::negative) ? Bound::less_than : Bound::more_than};
  bool running = plan.has(Term::when) || plan.has(Term::passed) || plan.has(Term::which_period);
  bool bounded = plan.mark && plan.mark->bound != Bound::none;
  bool amount_bound =
      !plan.rows.amounts.empty() && (plan.has(Term::when) || plan.has(Term::sum)) && plan.has(Term::passed);
  if (running && !plan.metrics.empty() && (plan.mark || plan.has(Term::passed) || amount_bound)) return Wish::passed;
  bool flow_level = plan.metrics.size() == 1 && unit_of(plan.metrics[0]) == Unit::money && !plan.rows.amounts.empty();
  if (running && flow_level && plan.rows.kinds.empty()) return Wish::passed;  // "PIC over $30m: when?"
  if (running && (amount_bound || (plan.has(Term::when) && !plan.rows.amounts.empty() && plan.has(Term::sum))))
    return Wish::passed;
  bool amount = plan.yes_or_no && !plan.mark && !plan.rows.amounts.empty() && plan.metrics.size() == 1 &&
                unit_of(plan.metrics[0]) == Unit::money && plan.rows.kinds.empty();
  if (amount) return Wish::threshold;
  if (bounded && !plan.metrics.empty()) return plan.about_funds ? Wish::fund_order : Wish::threshold;
  return std::nullopt;
}

}  // namespace dossier::funds
