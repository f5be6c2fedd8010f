#pragma once

#include "fir/facts.h"
#include "fir/names.h"

namespace dossier::fir {

// Fills complainant, accused, witnesses and victim from the names and the words around them.
void read_persons(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                  Facts& facts);

}  // namespace dossier::fir
