#pragma once

#include "funds/questions/question_plan.h"

namespace dossier::funds {

// Whether what is going to be done answers to every term the question used: "average IRR" is not the IRR, "calls as a
// share of the NAV" not a share of the calls. A term that the plan passes over is noted among the unexplained words as
// one that weighs, so that the question is refused rather than answered as if the term were not there.
void note_unused_terms(Plan& plan);

}  // namespace dossier::funds
