#pragma once

#include "funds/questions/question_plan.h"

#include <algorithm>
#include <utility>

// Words of a question that rows carry in their type or description ("Ridgeline Foods", "HB3-05"): they choose rows.
namespace dossier::funds {

// Whether the word at `at` is one that some row carries and that names rows here.
bool names_rows(const AnswerBasis& basis, const QuestionWords& words, std::size_t at);

// Takes those words from `from` up to `to` into `choice` and marks them used.
void take_row_words(const AnswerBasis& basis, QuestionWords& words, std::size_t from, std::size_t to,
                    RowChoice& choice);

// Takes references as rows print them ("HB3-05"): those rows, whatever their number.
void take_references(const AnswerBasis& basis, QuestionWords& words, RowChoice& choice);

// Adds `value` to the alternative named last, or to a new one where it stands apart from it.
template <class T>
void add_alternative(Alternatives<T>& all, T value, bool apart) {
  if (all.empty() || apart) all.emplace_back();
  std::vector<T>& last = all.back();
  if (std::find(last.begin(), last.end(), value) == last.end()) last.push_back(std::move(value));
}

}  // namespace dossier::funds
