#include "desks/fir/case_rows.h"

#include <charconv>

namespace dossier::desks::fir {

using dossier::fir::Author;
using dossier::fir::Authorship;

std::string text_of(const Authorship& runs) {
  std::string text;
  for (const auto& run : runs) {
    if (!text.empty()) text += ' ';
    text += name_of(run.author).front();
    text += std::to_string(run.span.end - run.span.start);
  }
  return text;
}

Authorship authorship_of(std::string_view text) {
  Authorship runs;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Author author = text[i] == 'i' ? Author::informant : text[i] == 'o' ? Author::officer : Author::machine;
    std::uint32_t length = 0;
    const auto end = std::from_chars(text.data() + i + 1, text.data() + text.size(), length).ptr;
    runs.push_back({{at, at + length}, author});
    at += length;
    i = static_cast<std::size_t>(end - text.data()) + 1;
  }
  return runs;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace dossier::desks::fir
