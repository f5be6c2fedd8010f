#pragma once

#include "fir/case.h"

#include <variant>

// What happened to a case. The events of a case, applied in order to an empty one, give its state.
namespace dossier::fir {
namespace event {

struct Opened {
  std::string file_number, by;
  WallTime at;
  std::optional<CaseId> same_text_as;
  std::optional<Original> original = {};
};
struct VersionAdded {
  Step step;
  StepVersion version;
  StepState state;  // that the step has with it
};
struct VersionDiscarded {
  Step step;
  int version;
};
struct Approved {
  Step step;
  int version;
  Approval approval;
  std::string remark = {};
};
struct SentBack {
  Step step;
  int version;
  std::string remark;
};
struct Reopened {
  Step step;
  std::string reason;
};
struct StepChanged {
  Step step;
  StepState state;
  std::string problem = {};
};
struct FactsNoted {
  std::vector<CaseFact> facts;         // instead of those of the same field
  std::vector<std::string> gone = {};  // fields the machine no longer finds
  std::string reason = {};
};
struct Classified {
  std::string route, law;
  bool sensitive = false, by_person = false;
  std::vector<std::string> protected_names;
  std::string reason = {};
};
struct QuestionsAsked {
  std::vector<CaseQuestion> questions;
};
struct DutiesNoted {
  std::vector<DutyRecord> duties;
};
struct PreparationWanted {
  std::int64_t basis;
  Step from;
  std::string remark = {};
};
struct PreparationEnded {
  std::int64_t basis;
};
// A model is to write down the original.
struct TranscriptionWanted {};
struct Finalised {
  Approval approval;
};

}  // namespace event

using CaseEvent = std::variant<event::Opened, event::VersionAdded, event::VersionDiscarded, event::Approved,
                               event::SentBack, event::Reopened, event::StepChanged, event::FactsNoted,
                               event::Classified, event::QuestionsAsked, event::DutiesNoted, event::PreparationWanted,
                               event::PreparationEnded, event::TranscriptionWanted, event::Finalised>;

// "version_added"
std::string_view name_of(const CaseEvent& event);
// One short line about it without any words of the complaint: "summary: version 2 proposed by machine".
std::string digest_of(const CaseEvent& event);
// What a person said with it: the remark or the reason.
std::string_view words_of(const CaseEvent& event);

// The state after it.
void apply_event(Case& state, const CaseEvent& event);

}  // namespace dossier::fir
