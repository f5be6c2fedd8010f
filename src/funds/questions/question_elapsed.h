#pragma once

#include "funds/questions/question_plan.h"
#include "funds/questions/question_words.h"

#include <vector>

namespace dossier::funds {

// The two ends of a time that a question measures: "how many days between the first and the second call", "days elapsed
// from call 1 to call 2", "how long since the last drawdown?" (until the report). Takes its words; nothing when no time
// is measured, or not between two such ends. Internal to the room.
std::vector<TimeEnd> take_elapsed(QuestionWords& words);

}  // namespace dossier::funds
