#include "fir/law.h"

#include <algorithm>

namespace dossier::fir {
namespace {

Date sanhita_in_force() {
  return *Date::of(2024, 7, 1);
}

// On which side of the day the Sanhita came into force the conduct lies. A month or a year that holds the day itself
// says neither.
struct Reach {
  bool before = false, after = false;
  bool paid_before = false, paid_after = false;

  explicit Reach(const Facts& facts) {
    for (const ConductDate& date : facts.conduct) {
      const bool early = date.to < sanhita_in_force(), late = date.from >= sanhita_in_force();
      before = before || early;
      after = after || late;
      paid_before = paid_before || (early && date.payment);
      paid_after = paid_after || (late && date.payment);
    }
  }
  // One cheating by instalments runs across the day.
  bool payments_across() const { return paid_before && paid_after; }
};

bool goes_to(const Proposal& p, std::string_view route) {
  return p.route == route;
}

bool has_situation(const Assessment& assessment, std::string_view route) {
  return std::any_of(assessment.situations.begin(), assessment.situations.end(),
                     [&](const SituationFinding& s) { return s.situation->route == route; });
}

}  // namespace

std::string_view name_of(Law law) {
  switch (law) {
    case Law::bns: return "BNS";
    case Law::ipc: return "IPC";
    case Law::both: return "BOTH";
    case Law::unknown: return "UNKNOWN";
  }
  return "UNKNOWN";
}

bool went_on(const Assessment& assessment) {
  return std::any_of(assessment.situations.begin(), assessment.situations.end(),
                     [](const SituationFinding& s) { return s.situation->id == "went_on"; });
}

Law law_of(const Facts& facts, const Assessment& assessment, std::optional<Date> told_on) {
  const auto& when = facts.occurrence;
  if (!when.from) return Law::unknown;
  const Reach reach(facts);
  if (reach.payments_across()) return Law::both;
  const bool told_after = told_on && *told_on >= sanhita_in_force();
  const bool lasting =
      when.ongoing_since || went_on(assessment) || (when.to && when.from_known_day && *when.from != *when.to);
  if (*when.from < sanhita_in_force() && lasting) {
    if (reach.after || (when.to && *when.to >= sanhita_in_force() && *when.from != *when.to)) return Law::both;
    if (when.ongoing_since && told_after && facts.conduct.size() == 1) return Law::both;
  }
  if (*when.from >= sanhita_in_force() && reach.before && lasting) return Law::both;
  const Date to = when.to ? *when.to : *when.from;
  if (to < sanhita_in_force()) return Law::ipc;
  if (*when.from >= sanhita_in_force()) return Law::bns;
  return when.from_known_day ? Law::ipc : Law::unknown;
}

std::string_view route_of(const Assessment& assessment) {
  const auto& all = assessment.proposals;
  const auto any = [&](auto&& test) { return std::any_of(all.begin(), all.end(), test); };
  // A companion (common intention) has the class of what it goes with: it makes no case cognizable.
  const bool cognizable =
      any([](const Proposal& p) { return p.route.empty() && !p.offence->companion && p.cognizable != Answer::no; });
  if (any([](const Proposal& p) { return goes_to(p, "REFER_AGENCY"); }) &&
      !any([](const Proposal& p) { return p.route.empty() && p.offence->max_years > 7; }))
    return "REFER_AGENCY";
  const bool elsewhere = has_situation(assessment, "ZERO_FIR") || assessment.told_of_another_station;
  if (cognizable) return elsewhere ? "ZERO_FIR" : "FIR";
  if (any([](const Proposal& p) { return goes_to(p, "COURT_COMPLAINT"); })) return "COURT_COMPLAINT";
  if (!all.empty()) return "NCR";
  for (const std::string_view route : {"INQUEST", "MISSING_PERSON", "REFER_AGENCY", "LOST_REPORT", "CIVIL"}) {
    if (has_situation(assessment, route)) return route;
  }
  // What no cue shows, complaints told in such words do.
  return assessment.told_alike_route.empty() ? std::string_view("CLARIFY") : assessment.told_alike_route;
}

}  // namespace dossier::fir
