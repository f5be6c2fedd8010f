#include "funds/questions/answering.h"

#include "funds/ledger/phrasing.h"
#include "funds/questions/answer_quotes.h"
#include "funds/questions/question_untold.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace dossier::funds {
namespace {

struct Wished {
  Wish wish;
  void (*carry_out)(const Task&, AnswerDraft&);
};
constexpr Wished kWishes[] = {{Wish::metric, answer_metric},
                              {Wish::summary, answer_summary},
                              {Wish::needed, answer_needed},
                              {Wish::low_point, answer_low_point},
                              {Wish::age, answer_age},
                              {Wish::series, answer_series},
                              {Wish::change, answer_change},
                              {Wish::horizon, answer_horizon},
                              {Wish::pooled, answer_pooled},
                              {Wish::arithmetic, answer_arithmetic},
                              {Wish::portion, answer_portion},
                              {Wish::without_rows, answer_without_rows},
                              {Wish::definition, answer_definition},
                              {Wish::working, answer_working},
                              {Wish::check, answer_check},
                              {Wish::rows, answer_rows},
                              {Wish::share, answer_share},
                              {Wish::groups, answer_groups},
                              {Wish::story, answer_story},
                              {Wish::sequel, answer_sequel},
                              {Wish::fund_order, answer_fund_order},
                              {Wish::choice_order, answer_choice_order},
                              {Wish::returned, answer_returned},
                              {Wish::profitable, answer_profitable},
                              {Wish::passed, answer_passed},
                              {Wish::threshold, answer_threshold},
                              {Wish::supposition, answer_supposition},
                              {Wish::row_change, answer_row_change},
                              {Wish::fact, answer_fact},
                              {Wish::flags, answer_flags},
                              {Wish::upcoming, answer_upcoming}};

std::string loaded_funds(const AnswerBasis& basis) {
  std::vector<std::string> names;
  for (const FundAnalysis& fund : basis.analysis().funds) {
    if (names.size() < 10) names.push_back(fund.ledger.name.empty() ? "a fund without a name" : fund.ledger.name);
  }
  return names.empty() ? "no fund" : joined(names);
}

bool needs_ocr(const AnswerBasis& basis) {
  return std::ranges::any_of(basis.analysis().documents, [](const DocumentReading& document) {
    return std::ranges::any_of(document.flags, [](const Flag& flag) { return flag.code == FlagCode::needs_ocr; });
  });
}

// One question with its plan: which funds, what stands in the way, and the function for the wish.
class Answerer {
 public:
  Answerer(const AnswerBasis& basis, const Plan& plan) : basis_(basis), plan_(plan), draft_(basis) {}

