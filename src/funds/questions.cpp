#include "funds/questions.h"

#include "base/limits.h"
#include "funds/answering.h"
#include "funds/phrasing.h"
#include "funds/question_shorthand.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace dossier::funds {
namespace {

Answer refusal(std::string_view question, std::string text) {
  Answer answer;
  answer.question = std::string(question);
  answer.text = std::move(text);
  return answer;
}

std::string loaded_funds(const AnswerBasis& basis) {
  std::vector<std::string> names;
  for (const FundAnalysis& fund : basis.analysis().funds) {
    if (names.size() < 10) names.push_back(fund.ledger.name.empty() ? "a fund without a name" : fund.ledger.name);
  }
  return names.empty() ? "no fund" : joined(names);
}

bool needs_ocr(const AnswerBasis& basis) {
  for (const DocumentReading& document : basis.analysis().documents) {
    for (const Flag& flag : document.flags) {
      if (flag.code == FlagCode::needs_ocr) return true;
    }
  }
  return false;
}

bool has_ledger(const AnswerBasis& basis) {
  return std::any_of(basis.analysis().funds.begin(), basis.analysis().funds.end(), [](const FundAnalysis& fund) {
    return !fund.ledger.transactions.empty() || !fund.ledger.statement_lines.empty() || !fund.checks.empty();
  });
}

bool has_portfolio(const AnswerBasis& basis) {
  return std::any_of(basis.analysis().documents.begin(), basis.analysis().documents.end(),
                     [](const DocumentReading& document) { return !document.portfolio_rows.empty(); });
}

// One question with its plan: which funds, what stands in the way, and the function for the wish.
class Answerer {
 public:
  Answerer(const AnswerBasis& basis, const Plan& plan) : basis_(basis), plan_(plan), draft_(basis) {}

  Answer answer() {
    if (plan_.wish == Wish::refused)
      return refusal(plan_.question, fmt::format("That cannot be answered here: {}.", plan_.refusal));
    if (!has_ledger(basis_) && !has_portfolio(basis_) && needs_ocr(basis_)) return images_only();
    if (!plan_.named.stranger.empty()) return unknown_name(plan_.named.stranger);
    if (speaks_of_the_table() && answer_portfolio(basis_, plan_, draft_)) return done_from_the_table();
    if (speaks_of_a_statement()) return done_as_quoted();
    if (speaks_of_a_topic()) return done_as_quoted();
    if (auto stopped = stop_at_unexplained()) return *stopped;
    if (!has_ledger(basis_)) return without_ledger();
    Task task{basis_, plan_, funds()};
    if (!carry_out(task)) return from_text();
    Answer answer = done();
    tell_unread(task, answer);
    return answer;
  }

 private:
  Answer done() { return done(plan_.unexplained); }

  Answer done(const std::vector<std::string>& left_aside) {
    Answer answer = draft_.take(plan_.question);
    if (!left_aside.empty() && answer.answered == Answered::yes && plan_.wish != Wish::passage &&
        plan_.wish != Wish::definition) {
      answer.answered = Answered::partly;
      answer.text += fmt::format(" (Not understood and left aside: {}.)", joined(left_aside));
    }
    return answer;
  }

