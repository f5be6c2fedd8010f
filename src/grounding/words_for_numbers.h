#pragma once

#include "grounding/words.h"

#include <cstddef>
#include <optional>
#include <string>

namespace dossier::grounding {

// An amount said in words from one token on: "two", "a dozen", "two and a half lakh", "twenty five", "do ladke" (2);
// a share ("half", "two thirds", "a tenth of"), a multiple ("twice", "tenfold"), a place in a row ("third time").
struct SpokenQuantity {
  enum class Kind { count, share, multiple, place } kind = Kind::count;
  double value = 0;  // of a share in per cent, "third time" is 3
  std::size_t first = 0, last = 0;
};

// The quantity that begins at token i; an article before it belongs to it. "One" is none: mostly it is nobody in
// particular; nor is a Hindi word for a number where the text is English ("do", "tin").
std::optional<SpokenQuantity> spoken_quantity(const Words& words, std::size_t i);

// The power of ten of a scale ("lakh", "million", "hazar"); nothing for other words.
std::optional<int> power_of_scale(std::string_view lower);

}  // namespace dossier::grounding
