#pragma once

#include "funds/ledger/periods.h"
#include "funds/questions/question_words.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {

// Takes the words that speak of time and marks them used. "last year" and the like are reckoned from `reference`, the
// date of the newest report.
Periods take_periods(QuestionWords& words, Date reference);

}  // namespace dossier::funds
