#pragma once

#include "funds/questions/answer.h"
#include "funds/questions/question_plan.h"

// The functions that carry out plans, one for each kind of wish: internal to the room. Each is told the funds to speak
// of (never none) and fills the draft.
namespace dossier::funds {

struct Task {
  const AnswerBasis& basis;
  const Plan& plan;
  std::vector<std::size_t> funds;  // named ones, else all

  bool several() const { return funds.size() > 1; }
};

// Tells of each fund of the task by itself: `tell(fund)` while the draft is about it.
template <class Tell>
void tell_each_fund(const Task& task, AnswerDraft& draft, Tell tell) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    tell(fund);
  }
}

// answering.cpp
// The answer to one question: which funds it is about, what stands in the way, and the function for its wish.
Answer answer_plan(const AnswerBasis& basis, const Plan& plan);
// Whether there is a fund to reckon with, a table of funds.
bool has_ledger(const AnswerBasis& basis);
bool has_portfolio(const AnswerBasis& basis);
// No answer, and why.
Answer refusal(std::string_view question, std::string text);

// answer_metrics.cpp
void answer_summary(const Task& task, AnswerDraft& draft);
void answer_metric(const Task& task, AnswerDraft& draft);
void answer_working(const Task& task, AnswerDraft& draft);

// answer_series.cpp
void answer_series(const Task& task, AnswerDraft& draft);

// answer_levels.cpp
// What running totals tell of a metric on `day`, of which `point` is the state; nothing when it takes more than that.
// An unknown level has its reason.
std::optional<MetricValue> level_on(const Ledger& ledger, const RunningPoint& point, Metric metric, Date day);

// answer_change.cpp
void answer_change(const Task& task, AnswerDraft& draft);
void answer_horizon(const Task& task, AnswerDraft& draft);

// answer_pooled.cpp
void answer_pooled(const Task& task, AnswerDraft& draft);

// answer_arithmetic.cpp
void answer_arithmetic(const Task& task, AnswerDraft& draft);

// answer_portion.cpp
void answer_portion(const Task& task, AnswerDraft& draft);

// answer_marks.cpp
void answer_threshold(const Task& task, AnswerDraft& draft);
void answer_returned(const Task& task, AnswerDraft& draft);
void answer_profitable(const Task& task, AnswerDraft& draft);
void answer_passed(const Task& task, AnswerDraft& draft);
// Whether a figure keeps to a bound ("above 1.5x"); without one, whether it has come to the mark.
bool compares(Bound bound, double value, double mark);
// The metric as a sentence with its values, sources and the printed figure beside it.
void tell_metric(const Task& task, std::size_t fund, Metric metric, const MetricSet& metrics, AnswerDraft& draft);
// More digits of a multiple or rate, where the question asks for them.
void tell_digits(const Plan& plan, const MetricValue& value, AnswerDraft& draft);
// The metrics of a fund as of the day the plan asks for.
MetricSet metrics_for(const Task& task, std::size_t fund);

// answer_needed.cpp
void answer_needed(const Task& task, AnswerDraft& draft);
void answer_low_point(const Task& task, AnswerDraft& draft);
void answer_age(const Task& task, AnswerDraft& draft);

// answer_checks.cpp
void answer_check(const Task& task, AnswerDraft& draft);

// answer_rows.cpp
void answer_rows(const Task& task, AnswerDraft& draft);

// answer_groups.cpp
void answer_share(const Task& task, AnswerDraft& draft);
void answer_groups(const Task& task, AnswerDraft& draft);

// answer_choices.cpp
void answer_choice_order(const Task& task, AnswerDraft& draft);

// answer_stories.cpp
void answer_story(const Task& task, AnswerDraft& draft);
void answer_upcoming(const Task& task, AnswerDraft& draft);

// answer_sequel.cpp
void answer_sequel(const Task& task, AnswerDraft& draft);

// answer_funds.cpp
void answer_fund_order(const Task& task, AnswerDraft& draft);

// answer_portfolio.cpp
// Questions about rows of portfolio tables; false when the plan is about none.
bool answer_portfolio(const AnswerBasis& basis, const Plan& plan, AnswerDraft& draft);

// answer_statement.cpp
// Questions about the lines of capital account statements; false when none of them fits.
bool answer_statement(const Task& task, AnswerDraft& draft);

// answer_supposition.cpp
void answer_supposition(const Task& task, AnswerDraft& draft);
void answer_without_rows(const Task& task, AnswerDraft& draft);
// By how much a figure is another than `before`.
void tell_change(const MetricValue& value, const MetricValue& before, AnswerDraft& draft);

// answer_row_change.cpp
void answer_row_change(const Task& task, AnswerDraft& draft);

// answer_definitions.cpp
void answer_definition(const Task& task, AnswerDraft& draft);

// answer_facts.cpp
void answer_fact(const Task& task, AnswerDraft& draft);
void answer_flags(const Task& task, AnswerDraft& draft);

// answer_passages.cpp
// The passage that covers the words of the question; false when none does well enough. `verbatim`: every word counts,
// also those that most questions have ("fund size").
bool answer_passage(const AnswerBasis& basis, std::string_view question, AnswerDraft& draft, bool verbatim = false);

// The passage on the topic a question asks for in other words ("What does it invest in?"), or the line of the document
// labelled as it asks ("Investor: ..."); false when there is none.
bool answer_topic(const AnswerBasis& basis, std::string_view question, AnswerDraft& draft);

// answer_unread.cpp
// Whether an answer to such a wish is made from rows, so that a row nobody could read may be missing in it.
bool rests_on_rows(Wish wish);
// Makes a full answer a partial one when lines of the funds' reports could not be read, and says which.
void tell_unread(const Task& task, Answer& answer);

// row_selection.cpp
std::vector<std::size_t> chosen_rows(const AnswerBasis& basis, std::size_t fund, const RowChoice& choice);
Money sum_of(const Ledger& ledger, const std::vector<std::size_t>& rows);
// Whether a row with these words speaks of the row of that number: "Refund of excess Call 3".
bool speaks_of_number(const std::vector<std::string>& words, const std::string& number);
// Whether "call 3" can only mean the third by date, because the document numbers no row of the kind.
bool counts_numbers(const Ledger& ledger, const RowChoice& choice);
// The mean of `count` amounts, half a minor unit rounded away from nil.
Money divided(Money sum, std::size_t count);
// Whether a measure picks some of the rows: the largest, the first.
bool picks_rows(Measure measure);
// The rows it picks, by date. Rows equal to the last one picked come along.
std::vector<std::size_t> extreme_rows(const Ledger& ledger, std::vector<std::size_t> rows, const Plan& plan);
// The rows in one line each, separated by semicolons; of many only the first.
std::string list_text(const Ledger& ledger, const std::vector<std::size_t>& rows);
// "capital calls in 2023", "recallable distributions over $1,000,000".
std::string choice_text(const RowChoice& choice, Currency currency, bool several = true);

}  // namespace dossier::funds
