#include "grounding/citations.h"

#include <optional>
#include <utility>

namespace dossier::grounding {
namespace {

constexpr int kSourceNumberMax = 9'999;

// The numbers between brackets when there is nothing else there; `text` begins after the opening one.
std::optional<std::vector<int>> read_mark(std::string_view inside) {
  std::vector<int> sources;
  int number = -1;
  for (const char c : inside) {
    if (c >= '0' && c <= '9') {
      number = (number < 0 ? 0 : number * 10) + (c - '0');
      if (number > kSourceNumberMax) return std::nullopt;
    } else if (c == ',' || c == ' ' || c == ';') {
      if (number >= 0) sources.push_back(std::exchange(number, -1));
    } else {
      return std::nullopt;
    }
  }
  if (number >= 0) sources.push_back(number);
  if (sources.empty()) return std::nullopt;
  return sources;
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace

Uncited take_citations(std::string_view text) {
  Uncited uncited;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[') {
      const std::size_t end = text.find(']', at);
      auto sources = end == std::string_view::npos ? std::nullopt : read_mark(text.substr(at + 1, end - at - 1));
      if (sources) {
        uncited.marks.push_back({characters, std::move(*sources)});
        at = end;
        continue;
      }
    }
    uncited.text += text[at];
    if (begins_character(text[at])) ++characters;
  }
  return uncited;
}

}  // namespace dossier::grounding
