#pragma once

#include "funds/ledger/periods.h"
#include "funds/questions/answer_basis.h"

namespace dossier::funds {

// Times that rows bound.
struct RowTimes {
  Periods periods;
  // The one day a figure is wanted on: "the DPI after call 3" is that of the day of the call, "before call 3" that of
  // the day before it. Nothing for "since call 3", which is a time.
  std::optional<Date> stands_on = {};
};

// "Before the second call", "since call 3", "between call 2 and distribution 1": takes their words; nothing where
// several funds could be meant or the row is not there. Internal to the room.
RowTimes take_row_times(const AnswerBasis& basis, const NamedFunds& named, QuestionWords& words);

}  // namespace dossier::funds
