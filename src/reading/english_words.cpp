#include "reading/english_words.h"

#include <algorithm>

namespace dossier::reading {
namespace {

bool stands_in(std::string_view piece, std::string_view wanted) {
  std::size_t from = 0, to = piece.size();  // the line of the word, when it is there, begins in [from, to)
  while (from < to) {
    std::size_t line = from + (to - from) / 2;
    while (line > from && piece[line - 1] != '\n') --line;
    const std::size_t end = std::min(piece.find('\n', line), piece.size());
    const std::string_view word = piece.substr(line, end - line);
    if (word == wanted) return true;
    if (word < wanted) {
      from = end + 1;
    } else {
      to = line;
    }
  }
  return false;
}

}  // namespace

bool is_english_word(std::string_view lower) {
  const auto pieces = english_words();
  const auto first_word = [](std::string_view piece) { return piece.substr(0, piece.find('\n')); };
  const auto after =
      std::partition_point(pieces.begin(), pieces.end(), [&](auto piece) { return first_word(piece) <= lower; });
  return after != pieces.begin() && stands_in(*(after - 1), lower);
}

}  // namespace dossier::reading
