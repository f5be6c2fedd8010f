#pragma once

#include "funds/questions/question_words.h"

namespace dossier::funds {

// What is said beside a figure and has a name of its own, in however many words ("before any corrections", "not
// counting the NAV"), becomes that one word; what only says how an answer is shown ("in date order") is used up.
// Internal to the room.
void take_asides(QuestionWords& words);

}  // namespace dossier::funds
