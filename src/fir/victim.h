#pragma once

#include "fir/facts.h"

namespace dossier::fir {

// The victim's age as the complaint states it, beside the victim, or as the informant's own where the informant speaks
// of what was done to himself or herself. Never inferred: a class at school is kept as such. Persons must be read
// before.
void read_victim(const reading::CueText& text, const Knowledge& knowledge, Facts& facts);

}  // namespace dossier::fir
