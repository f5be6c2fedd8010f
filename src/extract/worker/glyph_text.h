#pragma once

#include <string>
#include <string_view>

namespace dossier::extract::worker {

// What one drawn glyph means as text.
struct GlyphText {
  std::u32string text = {};  // empty: adds nothing (zero width characters, controls)
  bool space = false;        // separates words: U+0020, U+00A0, U+202F and their kin
};

// Ligatures are taken apart, spaces of every kind recognised, invisible characters dropped, a drawn soft hyphen becomes
// a hyphen, and what is no character becomes U+FFFD. `previous` is the character before it, or 0: joiners are kept
// within Indic and Arabic words, where they are spelling.
GlyphText glyph_text(std::u32string_view drawn, char32_t previous, bool has_width);

bool is_combining(char32_t code);
bool is_letter(char32_t code);
bool is_digit(char32_t code);

// UTF-8 in Unicode normal form C.
std::string to_text(std::u32string_view code_points);

}  // namespace dossier::extract::worker
