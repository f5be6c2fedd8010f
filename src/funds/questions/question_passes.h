#pragma once

#include "funds/questions/question_plan.h"

// The passes of reading a question, in the order in which question_reader.cpp runs them. Each takes the words it
// understands, marks them used and notes in the plan what they say; those after it see only what is left. Amounts,
// times and suppositions are passes too, in files of their own. Internal to the room.
namespace dossier::funds {

bool names_currency(std::string_view word);

// "in EUR" of a fund in EUR says nothing; another currency would need an exchange rate.
void take_currencies(const AnswerBasis& basis, QuestionWords& words, Plan& plan);

// "Other than gains", "excluding call 3": the rows that stay out.
void take_exclusions(const AnswerBasis& basis, QuestionWords& words, Plan& plan);

// The terms of the vocabulary, in their order.
void take_terms(const AnswerBasis& basis, QuestionWords& words, Plan& plan);

// "What is DPI?" has nothing but the term after "what is".
void note_bare_term(const QuestionWords& words, Plan& plan);

// What words say by how they stand to each other: "adjustments made to distributions", "the largest year for calls".
void note_relations(const AnswerBasis& basis, QuestionWords& words, Plan& plan);

}  // namespace dossier::funds
