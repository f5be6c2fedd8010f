#pragma once

#include "fir/precedence.h"

namespace dossier::fir {

// A sub-section that stands only because complaints told in such words were registered under it, and whose
// deciding fact (a quantity, a sum, an hour, an age) is not told, goes beside one whose fact is told; of several such
// the least grave stays and asks for the fact. The others are left to `considered`.
void leave_one_of_siblings(std::vector<Candidate>& candidates);

// "20(b)(ii)" of NDPS 20(b)(ii)(C), "303" of BNS 303(2): what the sub-sections that one fact tells apart share.
std::string section_of_siblings(const Offence& offence);

}  // namespace dossier::fir
