#include "fir/case.h"

#include <algorithm>

namespace dossier::fir {

const StepVersion* StepRecord::find(int number) const {
  const auto at = std::find_if(versions.begin(), versions.end(), [&](const auto& v) { return v.number == number; });
  return at == versions.end() ? nullptr : &*at;
}

Step Case::current() const {
  const auto open =
      std::find_if(kSteps.begin(), kSteps.end(), [&](Step which) { return step(which).state != StepState::approved; });
  return open == kSteps.end() ? kSteps.back() : *open;
}

const std::vector<CaseOffence>& Case::offences() const {
  static const std::vector<CaseOffence> kNone;
  const StepVersion* version = step(Step::offences).version();
  return version == nullptr ? kNone : version->offences;
}

const CaseFact* Case::fact(std::string_view field) const {
  const auto at = std::find_if(facts.begin(), facts.end(), [&](const CaseFact& f) { return f.field == field; });
  return at == facts.end() ? nullptr : &*at;
}

std::string_view Case::fact_value(std::string_view field) const {
  const CaseFact* found = fact(field);
  return found == nullptr ? std::string_view() : found->value;
}

const DutyRecord* Case::duty(std::string_view name) const {
  const auto at = std::find_if(duties.begin(), duties.end(), [&](const DutyRecord& d) { return d.id == name; });
  return at == duties.end() ? nullptr : &*at;
}

}  // namespace dossier::fir
