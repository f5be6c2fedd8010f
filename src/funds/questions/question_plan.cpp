#include "funds/questions/question_plan.h"

#include "funds/questions/answering.h"
#include "funds/questions/question_coverage.h"
#include "funds/questions/question_followup_turns.h"
#include "funds/questions/question_reader.h"
#include "funds/questions/question_row_change.h"
#include "funds/questions/question_rules.h"
#include "funds/questions/question_supposition.h"
#include "reading/fold.h"
#include "reading/one_of.h"

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

// "In that year", "during the same quarter": the time spoken of before, or in another clause of the sentence. Where
// none was, it is open which is meant.
void take_time_referred_to(Plan& plan, const Context& context) {
  const auto words = reading::fold_tokens(plan.question);
  bool refers = false;
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    refers = refers || (reading::one_of(words[at], {"that", "same", "those"}) &&
                        reading::one_of(words[at + 1], {"year", "quarter", "month", "period", "years", "quarters"}) &&
                        !(at + 2 < words.size() && reading::one_of(words[at + 2], {"end", "before", "after"})));
  }
  if (!refers || !plan.rows.periods.empty() || plan.choose_period) return;
  const Periods* before = context.before != nullptr ? &context.before->rows.periods : nullptr;
  if (!context.around.empty()) {
    plan.rows.periods = context.around;
  } else if (before != nullptr && !before->empty()) {
    plan.rows.periods = *before;
  }
}

// A clause keeps the fund and the company of the clause before it in the same sentence: "how much did Harbor call for
// Nimbus and how much was distributed?"
void keep_whose(Plan& plan, const Plan& before, bool of_rows) {
  bool of_several = plan.has_any({Term::both, Term::pooled, Term::which_fund, Term::rank, Term::compare});
  if (plan.named.empty() && plan.named.stranger.empty() && !of_several) plan.named = before.named;
  bool narrowed = !plan.rows.words.empty() || !plan.rows.parts.empty() || !plan.rows.numbers.empty();
  if (of_rows && !narrowed && plan.metrics.empty() && before.wish == Wish::rows) plan.rows.words = before.rows.words;
}

// Chooses the rows of a supposed change from the words that name them. False when those words say more, or less.
bool settle_changed_rows(SupposedOfRows& supposed, const AnswerBasis& basis, const Plan* before) {
  RowChange& change = supposed.change;
  const std::string& named = supposed.rows;
  if (reading::one_of(reading::fold(named), {"it", "that", "they", "those", "this"})) {
    if (before == nullptr || !before->row_change) return false;
    const RowChange& known = *before->row_change;
    change.rows = known.rows;
    change.measure = known.measure;
    change.top = known.top;
    change.nth = known.nth;
    return true;
  }
  ReadQuestion read = read_question(named, basis);
  Plan& rows = read.plan;
  decide({rows, read.opening, read.many, read.one_fund});
  const bool picks = picks_rows(rows.measure);
  const bool plain = rows.wish == Wish::rows && rows.metrics.empty() && rows.unexplained.empty() && !rows.mark &&
                     rows.named.empty() && rows.measures.empty() && !rows.picked && !rows.rows.periods.as_of;
  // What is left out without being picked is read as a part of the question.
  if (!plain || rows.rows.kinds.empty() || (!supposed.by_clause && !picks)) return false;
  if (rows.measure != Measure::none && !picks) return false;
  // "If distributions had been 1m higher": one more of that amount, and none of them another.
  if (change.how == RowChange::How::add && !picks && !rows.rows.narrowed()) return false;
  change.rows = rows.rows;
  change.measure = rows.measure;
  change.top = rows.top;
  change.nth = rows.nth;
  return true;
}

// The sum of all calls or distributions is a figure of the fund as well.
void take_sum_as_figure(Plan& plan) {
  if (plan.wish != Wish::rows || plan.measure != Measure::sum || plan.rows.narrowed() || plan.rows.kinds.size() != 1)
    return;
  plan.metrics = {plan.rows.kinds[0] == RowKind::capital_call ? Metric::total_calls : Metric::total_distributions};
  plan.wish = Wish::metric;
}

