#pragma once

#include "funds/questions/question_plan.h"

#include <optional>

// Follow-ups that do more than replace a part of the turn before: internal to the room, see question_followup.cpp.
namespace dossier::funds {

// "As a share of the commitment?": the whole of a share and nothing else.
bool names_whole_alone(const Plan& now);

// What the turn before becomes where the new one asks something else of it: its share of a whole, its amount as a
// percentage, two times compared, recallable distributions added back, what the term means. Nothing for all other
// follow-ups. The frame and the funds are still those of the turn before.
std::optional<Plan> turn_of_its_own(const Plan& before, const Plan& now);

// "And 50%?" after "if NAV fell by 30 %", "and 20m?" after a NAV supposed.
void vary_supposition(Plan& plan, const Plan& now);

// Whether a question with a subject of its own still speaks of the turn before: "was the reversed amount called again
// later?" of its rows, "how does that differ from the total called?" of its figure.
bool speaks_of_the_turn_before(const Plan& before, const Plan& now);

}  // namespace dossier::funds
