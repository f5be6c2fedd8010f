#pragma once

#include "base/check.h"
#include "fir/case_advance.h"

namespace dossier::fir {

// A case at work, with everything that happened to it. For tests only.
struct CaseAtWork {
  Case state;
  std::vector<CaseEvent> events;
  WallTime now{std::chrono::seconds(1'780'000'000)};

  template <class C>
  Result<void> act(C what, const std::string& by = "officer") {
    now += std::chrono::seconds(1);
    auto happened = advance(state, {by, now, std::move(what)});
    if (!happened) return happened.error();
    for (const CaseEvent& event : *happened) apply_event(state, event);
    events.insert(events.end(), happened->begin(), happened->end());
    return {};
  }

  void open(const std::string& text = "My phone was stolen on 5 May 2026.") {
    act(command::Open{"D-2026-000001", text, {}, {}}, "clerk").value();
  }
  void open_recording() {
    command::Open open{"D-2026-000001", "", {}, {}, Original{OriginalKind::recording, "a.wav", "wav", 9, "ab12", ""}};
    act(std::move(open), "clerk").value();
  }
  void prepare(Step from = Step::summary) {
    act(command::TakePreparation{state.basis, from, made()}, "machine").value();
  }
  Result<void> approve(Step step) { return act(command::Approve{step, state.step(step).current}); }
  // Settles every open duty as done.
  void settle_duties() {
    const auto duties = state.duties;
    for (const DutyRecord& duty : duties) {
      if (duty.state == DutyState::open) act(command::SettleDuty{duty.id, DutyState::done, "for the test"}).value();
    }
  }

  static CaseOffence offence(const std::string& section) {
    CaseOffence o;
    o.entry = "BNS " + section;
    o.act = "BNS";
    o.section = section;
    o.title = "Theft";
    o.cognizable = Answer::yes;
    o.max_years = 3;
    return o;
  }
  Preparation made() const {
    Preparation made;
    const StepVersion* transcript = state.step(Step::transcript).version();
    made.summary = "A theft is reported. An FIR is proposed.";
    made.narrative = "The informant stated:\n\n" + (transcript ? transcript->text : "nothing") + "\n";
    made.offences = {offence("303(2)")};
    made.details = "{}";
    made.route = "FIR";
    made.law = "BNS";
    return made;
  }
};

inline CaseFact fact(const std::string& field, const std::string& value) {
  CaseFact made;
  made.field = field;
  made.value = value;
  return made;
}

}  // namespace dossier::fir
