#pragma once

#include "reading/cues.h"

namespace dossier::reading {

// The mood of every token. What a word undoes ends with its clause: at a comma before a new subject, at and, but,
// because and their Hindi sisters, or after eight words.
std::vector<Mood> find_moods(const Text& text);

// Whether this word denies what follows ("not", "never") or, in Hindi, what stands before it ("nahi").
bool is_denial(std::string_view lower);
bool is_hindi_denial(std::string_view lower);

// Articles, possessives, auxiliaries and Hindi postpositions: words that cues do not spell out.
bool is_filler(std::string_view lower);

}  // namespace dossier::reading
