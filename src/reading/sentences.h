#pragma once

#include "reading/tokens.h"

namespace dossier::reading {

// Gives each token the number of its sentence. A sentence ends at . ! ? or a danda, at an empty line, and at the end of
// a line before a capital letter; not after an abbreviation (Rs. Dr. S/o.) or an initial (R. Kumar).
void mark_sentences(const Text& text, std::vector<Token>& tokens);

// Marks the tokens inside double quotation marks, straight or curled, and single ones that open after a blank. An
// opening mark without a closing one within 60 tokens is taken for a slip and marks nothing.
void mark_quotations(const Text& text, std::vector<Token>& tokens);

// Whether the sentence of token `i` ends with a question mark.
bool in_question(const Text& text, std::size_t i);

// How many tokens at the head of a letter say whom it goes to: "To the Inspector of Police, Cyber Crime Police Station,
// Salem. Sir, ...". 0 when the text does not begin so.
std::size_t addressee_tokens(const Text& text);

}  // namespace dossier::reading
