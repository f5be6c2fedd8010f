#pragma once

#include "fir/knowledge.h"
#include "reading/cues.h"

#include <vector>

namespace dossier::fir {

// A run of words that is written like a name: "Hariram Gupta", "Mr. Khanna", "R. Kumar", "Tej Singh".
struct NameRun {
  std::size_t first = 0, last = 0;  // tokens, a title included
  std::size_t core = 0;             // first token behind the titles
  bool titled = false;
};

// The runs in order. Capital letters decide; words of the knowledge, of the calendar and of the road do not count as
// names. A text without capitals has none: see persons.cpp for what is done then.
std::vector<NameRun> find_names(const reading::CueText& text, const Knowledge& knowledge);

}  // namespace dossier::fir
