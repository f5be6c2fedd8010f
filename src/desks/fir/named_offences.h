#pragma once

#include "base/result.h"
#include "fir/case_commands.h"
#include "fir/knowledge.h"

#include <string>
#include <vector>

namespace dossier::desks::fir {

// A section as an officer names it.
struct NamedSection {
  std::string act, section;
  std::string title;  // empty: the knowledge's own
};

// The sections for item 2 as an officer named them, in that order, each once, filled in from the knowledge where it is
// known there. Fails with invalid_argument for a section the Sanhita does not have, and for one of another act that
// neither the knowledge nor a title explains.
Result<std::vector<dossier::fir::CaseOffence>> named_offences(const dossier::fir::Knowledge& knowledge,
                                                              const std::vector<NamedSection>& named);

}  // namespace dossier::desks::fir
