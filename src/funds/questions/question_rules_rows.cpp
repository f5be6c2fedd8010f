#include "funds/questions/question_alternatives.h"
#include "funds/questions/question_rules.h"

namespace dossier::funds {

std::optional<Wish> row_question(Asked& asked) {
  Plan& plan = asked.plan;
  bool vague = plan.measure == Measure::none && !plan.rows.narrowed() && !plan.unexplained.empty();
  if (vague && !plan.has_any({Term::list, Term::which, Term::share}) &&
      asked.opens_with({"what", "how", "why", "is", "are", "does"})) {
    return Wish::passage;  // rows are spoken of, but something else is asked about them
  }
  bool wanted = plan.measure != Measure::none || plan.has(Term::list) || plan.has(Term::which) || plan.has(Term::share);
  if (!about_rows(plan) && !(wanted && plan.rows.narrowed())) return std::nullopt;
  // "The management fee in percent" is a rate of the agreement; "the share of calls that was fees" is reckoned.
  auto names_rows = [](const SaidTerm& said) {
    bool taken = said.spelled.starts_with("take") || said.spelled.starts_with("charge");
    return (kind_of(said.term) || said.term == Term::any_row || said.term == Term::pic) && !taken;
  };
  bool fee = plan.rows.mentions(Term::fee) && std::none_of(plan.terms.begin(), plan.terms.end(), names_rows);
  if (plan.has(Term::share) && fee) {
    plan.refusal = "the documents print the fees that were called, not their rate; the fund's agreement would tell it";
    return Wish::refused;
  }
  if (plan.has(Term::share) && plan.grouping == Grouping::none) return Wish::share;
  if (plan.grouping != Grouping::none) return Wish::groups;
  bool compares = plan.has_any({Term::compare, Term::higher, Term::lower, Term::difference}) ||
                  (plan.has(Term::largest) && plan.rows.periods.ranges.size() > 1 && !measures_one_row(plan));
  if (compares && !alternatives_of(plan).empty()) return Wish::choice_order;
  bool in_and_out = plan.rows.kinds.size() == 2 && plan.rows.kinds[0] != plan.rows.kinds[1];
  if (plan.has(Term::compare) && in_and_out && plan.measure == Measure::none) plan.measure = Measure::sum;
  if (plan.rows.numbers.size() == 2 && plan.has_any({Term::difference, Term::higher, Term::lower, Term::compare}))
    plan.measure = Measure::none;  // two rows set against each other
  bool apart = plan.has_any({Term::difference, Term::minus}) && plan.rows.kinds.size() == 1;
  if (apart && plan.has(Term::largest) && plan.has(Term::smallest))
    plan.measures = {Measure::largest, Measure::smallest};
  if (apart && plan.has(Term::latest) && plan.has(Term::first)) plan.measures = {Measure::latest, Measure::earliest};
  if (plan.has(Term::difference) && plan.rows.kinds.size() == 2) {
    plan.metrics = {Metric::net_cash};
    plan.rows.kinds.clear();
    plan.measure = Measure::sum;
  }
  return Wish::rows;
}

}  // namespace dossier::funds
