#pragma once

#include "fir/ingredient_table.h"
#include "fir/precedence.h"

#include <string>
#include <vector>

namespace dossier::fir {

// Where complaints told in such words went.
struct WhereTo {
  std::string route;             // when to no FIR; empty: unknown
  bool another_station = false;  // the place of the offence was another station's
};

// Complaints read before have their say when the rules have had theirs: what both together make likely is proposed,
// what they make unlikely is not (docs/knowledge.md, "Experience"). What the complaint itself contradicts stays away.
// Adds to the candidates from what is unshown, takes back and brings back. `another_way`: a situation shows where else
// the matter may go.
WhereTo hear_experience(const Knowledge& knowledge, const reading::CueText& text, SignalReader& signals,
                        const std::vector<Unshown>& unshown, bool another_way, std::vector<Candidate>& candidates);

}  // namespace dossier::fir
