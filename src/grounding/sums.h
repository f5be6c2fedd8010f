#pragma once

#include "grounding/facts.h"

#include <string>
#include <vector>

namespace dossier::grounding {

// Two numbers that nothing but a sign parts: "$150,000 ($11,787,500", "11,787,500 - 150,000", "150,000 = 11,637,500".
struct Joined {
  std::string key;                  // equal for equal numbers joined by an equal sign
  std::size_t first = 0, last = 0;  // tokens
};
// Exchanged figures of one sum all stand in the source: only their order tells.
std::vector<Joined> joined_numbers(const reading::Text& text, const std::vector<Fact>& facts);

}  // namespace dossier::grounding
