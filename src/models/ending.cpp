#include "models/ending.h"

namespace dossier::models {

std::string_view name_of(Ending ending) {
  switch (ending) {
    case Ending::good: return "good";
    case Ending::full: return "full";
    case Ending::resting: return "resting";
    case Ending::unreachable: return "unreachable";
    case Ending::late: return "late";
    case Ending::busy: return "busy";
    case Ending::failing: return "failing";
    case Ending::key: return "key";
    case Ending::model: return "model";
    case Ending::refused: return "refused";
    case Ending::invalid: return "invalid";
    case Ending::empty: return "empty";
    case Ending::cancelled: return "cancelled";
  }
  return "invalid";
}

std::string_view outcome_of(Ending ending) {
  if (is_lasting_refusal(ending)) return "refused";
  return name_of(ending == Ending::empty ? Ending::invalid : ending);
}

bool is_failure(Ending ending) {
  return ending == Ending::unreachable || ending == Ending::late || ending == Ending::failing ||
         ending == Ending::invalid || ending == Ending::empty;
}

bool is_lasting_refusal(Ending ending) {
  return ending == Ending::key || ending == Ending::model;
}

}  // namespace dossier::models
