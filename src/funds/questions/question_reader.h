#pragma once

#include "funds/questions/question_plan.h"

#include <string>
#include <string_view>

// The passes of understanding a question, one after the other: internal to the room, see question_plan.h.
namespace dossier::funds {

// What the words of one question say, before it is decided what is asked.
struct ReadQuestion {
  Plan plan;
  std::string opening;    // its first word
  bool many = false;      // "the 3 largest": a number of rows was named
  bool one_fund = false;  // only one is loaded, or one is named
};
// `before`: the turn before, which tells what a bare number or a last "then" goes on with; none: there was none.
ReadQuestion read_question(std::string_view question, const AnswerBasis& basis, const Plan* before = nullptr);

// Whether a question stands on its own, or leans on the one before it.
bool leans_on_the_turn_before(const ReadQuestion& read);

// The question before, with what this one says put in its place.
Plan continued(const Plan& before, const Plan& now);

}  // namespace dossier::funds
