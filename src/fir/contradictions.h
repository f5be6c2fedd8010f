#pragma once

#include "fir/ingredient_table.h"
#include "fir/precedence.h"

namespace dossier::fir {

// Marks the missing ingredients of those that stand whose opposite the complaint says, with its words. Whose core the
// hour, the quantity, the sum or the age excludes is withdrawn. A denial in words withdraws nothing: it may be of
// another thing than the ingredient asks for, and a person reads it beside the offence.
void find_contradictions(SignalReader& signals, const IngredientTables& tables, std::vector<Candidate>& candidates);

}  // namespace dossier::fir
