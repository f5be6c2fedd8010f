#pragma once

#include "funds/ledger/periods.h"
#include "funds/questions/question_words.h"

#include <cstddef>
#include <span>
#include <string>

namespace dossier::funds {

// Takes a time reckoned from the date of the newest report, or counted back from a date, when one stands at `at`: "last
// year", "this quarter", "in the last 12 months", "year to date", "quarter ended 31 March 2023". Adds it to `periods`,
// marks its words used and returns where it ends; `at` when there is none. Internal to the room.
std::size_t take_relative_time(QuestionWords& words, std::span<const std::string> texts, Date reference, std::size_t at,
                               Periods& periods);

}  // namespace dossier::funds
