#include "reading/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace dossier::reading {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lowered_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return out;
}

// Typographic marks whose ASCII kin a person would type instead; 0 when there is none.
char ascii_kin(char32_t c) {
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c == 0x2212 || c == 0xFE63 || c == 0xFF0D) return '-';
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x201B) return '\'';
  if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00AB || c == 0x00BB) return '"';
  if (c == 0x00A0 || c == 0x202F || c == 0x2009 || c == 0x2007 || c == 0x2003 || c == 0x2002) return ' ';
  return 0;
}

void append_folded(std::string& out, char32_t c) {
  if (char kin = ascii_kin(c); kin != 0) {
    out.push_back(kin);
    return;
  }
  // A raised figure is a footnote mark, not part of the word before it.
  if (c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079)) {
    out.push_back(' ');
    return;
  }
  if (c == 0x00DF) {
    out += "ss";
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const UNormalizer2* const compatibility = unorm2_getNFKDInstance(&status);
  UChar parts[32];
  int32_t length = compatibility == nullptr
                       ? -1
                       : unorm2_getRawDecomposition(compatibility, static_cast<UChar32>(c), parts, 32, &status);
  if (length < 0 || U_FAILURE(status)) {
    append_utf8(out, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
    return;
  }
  for (int32_t i = 0; i < length;) {
    UChar32 part = 0;
    U16_NEXT(parts, i, length, part);
    if (u_getCombiningClass(part) != 0) continue;
    append_folded(out, static_cast<char32_t>(part));
  }
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  auto length = static_cast<int32_t>(utf8.size());
  for (int32_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

void append_utf8(std::string& text, char32_t code_point) {
  std::uint8_t bytes[4];
  int32_t length = 0;
  UBool failed = false;
  U8_APPEND(bytes, length, 4, static_cast<UChar32>(code_point), failed);
  if (!failed) text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::string fold(std::string_view utf8) {
  if (is_ascii(utf8)) return lowered_ascii(utf8);
  std::string out;
  out.reserve(utf8.size());
  for (char32_t c : code_points(utf8)) {
    if (c < 0x80) {
      out += lowered_ascii(std::string(1, static_cast<char>(c)));
    } else if (u_getCombiningClass(static_cast<UChar32>(c)) == 0) {
      append_folded(out, c);
    }
  }
  return out;
}

std::vector<std::string> fold_tokens(std::string_view utf8) {
  std::vector<std::string> tokens;
  std::string token;
  for (char32_t c : code_points(fold(utf8))) {
    if (u_isalnum(static_cast<UChar32>(c))) {
      append_utf8(token, c);
    } else if (!token.empty()) {
      tokens.push_back(std::move(token));
      token.clear();
    }
  }
  if (!token.empty()) tokens.push_back(std::move(token));
  return tokens;
}

std::string_view trimmed(std::string_view text) {
  auto starts_blank = [](std::string_view t) -> std::size_t {
    if (t.empty()) return 0;
    if (t.front() == ' ' || t.front() == '\t' || t.front() == '\n' || t.front() == '\r') return 1;
    if (t.starts_with("\u00A0")) return 2;
    if (t.starts_with("\u202F")) return 3;
    return 0;
  };
  auto ends_blank = [](std::string_view t) -> std::size_t {
    if (t.empty()) return 0;
    if (t.back() == ' ' || t.back() == '\t' || t.back() == '\n' || t.back() == '\r') return 1;
    if (t.ends_with("\u00A0")) return 2;
    if (t.ends_with("\u202F")) return 3;
    return 0;
  };
  for (std::size_t n = starts_blank(text); n != 0; n = starts_blank(text)) text.remove_prefix(n);
  for (std::size_t n = ends_blank(text); n != 0; n = ends_blank(text)) text.remove_suffix(n);
  return text;
}

}  // namespace dossier::reading
