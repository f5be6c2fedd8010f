#pragma once

#include "funds/answer_basis.h"
#include "funds/periods.h"

namespace dossier::funds {

// "Before the second call", "since call 3", "after the last distribution": times bounded by the day of a row. Takes
// their words; nothing where several funds could be meant or the row is not there. Internal to the room.
Periods take_row_times(const AnswerBasis& basis, const NamedFunds& named, QuestionWords& words);

}  // namespace dossier::funds
