#pragma once

#include "fir/facts.h"

namespace dossier::fir {

// Which of the days the complaint names is the day of the offence, at what hour, and on which days something of the
// conduct happened. Dates, times and amounts must be read before. A day that only tells what was before the matter (a
// birth, a wedding, a purchase, how long people know each other, the writing) is no day of the offence; when no other
// is named the day stays empty.
void read_occurrence(const reading::CueText& text, const Knowledge& knowledge, std::optional<Date> told_on,
                     Facts& facts);

}  // namespace dossier::fir
