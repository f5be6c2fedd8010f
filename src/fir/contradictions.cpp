#include "fir/contradictions.h"

namespace dossier::fir {

void find_contradictions(SignalReader& signals, const IngredientTables& tables, std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    if (!candidate.stands()) continue;
    for (IngredientFinding& finding : candidate.findings) {
      if (finding.state != IngredientState::missing) continue;
      const auto excluding = signals.excluding_facts(finding.ingredient->any);
      const auto contrary = excluding.empty() ? signals.denials(finding.ingredient->any) : excluding;
      if (contrary.empty()) continue;
      finding.state = IngredientState::contradicted;
      finding.evidence = tables.evidence(contrary);
      if (finding.ingredient->core && !excluding.empty())
        candidate.excluded_by = "the complaint says the contrary of: " + finding.ingredient->name;
    }
  }
}

}  // namespace dossier::fir
