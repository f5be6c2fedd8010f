#pragma once

#include "grounding/source.h"

#include <vector>

namespace dossier::grounding {

// Whether a clause denies what the likest clauses of the sources say, or says what they deny. With `absences_allowed` a
// denial of what none of them tells is right. `sentence` has the words of the whole sentence, as in Clause::said.
bool turns_a_denial(const Clause& clause, const std::vector<std::string>& sentence,
                    const std::vector<const Source*>& sources, bool absences_allowed);

}  // namespace dossier::grounding
