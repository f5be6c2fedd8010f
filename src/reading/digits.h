#pragma once

namespace dossier::reading {

// ASCII digits alone: texts are folded before they are asked about.
inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace dossier::reading
