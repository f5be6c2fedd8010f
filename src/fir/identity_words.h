#pragma once

#include "reading/tokens.h"

#include <string>
#include <vector>

// By what words of a text somebody is known who is not named by a fact: what stands behind "resident of", before
// "school", after "works at", the number of a house. For identity_mask.cpp. All of these look at one text and say of
// each token whether it goes; rather one too many than one too few.
namespace dossier::fir {

// Homes, schools, employers, names told as such, days of birth.
std::vector<bool> told_by_the_words_around(const reading::Text& text);

// Telephones, accounts, house numbers, number plates; days, times, ages and sums stay.
std::vector<bool> telling_numbers(const reading::Text& text);

// Whether token `i` is the first word of a sentence, a line or a quotation, where a capital letter says nothing.
bool is_head(const reading::Text& text, std::size_t i);

// Kin in any of the languages people mix: "daughter", "beti", "jeth".
bool is_kin(std::string_view lower);

// Words that only hold a sentence together, and end what a home or a school is called: "in", "my", "was", "ne".
bool is_function_word(std::string_view lower);

}  // namespace dossier::fir