  Answer answer() {
    if (plan_.wish == Wish::refused && asks_for_the_announced()) {
      answer_upcoming({basis_, plan_, funds()}, draft_);
      return done();
    }
    // A deck of text may speak of what is expected, or of an index.
    if (plan_.wish == Wish::refused && !plan_.has(Term::advice) && !has_ledger(basis_) && !has_portfolio(basis_) &&
        answer_passage(basis_, plan_.question, draft_))
      return done();
    if (plan_.wish == Wish::refused)
      return refusal(plan_.question, fmt::format("That cannot be answered here: {}.", plan_.refusal));
    if (!has_ledger(basis_) && !has_portfolio(basis_) && needs_ocr(basis_)) return images_only();
    if (!plan_.named.stranger.empty()) return unknown_name(plan_.named.stranger);
    if (auto untold = untold_in(basis_, plan_.question); untold && plan_.wish != Wish::definition)
      return speaks_of_a_statement() ? done_as_quoted() : about_the_untold(*untold);
    if (speaks_of_the_table() && answer_portfolio(basis_, plan_, draft_)) return done_from_the_table();
    if (speaks_of_a_statement()) return done_as_quoted();
    if (speaks_of_a_topic()) return done_as_quoted();
    if (!has_ledger(basis_) && !has_portfolio(basis_)) return without_ledger();  // running text has its own words
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

  // "How much will be distributed under this notice?": a notice tells what will be.
  bool asks_for_the_announced() const {
    bool will = std::any_of(plan_.terms.begin(), plan_.terms.end(), [](const SaidTerm& said) {
      return said.term == Term::forecast && (said.spelled == "will" || said.spelled == "going to");
    });
    bool of_rows = !plan_.rows.kinds.empty() && plan_.rows.periods.empty() && plan_.unexplained.empty();
    return will && of_rows && !plan_.has(Term::advice) && !plan_.has(Term::benchmark) &&
           std::any_of(basis_.analysis().funds.begin(), basis_.analysis().funds.end(), [](const FundAnalysis& fund) {
             const auto& rows = fund.ledger.transactions;
             return std::any_of(rows.begin(), rows.end(),
                                [](const Transaction& row) { return row.status == RowStatus::noticed; });
           });
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

  // Found by the words of a line, whatever else the grammar made of them.
  Answer done_as_quoted() { return draft_.take(plan_.question); }

  Answer unknown_name(const std::string& name) const {
    return refusal(plan_.question, fmt::format("Nothing in the documents is called '{}'. Loaded: {}. Load a report "
                                               "that speaks of it, or use the name as printed.",
                                               name, loaded_funds(basis_)));
  }

  // The passage that speaks of it, or what would.
  Answer about_the_untold(const Untold& untold) {
    if (const Passage* passage = passage_with(basis_, untold.words)) {
      quote(*passage, draft_);
      draft_.part(Answered::yes);
      return done_as_quoted();
    }
    return nothing_written(
        fmt::format("The documents do not say anything about '{}'; the cash flows and figures of a report do not hold "
                    "it. {} would tell it.",
                    untold.name(), untold.told_by));
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
    const bool figure = plan_.wish == Wish::metric && !plan_.metrics.empty();
    if (figure && !plan_.bare_term && speaks_of_a_fund()) return figure_from_text();
    bool term = plan_.wish == Wish::definition || figure || (plan_.wish == Wish::working && !plan_.metrics.empty());
    if (term && !basis_.analysis().documents.empty()) {
      answer_definition(task, draft_);
      Answer answer = draft_.take(plan_.question);
      // "Is Net PIC a standard figure?" is told what it is.
      if (figure && !plan_.bare_term && answer.answered == Answered::yes) answer.answered = Answered::partly;
      return answer;
    }
    bool reckoned = plan_.wish == Wish::rows && plan_.measure != Measure::none && plan_.unexplained.empty();
    if (!reckoned && plan_.wish == Wish::flags) {
      answer_flags(task, draft_);
      return done();
    }
    if (!reckoned && answer_passage(basis_, plan_.question, draft_)) return done();
    return nothing_written(
        "The documents hold no ledger of calls and distributions to answer from, and their text does not "
        "speak of it. Load a report or statement of the fund.");
  }

  // "Is Net PIC standard?", "And the adjusted DPI?" ask of a note what its terms mean; "the DPI of our fund" a figure.
  bool speaks_of_a_fund() const {
    const auto words = question_words(plan_.question);
    return std::any_of(words.begin(), words.end(), [](const QuestionWord& word) {
      return word.text == "fund" || word.text == "fund's" || word.text == "our" || word.text == "we";
    });
  }

  // "What TVPI did the fund achieve?", asked of text alone: a passage that names the figure, but no definition of it.
  Answer figure_from_text() {
    AnswerDraft text(basis_);
    if (answer_passage(basis_, plan_.question, text)) {
      Answer answer = text.take(plan_.question);
      const auto names_figure = [](const Source& source) {  // behind "4. Net PIC", the number of a paragraph
        const auto from = source.text.find(' ');
        return from != std::string::npos && source.text.find_first_of("0123456789", from) != std::string::npos;
      };
      if (std::any_of(answer.sources.begin(), answer.sources.end(), names_figure)) return answer;
    }
    return nothing_written(
        fmt::format("The documents hold no ledger of calls and distributions to reckon the {} from, and their text "
                    "does not say it. "
                    "Load a report or statement of the fund.",
                    title_of(plan_.metrics.front())));
  }

  Answer nothing_written(std::string text) const {
    Answer answer = refusal(plan_.question, std::move(text));
    answer.nothing_written = true;
    return answer;
  }

  // A passage that only speaks of distributions answers no question about some of them.
  bool speaks_of_the_rows_asked_for() const {
    if (plan_.rows.kinds.empty() || plan_.unexplained.empty()) return true;
    AnswerDraft text(basis_);
    return answer_passage(basis_, plan_.question, text) && says_the_unexplained(text);
  }

  Answer from_text() {
    bool size = plan_.fact == Term::fund_size && plan_.unexplained.empty();
    if (size && answer_passage(basis_, "fund size", draft_, true)) return done();
    bool end_of_right = plan_.has(Term::recallable) &&
                        (plan_.has(Term::deadline) || reading::fold(plan_.question).starts_with("until"));
    if (end_of_right && answer_passage(basis_, "recallable until", draft_)) return done();
    if (speaks_of_the_rows_asked_for() && answer_passage(basis_, plan_.question, draft_)) return done();
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
    auto wished =
        std::find_if(std::begin(kWishes), std::end(kWishes), [&](auto& one) { return one.wish == plan_.wish; });
    if (wished == std::end(kWishes)) return false;  // a passage is looked for, or nothing was understood
    wished->carry_out(task, draft_);
    return true;
  }

  const AnswerBasis& basis_;
  const Plan& plan_;
  AnswerDraft draft_;
};

}  // namespace

bool has_ledger(const AnswerBasis& basis) {
  return std::any_of(basis.analysis().funds.begin(), basis.analysis().funds.end(), [](const FundAnalysis& fund) {
    return !fund.ledger.transactions.empty() || !fund.ledger.statement_lines.empty() || !fund.checks.empty();
  });
}

bool has_portfolio(const AnswerBasis& basis) {
  return std::any_of(basis.analysis().documents.begin(), basis.analysis().documents.end(),
                     [](const DocumentReading& document) { return !document.portfolio_rows.empty(); });
}

Answer refusal(std::string_view question, std::string text) {
  Answer answer;
  answer.question = std::string(question);
  answer.text = std::move(text);
  return answer;
}

Answer answer_plan(const AnswerBasis& basis, const Plan& plan) {
  return Answerer(basis, plan).answer();
}

}  // namespace dossier::funds
