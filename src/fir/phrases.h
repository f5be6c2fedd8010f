#pragma once

#include "fir/facts.h"

namespace dossier::fir {

// Weapons, injuries, threats word for word, treatment and reasons for delay.
void read_phrases(const reading::CueText& text, const Knowledge& knowledge, Facts& facts);

// The words around tokens first..last that a reader needs to understand them: the clause, within its sentence.
Span phrase_around(const reading::CueText& text, std::size_t first, std::size_t last);

}  // namespace dossier::fir
