#pragma once

#include "funds/questions/question_vocabulary.h"

// The tables that the vocabulary of questions is made of, one file each: internal to the room, see
// question_vocabulary.h. A phrase stands in one of them only.
namespace dossier::funds {

const reading::PhraseTable<Term>& figure_terms();
const reading::PhraseTable<Term>& row_terms();
const reading::PhraseTable<Term>& measure_terms();
const reading::PhraseTable<Term>& comparison_terms();
const reading::PhraseTable<Term>& time_terms();
const reading::PhraseTable<Term>& report_terms();

}  // namespace dossier::funds
