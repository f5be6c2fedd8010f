#include "reading/tokens.h"

#include "reading/sentences.h"
#include "reading/stems.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace dossier::reading {
namespace {

struct Letter {
  UChar32 code = 0;
  std::uint32_t byte = 0;
};

std::optional<std::vector<Letter>> decode(std::string_view utf8) {
  std::vector<Letter> letters;
  letters.reserve(utf8.size() + 1);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < size;) {
    const auto start = static_cast<std::uint32_t>(at);
    UChar32 code = 0;
    U8_NEXT(bytes, at, size, code);
    if (code < 0) return std::nullopt;
    letters.push_back({code, start});
  }
  return letters;
}

bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2019;
}
bool is_digit(UChar32 c) {
  return c >= '0' && c <= '9';
}
bool is_letter(UChar32 c) {
  if (c < 128) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_COMBINING_SPACING_MARK;
}
bool is_inner_separator(UChar32 c) {
  return c == '.' || c == ',' || c == ':' || c == '/' || c == '-';
}

void append_lower(std::string& out, UChar32 c) {
  c = c < 128 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : u_tolower(c);
  std::uint8_t buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

class Tokenizer {
 public:
  explicit Tokenizer(const std::vector<Letter>& letters) : letters_(letters) {}

  std::vector<Token> run() {
    while (at_ < letters_.size()) {
      const UChar32 c = letters_[at_].code;
      if (is_digit(c)) {
        take(TokenKind::number, number_end());
      } else if (is_letter(c)) {
        take(TokenKind::word, word_end());
      } else if (is_apostrophe(c) && possessive_here()) {
        take(TokenKind::word, at_ + 2);
      } else {
        ++at_;
      }
    }
    return std::move(tokens_);
  }

 private:
  UChar32 code(std::size_t i) const { return i < letters_.size() ? letters_[i].code : 0; }

  std::size_t number_end() const {
    std::size_t i = at_;
    while (is_digit(code(i)) || (is_inner_separator(code(i)) && is_digit(code(i + 1)) && i > at_)) ++i;
    return i;
  }

  bool possessive_here() const {
    return at_ > 0 && is_letter(code(at_ - 1)) && (code(at_ + 1) == 's' || code(at_ + 1) == 'S') &&
           !is_letter(code(at_ + 2));
  }

  // An apostrophe belongs to the word when letters follow it ("D'Souza", "don't"), unless all that follows is an s.
  std::size_t word_end() const {
    std::size_t i = at_;
    while (is_letter(code(i))) {
      ++i;
      const bool inner = is_apostrophe(code(i)) && is_letter(code(i + 1));
      const bool possessive = inner && (code(i + 1) == 's' || code(i + 1) == 'S') && !is_letter(code(i + 2));
      if (inner && !possessive) ++i;
    }
    return i;
  }

  void take(TokenKind kind, std::size_t end) {
    Token token;
    token.kind = kind;
    token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    token.glued = !tokens_.empty() && tokens_.back().span.end == at_;
    token.capital = u_isupper(code(at_)) != 0;
    token.all_capitals = end - at_ > 1;
    for (std::size_t i = at_; i < end; ++i) {
      token.all_capitals = token.all_capitals && u_isupper(code(i)) != 0;
      append_lower(token.lower, is_apostrophe(code(i)) ? '\'' : code(i));
    }
    tokens_.push_back(std::move(token));
    at_ = end;
  }

  const std::vector<Letter>& letters_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Text> Text::of(std::string utf8) {
  auto letters = decode(utf8);
  if (!letters) return Error{ErrorCode::unreadable, "the text is no valid UTF-8; save it as UTF-8 and give it again"};
  Text text;
  text.bytes_.reserve(letters->size() + 1);
  for (const Letter& letter : *letters) text.bytes_.push_back(letter.byte);
  text.bytes_.push_back(static_cast<std::uint32_t>(utf8.size()));
  text.tokens_ = Tokenizer(*letters).run();
  text.utf8_ = std::move(utf8);
  const Stemmer stemmer;
  for (Token& token : text.tokens_)
    token.stem = token.kind == TokenKind::word ? stemmer.stem(token.lower) : token.lower;
  mark_sentences(text, text.tokens_);
  mark_quotations(text, text.tokens_);
  return text;
}

std::string_view Text::slice(Span span) const {
  return std::string_view(utf8_).substr(bytes_[span.start], bytes_[span.end] - bytes_[span.start]);
}

std::string_view Text::before(std::size_t i) const {
  const std::uint32_t from = i == 0 ? 0 : tokens_[i - 1].span.end;
  const std::uint32_t to = i < tokens_.size() ? tokens_[i].span.start : length();
  return slice({from, to});
}

double foreign_letter_share(const Text& text) {
  std::size_t latin = 0, foreign = 0;
  for (const Token& token : text.tokens()) {
    if (token.kind != TokenKind::word) continue;
    for (const char c : token.lower) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80) ++latin;
      // A lead byte above U+024F (the end of the accented Latin letters) begins another script.
      if (byte >= 0xC9 && byte < 0xF8) ++foreign;
    }
  }
  return latin + foreign == 0 ? 0 : static_cast<double>(foreign) / static_cast<double>(latin + foreign);
}

}  // namespace dossier::reading
