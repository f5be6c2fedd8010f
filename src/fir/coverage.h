#pragma once

#include "fir/draft.h"

#include <string>
#include <vector>

namespace dossier::fir {

// Proves two things of a draft. Nothing is lost: every witness, item, sum, injury, threat and reason for delay that was
// found stands in the narrative. Nothing is added: every number and name in summary and narrative was given by the
// complaint or at the desk. One line for each fault; empty when both hold.
std::vector<std::string> check_coverage(const Draft& draft, const reading::Text& text, const GivenFields& given);

}  // namespace dossier::fir
