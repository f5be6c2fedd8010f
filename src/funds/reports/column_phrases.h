#pragma once

#include "funds/reports/column_words.h"
#include "reading/phrases.h"

namespace dossier::funds {

// The headings of columns as they are printed, by what they mean. A new heading is added here and nowhere else.
const reading::PhraseTable<ColumnRole>& column_phrases();

}  // namespace dossier::funds
