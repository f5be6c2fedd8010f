#include "grounding/surroundings.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace dossier::grounding {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr int kReach = 4;  // tokens on each side

bool stands_anywhere(const std::string& word) {
  static const std::unordered_set<std::string_view> words = {
      "a",    "an",  "the", "of",   "in",   "on",  "at",    "to",   "and",   "or",  "is",  "was",   "are",
      "were", "for", "by",  "with", "from", "can", "could", "will", "would", "may", "he",  "she",   "they",
      "we",   "i",   "him", "her",  "them", "me",  "my",    "his",  "their", "our", "who", "which", "that",
      "it",   "its", "as",  "has",  "had",  "be",  "ki",    "ke",   "ka",    "ko",  "se"};
  return words.contains(word);
}

}  // namespace

Surroundings surroundings_of(const reading::Text& text, const Fact& figure) {
  Surroundings around;
  const auto& tokens = text.tokens();
  const auto note = [&](std::size_t at, int distance) {
    const Token& token = tokens[at];
    if (token.sentence != figure.sentence) return false;
    if (token.kind == TokenKind::word && !stands_anywhere(token.lower)) around.emplace_back(token.stem, distance);
    return true;
  };
  for (int distance = 1; distance <= kReach; ++distance) {
    const auto step = static_cast<std::size_t>(distance);
    if (figure.first < step || !note(figure.first - step, distance)) break;
  }
  for (int distance = 1; distance <= kReach; ++distance) {
    const std::size_t at = figure.last + static_cast<std::size_t>(distance);
    if (at >= tokens.size() || !note(at, distance)) break;
  }
  return around;
}

double likeness(const Surroundings& one, const Surroundings& other) {
  double sum = 0;
  for (const auto& [word, distance] : one) {
    double best = 0;
    for (const auto& [same, away] : other) {
      if (same == word) best = std::max(best, 1.0 / std::max(distance, away));
    }
    sum += best;
  }
  return sum;
}

}  // namespace dossier::grounding
