#pragma once

#include "funds/ledger/row_events.h"
#include "funds/questions/answering.h"

#include <span>

// Answers about transactions, by what is wanted of them; answer_rows.cpp chooses. Internal to the room.
namespace dossier::funds {

// The rows a question asks for in one fund.
struct RowsAsked {
  const Task& task;
  const Plan& plan;
  std::size_t fund;
  AnswerDraft& draft;
  const Ledger& ledger;
  std::vector<std::size_t> rows = {};
  std::vector<RowEvent> events = {};  // the same, with the components of one call together
  std::string what = {};              // "capital calls in 2023"

  // Gives `some` as the rows of the answer, with their places.
  void give(const std::vector<std::size_t>& some) const {
    draft.rows(some);
    draft.cite(some);
    draft.part(Answered::yes);
  }
};

// answer_rows_missing.cpp: there are none, or the documents cannot say so.
bool ledger_holds_the_time(const RowsAsked& asked);
void tell_no_rows(const RowsAsked& asked);

// answer_rows_sums.cpp: their sum, and that of each time or part asked for.
void tell_sum(const RowsAsked& asked);
// Where fees stand beside other purposes, the sum is of whole rows: said so.
void tell_parts_mixed(const RowsAsked& asked);

// answer_rows_together.cpp: the funds to answer for, those with the row where one of all funds' rows is asked for; and
// the same of several funds together, after each by itself.
std::vector<std::size_t> funds_asked_for(const Task& task);
void tell_together(const Task& task, AnswerDraft& draft);

// answer_rows_intervals.cpp: the time between them.
void tell_interval(const RowsAsked& asked);

}  // namespace dossier::funds
