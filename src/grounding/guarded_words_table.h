#pragma once

#include "grounding/guarded_words.h"

#include <span>
#include <string_view>

namespace dossier::grounding::detail {

// A group of words that say the same. Phrases are parted by commas; a word stands for all its forms, "=dozens" for this
// form alone, "#" for a number. Where phrases overlap the longest is taken, so that "at all" is no "all": the group
// without a name holds what is taken for nothing.
struct GuardedRow {
  std::string_view group;
  Guard guard;
  std::string_view phrases;
  std::string_view backed_by = {};  // other groups, parted by blanks
  std::string_view opposite = {};
};

std::span<const GuardedRow> guarded_rows();

}  // namespace dossier::grounding::detail
