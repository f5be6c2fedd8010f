#pragma once

#include "fir/draft.h"

#include <optional>
#include <utility>

namespace dossier::fir {

// Two different days the complaint gives for one and the same act, in its own words: "5 May 2026", "12 June 2026". Two
// sentences, each with a day of its own, show every core ingredient of a proposed offence. Nothing when the conduct
// lasted or when its days are known but roughly. Also the day of
// the occurrence and another on which it puts something of the matter, in whatever words. Whether it happened twice or
// one day is wrong is for a person to ask.
std::optional<std::pair<Found, Found>> told_of_two_days(const Facts& facts, const Assessment& assessment,
                                                        const reading::Text& text);

}  // namespace dossier::fir
