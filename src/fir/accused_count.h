#pragma once

#include "fir/facts.h"
#include "fir/names.h"

namespace dossier::fir {

// How many accused the complaint counts: "two boys", "X with three others", "X and his sons", else as many as are
// named. Who is accused must be read before. Leaves the number out when nothing is counted and nobody named.
void count_accused(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                   Facts& facts);

}  // namespace dossier::fir
