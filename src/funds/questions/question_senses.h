#pragma once

#include "funds/questions/question_words.h"

namespace dossier::funds {

// Words whose meaning hangs on what stands around them, settled before the terms of the vocabulary are taken: what the
// fund "is worth" is its NAV, "our stake" beside another figure only names the fund, what "can still be called" is
// unfunded and what "can be called again" recallable, what came back "per dollar
// paid in" is the DPI, "we need the DPI" sets no goal. Words are rewritten to the term
// they stand for (as typed they stay what was typed) or marked used where they say nothing more. `goal`: the question
// names a mark to be reached.
void settle_senses(QuestionWords& words, bool goal);

}  // namespace dossier::funds
