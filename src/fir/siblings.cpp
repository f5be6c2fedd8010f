#include "fir/siblings.h"

#include <algorithm>

namespace dossier::fir {
namespace {

bool turns_on_a_fact(const Ingredient& ingredient) {
  return std::any_of(ingredient.any.begin(), ingredient.any.end(),
                     [](const Sign& sign) { return sign.kind == Sign::Kind::fact; });
}

// The core ingredient that a quantity, a sum, an hour or an age would show, and of which nothing is seen; null when
// there is none.
const Ingredient* lacking(const Candidate& candidate) {
  for (const IngredientFinding& finding : candidate.findings) {
    if (finding.ingredient->core && finding.state == IngredientState::missing && turns_on_a_fact(*finding.ingredient))
      return finding.ingredient;
  }
  return nullptr;
}

bool is_lesser(const Offence& one, const Offence& other) {
  return one.max_years != other.max_years ? one.max_years < other.max_years : one.rank < other.rank;
}

}  // namespace

std::string section_of_siblings(const Offence& offence) {
  return offence.act + " " + offence.section.substr(0, offence.section.rfind('('));
}

void leave_one_of_siblings(std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    const Ingredient* open = lacking(candidate);
    if (!candidate.stands() || candidate.told_alike.empty() || open == nullptr) continue;
    const auto stays = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& other) {
      return &other != &candidate && other.stands() &&
             section_of_siblings(*other.offence) == section_of_siblings(*candidate.offence) &&
             (lacking(other) == nullptr || is_lesser(*other.offence, *candidate.offence));
    });
    if (stays != candidates.end())
      candidate.excluded_by = "beside " + stays->offence->id() + " a fact decides that is not told: " + open->name;
  }
}

}  // namespace dossier::fir
