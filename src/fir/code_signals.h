#pragma once

#include <array>
#include <string_view>

// The signals that the code itself asks for by name (SignalReader::hits), whatever entries use them. A name that the
// knowledge does not hold would never be found in any complaint; `knowledge check` names it.
namespace dossier::fir {

inline constexpr std::string_view kWeaponSignal = "weapon_used", kInjurySignal = "injury",
                                  kTreatmentSignal = "treatment", kDelayReasonSignal = "delay_reason",
                                  kThreatToKillSignal = "threat_kill", kThreatOfHarmSignal = "threat_harm",
                                  kThreatOfInjurySignal = "threat_injury";

inline constexpr std::array kSignalsOfTheCode = {kWeaponSignal,        kInjurySignal,       kTreatmentSignal,
                                                 kDelayReasonSignal,   kThreatToKillSignal, kThreatOfHarmSignal,
                                                 kThreatOfInjurySignal};

}  // namespace dossier::fir
