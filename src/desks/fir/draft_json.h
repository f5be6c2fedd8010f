#pragma once

#include "fir/draft.h"

#include <string>

namespace dossier::desks::fir {

// The draft as one line of JSON in the stable form of `dossier fir draft --json`. Money is a number of rupees, offsets
// count code points of the text as given, what is not known is null or an empty list.
std::string draft_json(const dossier::fir::Draft& draft);

// Its assessment alone: {"sections":[...],"considered":[...]}, as in the draft.
std::string assessment_json(const dossier::fir::Draft& draft);

}  // namespace dossier::desks::fir
