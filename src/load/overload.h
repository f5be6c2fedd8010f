#pragma once

#include "load/scenarios.h"

namespace dossier::load {

// What is left of a server's peak under ten times as much, and how soon it is itself again.
struct OverloadOutcome {
  Outcome peak;    // closed loop: as much as it can
  Outcome before;  // half of the peak, open loop
  Outcome flood;   // ten times the peak, open loop
  Outcome after;   // half of the peak, a second after the flood

  double goodput_share() const;  // of the peak, during the flood
  double refusal_p99_ms() const;
  bool recovered() const;
  bool passed() const;

  void write_json(JsonWriter& json) const;
  std::string text() const;
};

// Takes `pace.time` in all; half of it is the flood. pace.clients bound how many ask at the same time in the flood.
OverloadOutcome run_overload(const Target& target, const Pace& pace, const Scenario& scenario, OnSecond on_second);

}  // namespace dossier::load
