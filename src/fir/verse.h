#pragma once

#include "reading/tokens.h"

namespace dossier::fir {

// The whole of a text that is written as a poem: four lines or more, short, two of them with a rhyme, without a number
// and without a word to the police. Empty for everything else. A thief of dreams is no thief; who reports a theft in
// four short lines names a day, a sum or a police station, or is asked.
reading::Span verse_in(const reading::Text& text);

}  // namespace dossier::fir
