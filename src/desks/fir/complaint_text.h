#pragma once

#include <algorithm>
#include <string_view>

namespace dossier::desks::fir {

// The letters of a text in UTF-8, as code points: what limits::kComplaintLettersMax counts.
inline std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Whether nothing is said in it.
inline bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace dossier::desks::fir
