#include "fir/verse.h"

#include "reading/one_of.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace dossier::fir {
namespace {

using reading::Token;

constexpr std::size_t kLinesMin = 4;
constexpr std::uint32_t kLineLettersMax = 72;
constexpr std::uint32_t kTextLettersMax = 2'000;
constexpr std::size_t kRhymeLetters = 3;

bool breaks_a_line(std::string_view gap) {
  return gap.find('\n') != std::string_view::npos || gap.find(" / ") != std::string_view::npos;
}

// The last token of each line.
std::vector<std::size_t> ends_of_lines(const reading::Text& text) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i < text.tokens().size(); ++i) {
    if (breaks_a_line(text.before(i))) ends.push_back(i - 1);
  }
  if (!text.tokens().empty()) ends.push_back(text.tokens().size() - 1);
  return ends;
}

bool speaks_to_the_police(const Token& token) {
  return reading::one_of(token.lower, {"please", "kindly", "police", "complaint", "fir", "report", "sir", "madam",
                                       "sho", "station", "thana", "register", "action", "accused", "kripya"});
}

bool rhyme(std::string_view one, std::string_view other) {
  return one.size() >= kRhymeLetters && other.size() >= kRhymeLetters &&
         one.substr(one.size() - kRhymeLetters) == other.substr(other.size() - kRhymeLetters);
}

bool any_rhyme(const std::vector<Token>& tokens, const std::vector<std::size_t>& ends) {
  for (std::size_t a = 0; a < ends.size(); ++a) {
    for (std::size_t b = a + 1; b < ends.size() && b <= a + 3; ++b) {
      if (rhyme(tokens[ends[a]].lower, tokens[ends[b]].lower)) return true;
    }
  }
  return false;
}

}  // namespace

reading::Span verse_in(const reading::Text& text) {
  const auto& tokens = text.tokens();
  const auto ends = ends_of_lines(text);
  if (ends.size() < kLinesMin || text.length() > kTextLettersMax) return {};
  std::size_t first = 0;
  for (const std::size_t last : ends) {
    if (tokens[last].span.end - tokens[first].span.start > kLineLettersMax) return {};
    first = last + 1;
  }
  const bool tells = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == reading::TokenKind::number || speaks_to_the_police(token);
  });
  if (tells || !any_rhyme(tokens, ends)) return {};
  return text.span_of(0, tokens.size() - 1);
}

}  // namespace dossier::fir
