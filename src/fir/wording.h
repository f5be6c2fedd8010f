#pragma once

#include "fir/draft.h"

#include <string>

namespace dossier::fir {

// Two sentences: who reports what, when, where, against whom; and what was lost or suffered and where it goes. Without
// the victim's name in a sensitive case.
std::string write_summary(const Draft& draft);

// What the officer would read over to an oral informant: the statement in its own words, then its particulars.
std::string write_narrative(const Draft& draft, const reading::Text& text);

// "2 November 2026": a day as sentences of the desk write it.
std::string day_text(Date day);

}  // namespace dossier::fir
