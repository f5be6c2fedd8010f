#pragma once

#include "fir/facts.h"
#include "reading/cues.h"

#include <optional>
#include <string_view>

namespace dossier::fir {

// Facts of the whole complaint that the knowledge may name as signs ("fact:night"): night, day, accused_two,
// accused_five, value_known, value_below_5000 (of property), value_below_20000, value_20000_to_1_lakh, value_1_lakh (of
// the damage, where the complaint puts a sum on it), victim_child, victim_below_12, victim_below_16, victim_adult,
// informant_police, informant_official, vehicle_number, in_another_town, lasted_3_days, lasted_10_days, cannabis_small,
// cannabis_middle, cannabis_commercial, verse.
bool is_fact_sign(std::string_view name);

// The hit of a fact that was given at the desk and stands nowhere in the text.
inline constexpr reading::CueHit kGivenHit{static_cast<std::size_t>(-1), static_cast<std::size_t>(-1)};
inline bool is_given(const reading::CueHit& hit) {
  return hit.first == kGivenHit.first;
}

// Where the complaint says it; nothing when it does not.
std::optional<reading::CueHit> fact_sign(std::string_view name, const Facts& facts, const reading::CueText& text);

// Where the complaint gives a fact that excludes this one: the hour of the afternoon for "night", 25 kg for
// "cannabis_small". Nothing when it gives none.
std::optional<reading::CueHit> contrary_of_fact_sign(std::string_view name, const Facts& facts,
                                                     const reading::CueText& text);

}  // namespace dossier::fir
