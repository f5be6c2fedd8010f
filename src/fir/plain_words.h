#pragma once

#include <string_view>

namespace dossier::fir {

// Whether a word, in small letters, is an ordinary one by which nobody is known: one of knowledge/plain_words.txt.
// Words that are also names ("asha", "khushi") are not among them. Safe to call from any thread.
bool is_plain_word(std::string_view lower);

}  // namespace dossier::fir
