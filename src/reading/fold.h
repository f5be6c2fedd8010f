#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::reading {

// Text made comparable: lower case, accents and width variants removed, typographic dashes, quotes and spaces turned
// into their ASCII kin ("Ausschüttung – Nr. 1" -> "ausschuttung - nr. 1"). For matching only: offsets are lost.
std::string fold(std::string_view utf8);

// The maximal runs of letters and digits of folded text; everything else separates. Letters and digits are one token
// only when they touch ("1q23").
std::vector<std::string> fold_tokens(std::string_view utf8);

// Without leading and trailing white space (ASCII and no-break).
std::string_view trimmed(std::string_view text);

// Calls `each(code_point)` for every code point; damaged bytes come as U+FFFD.
std::u32string code_points(std::string_view utf8);
void append_utf8(std::string& text, char32_t code_point);

}  // namespace dossier::reading
