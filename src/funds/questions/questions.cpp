#include "funds/questions/questions.h"

#include "base/limits.h"
#include "funds/questions/answering.h"
#include "funds/questions/question_shorthand.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

void append(Answer& whole, Answer part) {
  if (!whole.text.empty()) whole.text += "\n";
  whole.text += part.text;
  std::move(part.values.begin(), part.values.end(), std::back_inserter(whole.values));
  std::move(part.rows.begin(), part.rows.end(), std::back_inserter(whole.rows));
  std::move(part.sources.begin(), part.sources.end(), std::back_inserter(whole.sources));
  if (whole.answered != part.answered) whole.answered = Answered::partly;
}

}  // namespace

Answer Conversation::ask(std::string_view message) {
  if (message.size() > limits::kQuestionBytesMax) {
    return refusal(
        message.substr(0, 100),
        fmt::format("The question is longer than {} characters. Ask it in fewer words.", limits::kQuestionBytesMax));
  }
  const std::string spelled = spelled_out(message);
  std::vector<Clause> questions = split_questions(spelled);
  // Running text answers in sentences, which hold what several clauses ask for.
  if (!has_ledger(basis_) && !has_portfolio(basis_) && questions.size() > 1) questions = {{spelled}};
  if (questions.empty()) return refusal(message, "Nothing was asked.");
  if (questions.size() > limits::kQuestionsPerMessageMax) questions.resize(limits::kQuestionsPerMessageMax);
  Answer whole = answer_one(questions, 0);
  for (std::size_t k = 1; k < questions.size(); ++k) append(whole, answer_one(questions, k));
  whole.question = std::string(message);
  return whole;
}

// The time named by the nearest other clause of the same sentence: "how many calls and how much distributed in 2021".
Periods Conversation::time_around(const std::vector<Clause>& clauses, std::size_t at) const {
  std::size_t first = at, end = at + 1;
  while (first > 0 && clauses[first].joined) --first;
  while (end < clauses.size() && clauses[end].joined) ++end;
  if (end - first < 2 || !periods_of_question(clauses[at].text, basis_).empty()) return {};
  for (std::size_t away = 1; away < end - first; ++away) {
    for (std::size_t other : {at - away, at + away}) {
      if (other < first || other >= end) continue;  // also where `at - away` wrapped
      if (Periods periods = periods_of_question(clauses[other].text, basis_); !periods.empty()) return periods;
    }
  }
  return {};
}

Answer Conversation::answer_one(const std::vector<Clause>& clauses, std::size_t at) {
  Context context{.before = before_ ? &*before_ : nullptr,
                  .same_sentence = at > 0 && clauses[at].joined,
                  .around = time_around(clauses, at)};
  Plan plan = plan_question(clauses[at].text, basis_, context);
  Answer answer = answer_plan(basis_, plan);
  if (plan.wish != Wish::unclear && plan.wish != Wish::refused) before_ = std::move(plan);
  return answer;
}

}  // namespace dossier::funds
