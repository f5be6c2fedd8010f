#include "fir/case_for_tests.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dossier::fir {
namespace {

using Any = decltype(Command::what);

// The current version three times in four, else some other.
int some_version(const Case& state, Step step) {
  const int current = state.step(step).current;
  return *rc::gen::weightedElement<int>({{3, current}, {1, current + 1}, {1, current - 1}});
}

Any some_command(const Case& state) {
  const Step step = *rc::gen::weightedElement<Step>({{6, state.current()},
                                                     {1, Step::transcript},
                                                     {1, Step::summary},
                                                     {1, Step::offences},
                                                     {1, Step::narrative},
                                                     {1, Step::final_report}});
  const int version = some_version(state, step);
  const std::string words = *rc::gen::element<std::string>("a theft", "two thefts at night", "an assault", "");
  CaseAtWork maker{state, {}, {}};
  switch (*rc::gen::weightedElement<int>(
      {{8, 0}, {2, 1}, {1, 2}, {1, 3}, {2, 4}, {2, 5}, {1, 6}, {5, 7}, {1, 8}, {3, 9}, {1, 10}})) {
    case 0: return command::Approve{step, version};
    case 1: return command::Edit{step, version, words, {CaseAtWork::offence("303(2)")}};
    case 2: return command::SendBack{step, version, words};
    case 3: return command::Reopen{step, words};
    case 4:
      return command::EnterFacts{{*rc::gen::element(fact("gd.entry", "7"), fact("occurrence.date", "2026-05-05"),
                                                    fact("information.kind", "written"))}};
    case 5:
      return command::SettleDuty{*rc::gen::element<std::string>("read_over", "information_kind", "none"),
                                 *rc::gen::element(DutyState::done, DutyState::excused, DutyState::open), words};
    case 6: return command::MarkSensitive{words.size() > 8, words};
    case 7:
      return command::TakePreparation{state.basis - *rc::gen::weightedElement<int>({{4, 0}, {1, 1}}), Step::summary,
                                      maker.made()};
    case 9: return command::TakeTranscript{"My phone was stolen.", "by a model"};
    case 10: return command::FailTranscript{"no server"};
    default: return command::FailPreparation{state.basis, Step::summary, "failed"};
  }
}

// Runs some commands, calling check(before, command, outcome, after) for each.
template <class F>
CaseAtWork some_case(F check) {
  CaseAtWork work;
  *rc::gen::arbitrary<bool>() ? work.open() : work.open_recording();
  const int length = *rc::gen::inRange(1, 60);
  for (int i = 0; i < length; ++i) {
    const Case before = work.state;
    const Any what = some_command(before);
    const Result<void> outcome = work.act(what);
    check(before, what, outcome, work.state);
  }
  return work;
}

RC_GTEST_PROP(CaseProperty, events_alone_rebuild_the_state, ()) {
  const CaseAtWork work = some_case([](const auto&...) {});
  Case rebuilt;
  for (const CaseEvent& event : work.events) apply_event(rebuilt, event);
  RC_ASSERT(rebuilt == work.state);
}

RC_GTEST_PROP(CaseProperty, nothing_approved_is_ever_lost, ()) {
  some_case([](const Case& before, const Any&, const Result<void>&, const Case& after) {
    for (const Step step : kSteps) {
      for (const StepVersion& version : before.step(step).versions) {
        const StepVersion* later = after.step(step).find(version.number);
        RC_ASSERT(later != nullptr);
        RC_ASSERT(later->text == version.text);
        RC_ASSERT(later->offences == version.offences);
        RC_ASSERT(later->approvals.size() >= version.approvals.size());
        RC_ASSERT(version.approvals.empty() || !later->discarded);
      }
    }
  });
}

RC_GTEST_PROP(CaseProperty, only_the_version_shown_is_approved_or_edited, ()) {
  some_case([](const Case& before, const Any& what, const Result<void>& outcome, const Case& after) {
    Step step{};
    int version = 0;
    if (const auto* approve = std::get_if<command::Approve>(&what)) {
      step = approve->step, version = approve->version;
    } else if (const auto* edit = std::get_if<command::Edit>(&what)) {
      step = edit->step, version = edit->version;
    } else {
      return;
    }
    if (!outcome) RC_ASSERT(after == before);
    if (outcome) RC_ASSERT(version == before.step(step).current && step == before.current());
  });
}

RC_GTEST_PROP(CaseProperty, one_step_is_at_its_turn_those_before_are_approved_and_none_after_is_shown, ()) {
  some_case([](const Case&, const Any&, const Result<void>&, const Case& after) {
    const Step current = after.current();
    for (const Step step : kSteps) {
      const StepState state = after.step(step).state;
      if (step < current) RC_ASSERT(state == StepState::approved);
      if (step > current) RC_ASSERT(state != StepState::approved && state != StepState::proposed);
      if (state == StepState::approved) RC_ASSERT(!after.step(step).version()->approvals.empty());
      if (step == current && !after.finalised)
        RC_ASSERT(state == StepState::proposed || state == StepState::preparing || state == StepState::failed);
    }
  });
}

RC_GTEST_PROP(CaseProperty, a_step_that_is_being_prepared_has_a_preparation_under_way, ()) {
  some_case([](const Case&, const Any&, const Result<void>&, const Case& after) {
    if (after.current() == Step::transcript) return;  // which is transcribed, not prepared
    if (after.step(after.current()).state == StepState::preparing) RC_ASSERT(after.preparing());
  });
}

RC_GTEST_PROP(CaseProperty, nothing_is_made_of_an_original_before_its_transcript_was_approved, ()) {
  bool approved = false;
  some_case([&](const Case&, const Any&, const Result<void>&, const Case& after) {
    approved = approved || after.step(Step::transcript).state == StepState::approved;
    if (!after.original || approved) return;
    RC_ASSERT(!after.preparing());
    for (const Step step : kSteps) RC_ASSERT(step == Step::transcript || after.step(step).versions.empty());
  });
}

RC_GTEST_PROP(CaseProperty, a_final_report_changes_no_more, ()) {
  some_case([](const Case& before, const Any&, const Result<void>&, const Case& after) {
    if (before.finalised) RC_ASSERT(before.steps == after.steps && before.finalised == after.finalised);
    if (after.finalised) {
      for (const Step step : kSteps) RC_ASSERT(after.step(step).state == StepState::approved);
    }
  });
}

}  // namespace
}  // namespace dossier::fir
