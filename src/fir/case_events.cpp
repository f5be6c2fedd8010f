#include "fir/case_events.h"

#include "base/check.h"

#include <algorithm>

namespace dossier::fir {
namespace {

StepVersion& version_of(Case& state, Step step, int number) {
  auto& versions = state.step(step).versions;
  const auto at = std::find_if(versions.begin(), versions.end(), [&](const auto& v) { return v.number == number; });
  DOSSIER_CHECK(at != versions.end());
  return *at;
}

template <class T, class Same>
void put(std::vector<T>& list, const T& value, Same same) {
  const auto at = std::find_if(list.begin(), list.end(), [&](const T& other) { return same(other, value); });
  at == list.end() ? list.push_back(value) : void(*at = value);
}

struct Apply {
  Case& state;

  void operator()(const event::Opened& e) const {
    state.file_number = e.file_number;
    state.received_by = e.by;
    state.received_at = e.at;
    state.same_text_as = e.same_text_as;
    state.original = e.original;
  }
  void operator()(const event::VersionAdded& e) const {
    StepRecord& step = state.step(e.step);
    step.versions.push_back(e.version);
    step.current = e.version.number;
    step.state = e.state;
    step.problem.clear();
  }
  void operator()(const event::VersionDiscarded& e) const {
    version_of(state, e.step, e.version).discarded = true;
    StepRecord& step = state.step(e.step);
    step.current = 0;
    for (const StepVersion& version : step.versions) {
      if (!version.discarded) step.current = version.number;
    }
  }
  void operator()(const event::Approved& e) const {
    version_of(state, e.step, e.version).approvals.push_back(e.approval);
    state.step(e.step).state = StepState::approved;
    state.step(e.step).problem.clear();
  }
  void operator()(const event::SentBack& e) const { version_of(state, e.step, e.version).remark = e.remark; }
  void operator()(const event::Reopened& e) const { state.step(e.step).state = StepState::proposed; }
  void operator()(const event::StepChanged& e) const {
    state.step(e.step).state = e.state;
    state.step(e.step).problem = e.problem;
  }
  void operator()(const event::FactsNoted& e) const {
    std::erase_if(state.facts, [&](const CaseFact& fact) {
      return std::find(e.gone.begin(), e.gone.end(), fact.field) != e.gone.end();
    });
    for (const CaseFact& fact : e.facts)
      put(state.facts, fact, [](const auto& a, const auto& b) { return a.field == b.field; });
    std::sort(state.facts.begin(), state.facts.end(), [](const auto& a, const auto& b) { return a.field < b.field; });
  }
  void operator()(const event::Classified& e) const {
    state.route = e.route;
    state.law = e.law;
    state.sensitive = e.sensitive;
    state.sensitive_by_person = e.by_person;
    state.protected_names = e.protected_names;
  }
  void operator()(const event::QuestionsAsked& e) const { state.questions = e.questions; }
  void operator()(const event::DutiesNoted& e) const {
    for (const DutyRecord& duty : e.duties)
      put(state.duties, duty, [](const auto& a, const auto& b) { return a.id == b.id; });
  }
  void operator()(const event::PreparationWanted& e) const { state.basis = e.basis; }
  void operator()(const event::PreparationEnded& e) const { state.prepared_basis = e.basis; }
  void operator()(const event::TranscriptionWanted&) const {}
  void operator()(const event::Finalised& e) const { state.finalised = e.approval; }
};

struct Digest {
  static std::string about(Step step, int version) {
    return std::string(name_of(step)) + ": version " + std::to_string(version);
  }
  std::string operator()(const event::Opened& e) const {
    return e.original ? "received as a " + std::string(name_of(e.original->kind)) : "received";
  }
  std::string operator()(const event::VersionAdded& e) const {
    return about(e.step, e.version.number) + " " + std::string(name_of(e.state)) + " by " +
           std::string(name_of(e.version.author));
  }
  std::string operator()(const event::VersionDiscarded& e) const {
    return about(e.step, e.version) + " thrown away before it was shown";
  }
  std::string operator()(const event::Approved& e) const { return about(e.step, e.version) + " approved"; }
  std::string operator()(const event::SentBack& e) const { return about(e.step, e.version) + " sent back"; }
  std::string operator()(const event::Reopened& e) const { return std::string(name_of(e.step)) + " reopened"; }
  std::string operator()(const event::StepChanged& e) const {
    return std::string(name_of(e.step)) + " is " + std::string(name_of(e.state));
  }
  std::string operator()(const event::FactsNoted& e) const {
    std::string fields;
    for (const CaseFact& fact : e.facts) fields += (fields.empty() ? "" : ", ") + fact.field;
    return "facts: " + (fields.empty() ? "none" : fields);
  }
  std::string operator()(const event::Classified& e) const {
    return "route " + e.route + ", law " + e.law + (e.sensitive ? ", sensitive" : "");
  }
  std::string operator()(const event::QuestionsAsked& e) const {
    return std::to_string(e.questions.size()) + " questions to ask";
  }
  std::string operator()(const event::DutiesNoted& e) const {
    std::string list;
    for (const DutyRecord& duty : e.duties)
      list += (list.empty() ? "" : ", ") + duty.id + " " + std::string(name_of(duty.state));
    return "duties: " + list;
  }
  std::string operator()(const event::PreparationWanted& e) const {
    return "to be prepared from " + std::string(name_of(e.from)) + " on";
  }
  std::string operator()(const event::PreparationEnded&) const { return "prepared"; }
  std::string operator()(const event::TranscriptionWanted&) const { return "to be transcribed"; }
  std::string operator()(const event::Finalised&) const { return "finalised"; }
};

}  // namespace

std::string_view name_of(const CaseEvent& event) {
  using namespace std::string_view_literals;
  static constexpr std::array kNames = {"opened"sv,
                                        "version_added"sv,
                                        "version_discarded"sv,
                                        "approved"sv,
                                        "sent_back"sv,
                                        "reopened"sv,
                                        "step_changed"sv,
                                        "facts_noted"sv,
                                        "classified"sv,
                                        "questions_asked"sv,
                                        "duties_noted"sv,
                                        "preparation_wanted"sv,
                                        "preparation_ended"sv,
                                        "transcription_wanted"sv,
                                        "finalised"sv};
  static_assert(kNames.size() == std::variant_size_v<CaseEvent>);
  return kNames[event.index()];
}

std::string digest_of(const CaseEvent& event) {
  return std::visit(Digest{}, event);
}

std::string_view words_of(const CaseEvent& event) {
  if (const auto* e = std::get_if<event::Approved>(&event)) return e->remark;
  if (const auto* e = std::get_if<event::SentBack>(&event)) return e->remark;
  if (const auto* e = std::get_if<event::Reopened>(&event)) return e->reason;
  if (const auto* e = std::get_if<event::Classified>(&event)) return e->reason;
  if (const auto* e = std::get_if<event::FactsNoted>(&event)) return e->reason;
  if (const auto* e = std::get_if<event::DutiesNoted>(&event); e != nullptr && e->duties.size() == 1)
    return e->duties.front().reason;
  return {};
}

void apply_event(Case& state, const CaseEvent& event) {
  std::visit(Apply{state}, event);
}

}  // namespace dossier::fir
