#pragma once

#include "grounding/facts.h"

#include <string>
#include <utility>
#include <vector>

namespace dossier::grounding {

// The words that stand around a figure in its sentence, by stem, and how many tokens away. Words that stand around
// everything are left out, figures too.
using Surroundings = std::vector<std::pair<std::string, int>>;
Surroundings surroundings_of(const reading::Text& text, const Fact& figure);

// How much two figures have the same words around them: each common word counts more the nearer it stands to both. 0:
// none; 1: one word that touches both. Nothing is more like a figure's surroundings than they are themselves.
double likeness(const Surroundings& one, const Surroundings& other);

}  // namespace dossier::grounding
