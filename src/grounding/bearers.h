#pragma once

#include "grounding/words.h"

#include <string>
#include <vector>

namespace dossier::grounding {

// A run of names is one bearer: "Ramesh Kumar Lal". Its words by stem, in their order.
struct Bearer {
  std::size_t first = 0, last = 0;  // tokens
  std::vector<std::string> words;
};
std::vector<Bearer> bearers_of(const reading::Text& text);

// Whether two of them have a word in common: "Ramesh" is Ramesh Kumar.
bool share_a_word(const Bearer& one, const Bearer& other);

// "From", "to" or "against" where it stands before the name; else empty.
std::string_view way_to(const Words& words, const Bearer& bearer);

// "Mr", "Shri", "late": stands before a name and is none.
bool is_title(std::string_view lower);

// Kinds of persons: "boys", "wife", "accused".
bool is_kind_of_person(std::string_view lower);

}  // namespace dossier::grounding
