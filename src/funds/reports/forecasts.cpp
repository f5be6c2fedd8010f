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

bool supposes(const std::string& title) {
  static const reading::PhraseTable<bool> words = {{true,
                                                    {"hypothetical*",
                                                     "pro forma",
                                                     "unlevered",
                                                     "without use of",
                                                     "without the use of",
                                                     "without subscription*",
                                                     "without credit*",
                                                     "without facility",
                                                     "without the facility",
                                                     "excluding subscription*",
                                                     "excluding the subscription*",
                                                     "excluding use of",
                                                     "excluding the use of",
                                                     "excluding credit*",
                                                     "ohne kreditlinie*",
                                                     "ohne nutzung*",
                                                     "hypothetisch*",
                                                     "hors ligne de credit",
                                                     "sans ligne de credit",
                                                     "sans recours*",
                                                     "hypothetique*"}}};
  return words.find(reading::fold_tokens(title)).has_value();
}

}  // namespace dossier::funds