  std::vector<std::size_t> funds() const {
    if (!plan_.named.funds.empty()) return plan_.named.funds;
    std::vector<std::size_t> all(basis_.analysis().funds.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
  }

  bool speaks_of_the_table() const {
    if (!plan_.named.portfolio.empty()) return plan_.named.funds.empty();
    return has_portfolio(basis_) && !has_ledger(basis_) && plan_.wish != Wish::definition;
  }

  bool speaks_of_a_statement() {
    static constexpr std::array<Wish, 4> kOther = {Wish::definition, Wish::supposition, Wish::fund_order, Wish::fact};
    if (std::find(kOther.begin(), kOther.end(), plan_.wish) != kOther.end()) return false;
    return answer_statement(Task{basis_, plan_, funds()}, draft_);
  }

  // Nothing of the ledger is asked for in words all understood: the running text may have it under another name.
  bool speaks_of_a_topic() {
    if (plan_.wish == Wish::definition ||
        (plan_.unexplained.empty() && plan_.wish != Wish::unclear && plan_.wish != Wish::passage))
      return false;
    return answer_topic(basis_, plan_.question, draft_);
  }

  // A table chooses its funds by terms that a ledger has no use for.
  Answer done_from_the_table() {
    std::vector<std::string> left;
    for (const std::string& word : plan_.unexplained) {
      bool term = std::any_of(plan_.terms.begin(), plan_.terms.end(), [&](const SaidTerm& said) {
        return said.spelled == word && (said.term == Term::vintage || said.term == Term::negative ||
                                        said.term == Term::positive || said.term == Term::fund_count);
      });
      if (!term) left.push_back(word);
    }
    return done(left);
  }

  // What was found by the words of a line, whatever else the grammar made of them.
  Answer done_as_quoted() { return draft_.take(plan_.question); }

  Answer unknown_name(const std::string& name) const {
    return refusal(plan_.question, fmt::format("Nothing in the documents is called '{}'. Loaded: {}. Load a report "
                                               "that speaks of it, or use the name as printed.",
                                               name, loaded_funds(basis_)));
  }

  // Words that nothing explains: the running text may hold them; otherwise a name is unknown, and a lesser word is
  // left aside and said so.
  std::optional<Answer> stop_at_unexplained() {
    if (plan_.unexplained.empty() || plan_.wish == Wish::definition || plan_.wish == Wish::passage ||
        plan_.wish == Wish::unclear)
      return std::nullopt;
    AnswerDraft text(basis_);
    bool of_the_trade = std::any_of(plan_.terms.begin(), plan_.terms.end(), [&](const SaidTerm& said) {
      return std::find(plan_.unexplained.begin(), plan_.unexplained.end(), said.spelled) != plan_.unexplained.end();
    });
    if (!of_the_trade && answer_passage(basis_, plan_.question, text) && says_the_unexplained(text))
      return text.take(plan_.question);
    if (plan_.wish == Wish::fact) return from_text();  // "the phone number of the manager" is not the manager
    if (plan_.unexplained_name) return unknown_name(joined(plan_.unexplained));
    if (!plan_.unexplained_weighs) return std::nullopt;
    return refusal(plan_.question,
                   fmt::format("Not answered, because '{}' was not understood here and could change the answer. Say it "
                               "in other words, or ask without it.",
                               joined(plan_.unexplained, "or")));
  }

  // A passage answers in place of the ledger only where it holds the very words the ledger did not explain.
  bool says_the_unexplained(const AnswerDraft& text) const {
    std::vector<std::string> words = text.quoted_words();
    return std::all_of(plan_.unexplained.begin(), plan_.unexplained.end(), [&](const std::string& wanted) {
      auto stems = retrieval::content_stems(wanted);
      return !stems.empty() && std::all_of(stems.begin(), stems.end(), [&](const std::string& stem) {
        return std::find(words.begin(), words.end(), stem) != words.end();
      });
    });
  }

  Answer images_only() const {
    return refusal(plan_.question,
                   "The pages are images without text, so nothing can be read from them until they have been through "
                   "text recognition (OCR).");
  }

  Answer without_ledger() {
    Task task{basis_, plan_, {}};
    bool term = plan_.wish == Wish::definition || (plan_.wish == Wish::metric && !plan_.metrics.empty());
    if (term && !basis_.analysis().documents.empty()) {
      answer_definition(task, draft_);
      Answer answer = draft_.take(plan_.question);
      if (plan_.wish == Wish::metric && !plan_.bare_term && answer.answered == Answered::yes)
        answer.answered = Answered::partly;
      return answer;
    }
    if (plan_.wish == Wish::flags) {
      answer_flags(task, draft_);
      return done();
    }
    if (answer_passage(basis_, plan_.question, draft_)) return done();
    return nothing_written(
        "The documents hold no ledger of calls and distributions to answer from, and their text does not "
        "speak of it. Load a report or statement of the fund.");
  }

  Answer nothing_written(std::string text) const {
    Answer answer = refusal(plan_.question, std::move(text));
    answer.nothing_written = true;
    return answer;
  }

  Answer from_text() {
    bool size = plan_.fact == Term::fund_size && plan_.unexplained.empty();
    if (size && answer_passage(basis_, "fund size", draft_, true)) return done();
    if (answer_passage(basis_, plan_.question, draft_)) return done();
    if (plan_.wish == Wish::passage || plan_.wish == Wish::fact) {
      return nothing_written(
          fmt::format("The documents do not say anything about {}. A document that does would be needed.",
                      plan_.unexplained.empty() ? "that" : "'" + joined(plan_.unexplained, "or") + "'"));
    }
    return refusal(plan_.question,
                   "That was not understood. Ask for a figure (\"What is the DPI?\"), for rows (\"Show all capital "
                   "calls in 2023\"), for a definition, or for what the report says.");
  }

  bool carry_out(const Task& task) {
    switch (plan_.wish) {
      case Wish::metric: answer_metric(task, draft_); break;
      case Wish::summary: answer_summary(task, draft_); break;
      case Wish::needed: answer_needed(task, draft_); break;
      case Wish::low_point: answer_low_point(task, draft_); break;
      case Wish::age: answer_age(task, draft_); break;
      case Wish::series: answer_series(task, draft_); break;
      case Wish::change: answer_change(task, draft_); break;
      case Wish::horizon: answer_horizon(task, draft_); break;
      case Wish::pooled: answer_pooled(task, draft_); break;
      case Wish::arithmetic: answer_arithmetic(task, draft_); break;
      case Wish::portion: answer_portion(task, draft_); break;
      case Wish::without_rows: answer_without_rows(task, draft_); break;
      case Wish::definition: answer_definition(task, draft_); break;
      case Wish::working: answer_working(task, draft_); break;
      case Wish::check: answer_check(task, draft_); break;
      case Wish::rows: answer_rows(task, draft_); break;
      case Wish::share: answer_share(task, draft_); break;
      case Wish::groups: answer_groups(task, draft_); break;
      case Wish::story: answer_story(task, draft_); break;
      case Wish::fund_order: answer_fund_order(task, draft_); break;
      case Wish::period_order: answer_period_order(task, draft_); break;
      case Wish::returned: answer_returned(task, draft_); break;
      case Wish::profitable: answer_profitable(task, draft_); break;
      case Wish::passed: answer_passed(task, draft_); break;
      case Wish::threshold: answer_threshold(task, draft_); break;
      case Wish::supposition: answer_supposition(task, draft_); break;
      case Wish::fact: answer_fact(task, draft_); break;
      case Wish::flags: answer_flags(task, draft_); break;
      case Wish::upcoming: answer_upcoming(task, draft_); break;
      case Wish::passage:
      case Wish::unclear:
      case Wish::refused: return false;
    }
    return true;
  }

  const AnswerBasis& basis_;
  const Plan& plan_;
  AnswerDraft draft_;
};

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
  std::vector<Clause> questions = split_questions(spelled_out(message));
  if (questions.empty()) return refusal(message, "Nothing was asked.");
  if (questions.size() > limits::kQuestionsPerMessageMax) questions.resize(limits::kQuestionsPerMessageMax);
  Answer whole = answer_one(questions.front().text, time_around(questions, 0));
  for (std::size_t k = 1; k < questions.size(); ++k)
    append(whole, answer_one(questions[k].text, time_around(questions, k)));
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

Answer Conversation::answer_one(const std::string& question, const Periods& around) {
  Plan plan = plan_question(question, basis_, before_ ? &*before_ : nullptr, around);
  Answer answer = Answerer(basis_, plan).answer();
  if (plan.wish != Wish::unclear && plan.wish != Wish::refused) before_ = std::move(plan);
  return answer;
}

}  // namespace dossier::funds
