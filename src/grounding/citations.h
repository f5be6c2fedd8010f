#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::grounding {

// A text without its marks of citation, "[2]" or "[1, 3]", and where they stood.
struct Uncited {
  struct Mark {
    std::size_t position;      // in code points of `text`: what stands before it is cited
    std::vector<int> sources;  // as written, from 1
  };
  std::string text;
  std::vector<Mark> marks;
};
Uncited take_citations(std::string_view text);

}  // namespace dossier::grounding
