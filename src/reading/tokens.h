#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::reading {

// Places in a text count code points, because that is what the people and programs outside count; bytes stay inside.
struct Span {
  std::uint32_t start = 0, end = 0;  // [start, end)

  bool empty() const { return start == end; }
  bool overlaps(Span other) const { return start < other.end && other.start < end; }
  auto operator<=>(const Span&) const = default;
};

enum class TokenKind : std::uint8_t { word, number };

// A word or a number. A number keeps its inner separators ("14.02.2026", "1,86,000", "6:15"); letters that touch a
// number are a word of their own ("28k" is 28 and k). "'s" is a word of its own, so that "Golu's" is Golu.
struct Token {
  TokenKind kind = TokenKind::word;
  bool capital = false;       // begins with a capital letter
  bool all_capitals = false;  // two letters or more, all capital
  bool glued = false;         // touches the token before it
  bool quoted = false;        // inside quotation marks
  int sentence = 0;           // from 0
  Span span;
  std::string lower;  // small letters, accents kept
  std::string stem;   // English stem of `lower`, irregular verbs brought to their present form first
};

// A text and its tokens. Owns a copy of the text; tokens never point into it. Immutable, safe to read from any thread.
class Text {
 public:
  // Fails with unreadable when `utf8` is no valid UTF-8.
  static Result<Text> of(std::string utf8);

  const std::string& utf8() const { return utf8_; }
  const std::vector<Token>& tokens() const { return tokens_; }
  std::uint32_t length() const { return static_cast<std::uint32_t>(bytes_.size() - 1); }  // code points
  int sentence_count() const { return tokens_.empty() ? 0 : tokens_.back().sentence + 1; }

  std::string_view slice(Span span) const;
  // The characters between token `i - 1` (or the beginning) and token `i` (or the end, when i is the token count).
  std::string_view before(std::size_t i) const;
  // From the first character of token `first` to the last one of token `last`.
  Span span_of(std::size_t first, std::size_t last) const {
    return {tokens_[first].span.start, tokens_[last].span.end};
  }

 private:
  Text() = default;

  std::string utf8_;
  std::vector<std::uint32_t> bytes_;  // where each code point begins; one more for the end
  std::vector<Token> tokens_;
};

// Share of the letters of `text` that are not Latin, 0 to 1; 0 for a text without letters.
double foreign_letter_share(const Text& text);

}  // namespace dossier::reading
