#pragma once

#include <span>
#include <string_view>

namespace dossier::reading {

// The words of the English word list the program was built with (Debian's wbritish), four letters and more, lower case,
// sorted by byte: pieces of the list in order, in each one word a line.
std::span<const std::string_view> english_words();

// Whether `lower` stands in that list. Such a word is itself: it is no misspelling of another ("thread" of "threat")
// and no Hindi word in Latin letters.
bool is_english_word(std::string_view lower);

}  // namespace dossier::reading
