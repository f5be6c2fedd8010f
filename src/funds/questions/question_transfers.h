#pragma once

#include "funds/questions/question_plan.h"

namespace dossier::funds {

// Who moved money to whom, in whatever verb: "paid us", "sent home", "handed back to the LPs" are distributions, "we
// wired", "took from us", "asked the investors for" are calls. The verb is read as "called" or "distributed" (as typed
// it stays what was typed), the small words that belong to it are marked used. Verbs that say no direction, and those
// that a phrase of the vocabulary holds, are left alone.
void take_transfers(const AnswerBasis& basis, QuestionWords& words);

// The verbs in all their forms, which are no slips of the pen.
const std::vector<std::string>& transfer_words();

}  // namespace dossier::funds
