#include "funds/reports/forecasts.h"

#include "reading/fold.h"
#include "reading/phrases.h"

namespace dossier::funds {

bool foretells(const std::string& title) {
  static const reading::PhraseTable<bool> words = {
      {true,
       {"forecast*", "projected", "projection*", "expected", "planned", "budget*", "estimate*", "anticipated",
        "prognose*", "erwartete*", "geplante*", "prevision*", "attendu*", "prevus", "prevues"}}};
  return words.find(reading::fold_tokens(title)).has_value();
}

}  // namespace dossier::funds
