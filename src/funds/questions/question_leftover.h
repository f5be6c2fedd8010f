#pragma once

#include "funds/questions/question_plan.h"

namespace dossier::funds {

// What a question says and no table took: noted among the unexplained words of the plan, and whether it weighs. Words
// that stand beside what is asked, bind it or negate it are never passed over; nor is what is supposed and not
// understood, a time of its own for each fund, or something left out of nothing. `elliptical`: the question speaks of
// the rows of the turn before without naming them, so that every word of it must be understood.
void note_leftover(const QuestionWords& words, bool elliptical, Plan& plan);

}  // namespace dossier::funds
