#include "funds/question_plan.h"

#include "funds/question_coverage.h"
#include "funds/question_reader.h"
#include "funds/question_rules.h"

namespace dossier::funds {
namespace {

using Rule = std::optional<Wish> (*)(Asked&);

// In this order: the first that fits decides what is asked.
constexpr Rule kRules[] = {refused_question, goal_question, supposition_question, explanation,     reckoning,
                           check_question,   fund_question, portion_question,     return_question, mark_question,
                           fact_question,    overview,      metric_question,      row_question};

void decide(Asked asked) {
  settle_details(asked);
  Plan& plan = asked.plan;
  for (Rule rule : kRules) {
    if (auto wish = rule(asked)) {
      plan.wish = *wish;
      return;
    }
  }
  plan.wish = plan.unexplained.empty() && !plan.has(Term::who) ? Wish::unclear : Wish::passage;
}

}  // namespace

Plan plan_question(std::string_view question, const AnswerBasis& basis, const Plan* before, const Periods& around) {
  ReadQuestion read = read_question(question, basis);
  bool of_rows = !read.plan.rows.kinds.empty() || read.plan.has(Term::any_row) || read.plan.rows.narrowed();
  if (of_rows && read.plan.rows.periods.empty() && read.plan.metrics.empty()) read.plan.rows.periods = around;
  decide({read.plan, read.opening, read.many, read.one_fund});
  bool leans = before != nullptr && leans_on_the_turn_before(read);
  Plan plan = leans ? continued(*before, read.plan) : std::move(read.plan);
  note_unused_terms(plan);
  return plan;
}

Periods periods_of_question(std::string_view question, const AnswerBasis& basis) {
  return read_question(question, basis).plan.rows.periods;
}

}  // namespace dossier::funds
