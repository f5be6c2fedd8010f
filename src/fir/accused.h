#pragma once

#include "fir/facts.h"
#include "fir/names.h"

namespace dossier::fir {

// Says who of the named is accused, who is a witness and who the victim is, and how many accused the complaint counts.
// The complainant must be read before.
void read_accused(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                  Facts& facts);

}  // namespace dossier::fir
