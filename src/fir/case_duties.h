#pragma once

#include "fir/case.h"

#include <span>

namespace dossier::fir {

// Until when a duty is to be met.
enum class DutyTerm : std::uint8_t {
  before_final,   // or the report cannot be finalised
  from_received,  // so long after the information came
  from_final,     // so long after the report was finalised
  unlimited,      // the law names no term; it is kept in view
};
constexpr auto names_of(DutyTerm) {
  using namespace std::string_view_literals;
  return std::array{"before_final"sv, "from_received"sv, "from_final"sv, "unlimited"sv};
}

// A rule of procedure: when it stands in a case, by when it is to be met. Its source is BNSS, POCSO and the rest as
// `law` says; the words are ours.
struct DutyRule {
  std::string_view id, law, text;
  DutyTerm term = DutyTerm::unlimited;
  std::chrono::hours time{};  // of from_received and from_final, and of before_final where one runs too
  bool (*applies)(const Case&) = nullptr;
  bool (*met)(const Case&) = nullptr;  // null: only a person can say so
};

std::span<const DutyRule> duty_rules();
const DutyRule* find_duty_rule(std::string_view id);

// The duties as they are to stand now: those of the case, new ones open, met ones done, those whose ground is gone
// lapsed. Only what changed is given back.
std::vector<DutyRecord> changed_duties(const Case& state, WallTime now);

// Whether the term ran out before it was met.
bool is_broken(const DutyRecord& duty, WallTime now);

// What stands against finalising now: duties that must be met first, and broken ones nobody gave a reason for.
std::vector<const DutyRecord*> blocking_duties(const Case& state, WallTime now);

}  // namespace dossier::fir
