#include "extract/worker/glyph_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace dossier::extract::worker {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

UChar32 icu(char32_t code) {
  return static_cast<UChar32>(code);
}

std::u32string_view ligature(char32_t code) {
  switch (code) {
    case 0xFB00: return U"ff";
    case 0xFB01: return U"fi";
    case 0xFB02: return U"fl";
    case 0xFB03: return U"ffi";
    case 0xFB04: return U"ffl";
    case 0xFB05:
    case 0xFB06: return U"st";
    default: return {};
  }
}

bool is_space(char32_t code) {
  return code == U'\t' || code == U'\n' || code == U'\r' || code == U' ' || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
         code == 0x3000;
}

// Zero width spaces and joiners, marks of direction, byte order marks.
bool is_invisible(char32_t code) {
  return code == 0x200B || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x2064) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

bool keeps_joiners(char32_t code) {
  return (code >= 0x0600 && code <= 0x06FF) || (code >= 0x0900 && code <= 0x0DFF);
}

bool is_no_character(char32_t code) {
  return code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) || (code & 0xFFFE) == 0xFFFE ||
         (code >= 0xFDD0 && code <= 0xFDEF);
}

}  // namespace

GlyphText glyph_text(std::u32string_view drawn, char32_t previous, bool has_width) {
  if (drawn.empty()) return has_width ? GlyphText{std::u32string(1, kReplacement)} : GlyphText{};
  if (std::all_of(drawn.begin(), drawn.end(), is_space)) return {.space = true};
  GlyphText result;
  for (char32_t code : drawn) {
    char32_t before = result.text.empty() ? previous : result.text.back();
    if (is_space(code) || is_invisible(code)) continue;
    if ((code == 0x200C || code == 0x200D) && !keeps_joiners(before)) continue;
    if (code == 0xAD) {
      if (has_width) result.text.push_back(U'-');
    } else if (std::u32string_view letters = ligature(code); !letters.empty()) {
      result.text.append(letters);
    } else if (code < 0x20 || (code >= 0x7F && code < 0xA0) || is_no_character(code)) {
      if (has_width) result.text.push_back(kReplacement);
    } else {
      result.text.push_back(code);
    }
  }
  return result;
}

bool is_combining(char32_t code) {
  return code >= 0x300 && (U_GET_GC_MASK(icu(code)) & U_GC_M_MASK) != 0;
}
bool is_letter(char32_t code) {
  return u_isalpha(icu(code)) != 0;
}
bool is_digit(char32_t code) {
  return u_isdigit(icu(code)) != 0;
}

std::string to_text(std::u32string_view code_points) {
  if (std::all_of(code_points.begin(), code_points.end(), [](char32_t code) { return code < 0x80; })) {
    return std::string(code_points.begin(), code_points.end());
  }
  std::string text;
  auto string = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(code_points.data()),
                                              static_cast<std::int32_t>(code_points.size()));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status)) string = nfc->normalize(string, status);
  string.toUTF8String(text);
  return text;
}

}  // namespace dossier::extract::worker
