#include "fir/case_for_tests.h"
#include "fir/case_form.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr const char* kHeard = "My fone was stolen.";

const StepRecord& transcript_of(const CaseAtWork& work) {
  return work.state.step(Step::transcript);
}

auto count_wanted(const CaseAtWork& work) {
  return std::count_if(work.events.begin(), work.events.end(), [](const CaseEvent& event) {
    return std::holds_alternative<event::TranscriptionWanted>(event);
  });
}

CaseAtWork heard() {
  CaseAtWork work;
  work.open_recording();
  work.act(command::TakeTranscript{kHeard, "by speech-1"}, "dossier").value();
  return work;
}

TEST(Transcript, of_a_recording_is_the_machines_and_waits_for_a_person) {
  CaseAtWork work;
  work.open_recording();
  EXPECT_EQ(transcript_of(work).state, StepState::preparing);
  EXPECT_EQ(count_wanted(work), 1);
  EXPECT_FALSE(work.approve(Step::transcript));
  ASSERT_TRUE(work.act(command::TakeTranscript{kHeard, "by speech-1"}, "dossier"));
  const StepVersion* shown = transcript_of(work).version();
  ASSERT_NE(shown, nullptr);
  EXPECT_EQ(shown->author, Author::machine);
  EXPECT_EQ(shown->runs, written_by(Author::machine, kHeard));
  EXPECT_EQ(shown->note, "by speech-1");
  EXPECT_FALSE(work.state.preparing());
  ASSERT_TRUE(work.approve(Step::transcript));
  EXPECT_TRUE(work.state.preparing());
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::preparing);
}

TEST(Transcript, mended_keeps_the_authors_of_its_words_and_is_what_the_form_quotes) {
  CaseAtWork work = heard();
  ASSERT_TRUE(work.act(command::Edit{Step::transcript, 1, "My phone was stolen."}));
  EXPECT_FALSE(work.state.preparing());
  const Authorship authors = {{{0, 3}, Author::machine}, {{3, 8}, Author::officer}, {{8, 20}, Author::machine}};
  EXPECT_EQ(transcript_of(work).version()->runs, authors);
  EXPECT_EQ(form_facts(work.state).complaint, "");  // nobody has approved it
  ASSERT_TRUE(work.approve(Step::transcript));
  EXPECT_EQ(form_facts(work.state).complaint, "My phone was stolen.");
}

TEST(Transcript, that_could_not_be_made_is_typed_or_tried_again) {
  CaseAtWork work;
  work.open_recording();
  ASSERT_TRUE(work.act(command::FailTranscript{"no server"}, "dossier"));
  EXPECT_EQ(transcript_of(work).state, StepState::failed);
  EXPECT_EQ(transcript_of(work).problem, "no server");
  CaseAtWork again = work;
  ASSERT_TRUE(again.act(command::SendBack{Step::transcript, 0, ""}));
  EXPECT_EQ(transcript_of(again).state, StepState::preparing);
  EXPECT_EQ(count_wanted(again), 2);
  ASSERT_TRUE(work.act(command::Edit{Step::transcript, 0, "My phone was stolen."}));
  EXPECT_EQ(transcript_of(work).version()->author, Author::officer);
  ASSERT_TRUE(work.approve(Step::transcript));
  EXPECT_TRUE(work.state.preparing());
}

TEST(Transcript, typed_while_the_machine_works_is_not_overwritten_by_it) {
  CaseAtWork work;
  work.open_recording();
  ASSERT_TRUE(work.act(command::Edit{Step::transcript, 0, "Typed."}));
  ASSERT_TRUE(work.act(command::TakeTranscript{kHeard, ""}, "dossier"));
  ASSERT_TRUE(work.act(command::FailTranscript{"late"}, "dossier"));
  EXPECT_EQ(transcript_of(work).version()->text, "Typed.");
  EXPECT_EQ(transcript_of(work).versions.size(), 1u);
}

TEST(Transcript, stands_when_another_try_fails) {
  CaseAtWork work = heard();
  ASSERT_TRUE(work.act(command::SendBack{Step::transcript, 1, "half of it is missing"}));
  EXPECT_FALSE(work.approve(Step::transcript));
  ASSERT_TRUE(work.act(command::FailTranscript{"late"}, "dossier"));
  EXPECT_EQ(transcript_of(work).problem, "late");
  EXPECT_EQ(transcript_of(work).version()->remark, "half of it is missing");
  ASSERT_TRUE(work.approve(Step::transcript));
  EXPECT_TRUE(transcript_of(work).problem.empty());
  EXPECT_TRUE(work.state.preparing());
}

TEST(Transcript, comes_once_though_the_machine_gives_it_twice) {
  CaseAtWork work = heard();
  const std::size_t events = work.events.size();
  ASSERT_TRUE(work.act(command::TakeTranscript{kHeard, ""}, "dossier"));
  EXPECT_EQ(work.events.size(), events);
}

TEST(Transcript, changed_after_its_approval_has_everything_made_anew_once_it_is_approved_again) {
  CaseAtWork work = heard();
  ASSERT_TRUE(work.approve(Step::transcript));
  work.prepare();
  ASSERT_TRUE(work.act(command::Reopen{Step::transcript, "a word is wrong"}));
  ASSERT_TRUE(work.act(command::Edit{Step::transcript, 1, "My phone was stolen."}));
  const std::int64_t basis = work.state.basis;
  ASSERT_TRUE(work.approve(Step::transcript));
  EXPECT_EQ(work.state.basis, basis + 1);
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::preparing);
}

TEST(Transcript, approved_last_is_quoted_while_a_later_one_is_unread) {
  CaseAtWork work = heard();
  ASSERT_TRUE(work.approve(Step::transcript));
  ASSERT_TRUE(work.act(command::Reopen{Step::transcript, "a word is wrong"}));
  ASSERT_TRUE(work.act(command::Edit{Step::transcript, 1, "My phone was stolen."}));
  EXPECT_EQ(form_facts(work.state).complaint, kHeard);
}

TEST(Transcript, changed_while_the_machine_prepared_throws_away_what_was_made) {
  CaseAtWork work = heard();
  ASSERT_TRUE(work.approve(Step::transcript));
  ASSERT_TRUE(work.act(command::Reopen{Step::transcript, "a word is wrong"}));
  ASSERT_TRUE(work.act(command::Edit{Step::transcript, 1, "My phone was stolen."}));
  ASSERT_TRUE(work.state.preparing());
  work.prepare();
  EXPECT_FALSE(work.state.preparing());
  EXPECT_TRUE(work.state.step(Step::summary).versions.empty());
  ASSERT_TRUE(work.approve(Step::transcript));
  work.prepare();
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::proposed);
}

TEST(Transcript, of_a_written_complaint_is_not_made_by_the_machine) {
  CaseAtWork work;
  work.open();
  EXPECT_FALSE(work.act(command::SendBack{Step::transcript, 1, ""}));
  ASSERT_TRUE(work.act(command::TakeTranscript{kHeard, ""}, "dossier"));
  EXPECT_EQ(transcript_of(work).versions.size(), 1u);
}

}  // namespace
}  // namespace dossier::fir
