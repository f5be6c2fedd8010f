#pragma once

#include "funds/questions/question_typed.h"

namespace dossier::funds {

// What a question sets as a condition and every answer takes for granted is left out ("assuming there is no further
// drawdown", "with the same paid-in and distributions"), and what is asked under a condition is asked as supposed
// ("what will it be" as "what would it be"). Internal to the room.
void settle_conditions(Typed& typed);

}  // namespace dossier::funds