// "And what will the RVPI be?" after a supposition foretells nothing.
void pass_over_will(Plan& plan, const Plan& before) {
  if (!before.supposition && !before.row_change) return;
  const auto foretells = [](const SaidTerm& said) {
    return said.term == Term::forecast && reading::fold(said.spelled) == "will";
  };
  if (std::erase_if(plan.terms, foretells) == 0) return;
  const bool more = std::any_of(plan.terms.begin(), plan.terms.end(),
                                [](const SaidTerm& said) { return said.term == Term::forecast; });
  plan.said.set(static_cast<std::size_t>(Term::forecast), more);
}

// "By how much would the DPI fall": how the figure moves, and by how much, is what such an answer tells.
void pass_over_how_it_moves(Plan& plan) {
  const auto& moves = supposition_words();
  std::erase_if(plan.unexplained, [&](const std::string& word) {
    bool asks = std::any_of(plan.terms.begin(), plan.terms.end(), [&](const SaidTerm& said) {
      return said.spelled == word && (said.term == Term::difference || said.term == Term::changed);
    });
    return asks || std::find(moves.begin(), moves.end(), reading::fold(word)) != moves.end();
  });
  if (plan.unexplained.empty()) plan.unexplained_weighs = false;
}

// "What would the DPI be if the last call had been 10 % smaller": the clause is read by itself, and so is the rest.
std::optional<Plan> plan_with_changed_rows(std::string_view question, const AnswerBasis& basis,
                                           const Context& context) {
  auto supposed = supposed_of_rows(question);
  if (!supposed || !settle_changed_rows(*supposed, basis, context.before)) return std::nullopt;
  Plan plan;
  if (supposed->rest.empty()) {
    if (context.before != nullptr) plan.metrics = context.before->metrics;
    if (context.before != nullptr) plan.named = context.before->named;
    if (plan.metrics.empty()) plan.metrics = {Metric::dpi, Metric::tvpi, Metric::irr};
  } else {
    plan = plan_question(supposed->rest, basis, context);
    take_sum_as_figure(plan);
    pass_over_how_it_moves(plan);
    bool bounded = plan.wish == Wish::threshold && plan.mark && plan.rows.amounts.empty();
    bool figure = plan.wish == Wish::metric || plan.wish == Wish::without_rows || plan.wish == Wish::definition;
    if (plan.metrics.empty() || (!figure && !bounded) || !plan.rows.without.empty()) return std::nullopt;
  }
  plan.question = std::string(question);
  plan.wish = Wish::row_change;
  plan.row_change = std::move(supposed->change);
  return plan;
}

}  // namespace

Plan plan_question(std::string_view question, const AnswerBasis& basis, const Context& context) {
  if (auto changed = plan_with_changed_rows(question, basis, context)) return *changed;
  ReadQuestion read = read_question(question, basis, context.before);
  bool of_rows = !read.plan.rows.kinds.empty() || read.plan.has(Term::any_row) || read.plan.rows.narrowed();
  if (of_rows && read.plan.rows.periods.empty() && read.plan.metrics.empty()) read.plan.rows.periods = context.around;
  take_time_referred_to(read.plan, context);
  if (context.same_sentence && context.before != nullptr) keep_whose(read.plan, *context.before, of_rows);
  settle_other_funds(read.plan, context.before, basis);
  if (context.before != nullptr) pass_over_will(read.plan, *context.before);
  decide({read.plan, read.opening, read.many, read.one_fund});
  bool leans = context.before != nullptr &&
               (leans_on_the_turn_before(read) || speaks_of_the_turn_before(*context.before, read.plan));
  // "... and what came back in the same year": distributions, whatever rows were spoken of before.
  bool came_back = leans && read.plan.has(Term::returned) && read.plan.rows.kinds.empty();
  if (came_back && context.before->wish == Wish::rows) {
    read.plan.rows.kinds = {RowKind::distribution};
    read.plan.wish = Wish::rows;
  }
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
