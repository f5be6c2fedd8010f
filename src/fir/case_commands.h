#pragma once

#include "fir/case.h"

#include <variant>

// What somebody wants of a case. Every command of a person that touches a step names the version it was shown.
namespace dossier::fir {

// How the text of one step came about, beyond the rules.
struct Wording {
  bool by_model = false;  // a model wrote it, or had a say on it, and it passed its check
  std::string note;       // said with the step
  std::string degraded;   // why the rules' words stand where a model should have written; empty: they do not
  bool operator==(const Wording&) const = default;
};

// What the drafting made of a complaint, for the steps that were asked for.
struct Preparation {
  std::string summary, narrative;
  std::vector<CaseOffence> offences;
  std::string details;    // the ingredient tables, as JSON
  std::string must_hold;  // by the narrative, a line each (edited_narrative.h)
  std::string route, law;
  bool sensitive = false;
  std::vector<std::string> protected_names;
  std::vector<CaseFact> facts;
  std::vector<CaseQuestion> questions;
  std::string note;  // said with every step
  std::array<Wording, kSteps.size()> wording;

  Wording& wording_of(Step step) { return wording[static_cast<std::size_t>(step)]; }
  const Wording& wording_of(Step step) const { return wording[static_cast<std::size_t>(step)]; }
};

namespace command {

struct Open {
  std::string file_number, text;
  std::vector<CaseFact> facts;  // given with the complaint; field and value are looked at, already checked
  std::optional<CaseId> same_text_as;
  std::optional<Original> original = {};  // given: there is no text yet
};
struct Approve {
  Step step;
  int version = 0;
  std::string remark = {};  // kept in the journal; changes nothing
};
// Puts another text, or for the step offences another list, in the place of the version named.
struct Edit {
  Step step;
  int version = 0;
  std::string text;
  std::vector<CaseOffence> offences = {};
  std::string route = {}, law = {};  // of the step offences: empty leaves them
};
// A new proposal, with a remark on what was wrong, or (again) without. Of the transcript only where there is an
// original to transcribe again.
struct SendBack {
  Step step;
  int version = 0;
  std::string remark;
};
struct Reopen {
  Step step;
  std::string reason;
};
struct EnterFacts {
  std::vector<CaseFact> facts;  // field and value are looked at, already checked
  std::string reason = {};      // needed where the informant's word is replaced
};
struct SettleDuty {
  std::string duty;
  DutyState state = DutyState::done;  // open: it was settled by mistake
  std::string reason;
};
struct MarkSensitive {
  bool sensitive = true;
  std::string reason;
};
// The machine's own.
struct TakePreparation {
  std::int64_t basis = 0;
  Step from;
  Preparation made;
};
struct FailPreparation {
  std::int64_t basis = 0;
  Step from;
  std::string why;
};
// What a model heard in the recording or read in the picture. Dropped when a person typed the transcript meanwhile.
struct TakeTranscript {
  std::string text;
  std::string note;  // said with it: who wrote it
};
struct FailTranscript {
  std::string why;  // and what to do
};

}  // namespace command

struct Command {
  std::string by;
  WallTime at;
  std::variant<command::Open, command::Approve, command::Edit, command::SendBack, command::Reopen, command::EnterFacts,
               command::SettleDuty, command::MarkSensitive, command::TakePreparation, command::FailPreparation,
               command::TakeTranscript, command::FailTranscript>
      what;
};

}  // namespace dossier::fir
