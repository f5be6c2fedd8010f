#include "funds/questions/question_plan.h"

#include "funds/questions/question_coverage.h"
#include "funds/questions/question_reader.h"
#include "funds/questions/question_rules.h"

#include <algorithm>

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

// "What about the other fund?": those that the turn before did not speak of.
void settle_other_funds(Plan& plan, const Plan* before, const AnswerBasis& basis) {
  if (!plan.has(Term::other_fund) || before == nullptr || before->named.funds.empty() || !plan.named.empty()) return;
  const auto& spoken_of = before->named.funds;
  for (std::size_t fund = 0; fund < basis.analysis().funds.size(); ++fund) {
    if (std::find(spoken_of.begin(), spoken_of.end(), fund) == spoken_of.end()) plan.named.funds.push_back(fund);
  }
  if (plan.named.empty()) return;
  std::erase_if(plan.terms, [](const SaidTerm& said) { return said.term == Term::other_fund; });
  plan.said.set(static_cast<std::size_t>(Term::what_about));
}

// A clause keeps the fund and the company of the clause before it in the same sentence: "how much did Harbor call for
// Nimbus and how much was distributed?"
void keep_whose(Plan& plan, const Plan& before, bool of_rows) {
  bool of_several = plan.has_any({Term::both, Term::pooled, Term::which_fund, Term::rank, Term::compare});
  if (plan.named.empty() && plan.named.stranger.empty() && !of_several) plan.named = before.named;
  bool narrowed = !plan.rows.words.empty() || !plan.rows.parts.empty() || !plan.rows.numbers.empty();
  if (of_rows && !narrowed && plan.metrics.empty() && before.wish == Wish::rows) plan.rows.words = before.rows.words;
}

}  // namespace

Plan plan_question(std::string_view question, const AnswerBasis& basis, const Context& context) {
  ReadQuestion read = read_question(question, basis, context.before);
  bool of_rows = !read.plan.rows.kinds.empty() || read.plan.has(Term::any_row) || read.plan.rows.narrowed();
  if (of_rows && read.plan.rows.periods.empty() && read.plan.metrics.empty()) read.plan.rows.periods = context.around;
  if (context.same_sentence && context.before != nullptr) keep_whose(read.plan, *context.before, of_rows);
  settle_other_funds(read.plan, context.before, basis);
  decide({read.plan, read.opening, read.many, read.one_fund});
  bool leans = context.before != nullptr && leans_on_the_turn_before(read);
  Plan plan = leans ? continued(*context.before, read.plan) : std::move(read.plan);
  bool by_vintage = plan.fact == Term::vintage;
  if (plan.wish == Wish::fund_order && plan.metrics.empty() && !by_vintage)
    plan.metrics = {Metric::tvpi};  // "the better fund"
  note_unused_terms(plan);
  return plan;
}

Periods periods_of_question(std::string_view question, const AnswerBasis& basis) {
  return read_question(question, basis).plan.rows.periods;
}

}  // namespace dossier::funds
