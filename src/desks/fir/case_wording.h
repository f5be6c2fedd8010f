#pragma once

#include "desks/fir/case_writing.h"
#include "fir/case_commands.h"

namespace dossier::desks::fir {

// What to ask a model about a draft. The candidates are what the rules propose, then what they considered.
WritingOrder writing_order(const dossier::fir::Knowledge& knowledge, const dossier::fir::Draft& draft);

// Puts the model's words into what the rules made. A summary that passed takes the place of the rules' summary; an
// account is put before the rules' narrative, which says everything there is to say. A judgement changes no offence: it
// is noted beside them, a NO as a doubt, a YES on what the rules did not propose as a hint, if it quoted the complaint.
void put_words(dossier::fir::Preparation& made, const WritingOrder& order, const CaseWords& words);

// Marks the wanted steps as made by rules because no model was asked, for the reason given (of phrasing/reasons.h).
void mark_unasked(dossier::fir::Preparation& made, const WritingOrder& order, const std::string& reason);

}  // namespace dossier::desks::fir
