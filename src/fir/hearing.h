#pragma once

#include "fir/ingredient_table.h"
#include "fir/precedence.h"

#include <string>
#include <vector>

namespace dossier::fir {

// Complaints read before have their say when the rules have had theirs: what both together make likely is proposed,
// what they make unlikely is not (docs/knowledge.md, "Experience"). What the complaint itself contradicts stays away.
// Adds to the candidates from what is unshown, takes back and brings back, but never what a more specific offence
// covers. Gives where complaints told in such words went, when not to an
// FIR; empty: unknown.
std::string hear_experience(const Knowledge& knowledge, const reading::CueText& text, SignalReader& signals,
                            const std::vector<Unshown>& unshown, std::vector<Candidate>& candidates);

}  // namespace dossier::fir
