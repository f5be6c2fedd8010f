#include "fir/case_duties.h"
#include "fir/case_facts.h"
#include "fir/case_for_tests.h"
#include "fir/case_form.h"
#include "fir/form_masking.h"
#include "publish/plain.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dossier::fir {
namespace {

using std::chrono::hours;

// ---- steps ----

TEST(Case, goes_from_transcript_to_final_with_one_approval_each) {
  CaseAtWork work;
  work.open();
  EXPECT_EQ(work.state.step(Step::transcript).state, StepState::proposed);
  work.prepare();
  EXPECT_EQ(work.state.step(Step::narrative).state, StepState::ready);
  for (const Step step : {Step::transcript, Step::summary, Step::offences, Step::narrative}) {
    EXPECT_EQ(work.state.current(), step);
    ASSERT_TRUE(work.approve(step));
  }
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("information.kind", "written")}}));
  work.settle_duties();
  ASSERT_TRUE(work.approve(Step::final_report));
  EXPECT_TRUE(work.state.finalised);
  EXPECT_EQ(work.state.finalised->by, "officer");
}

TEST(Case, waits_for_the_machine_when_a_step_is_approved_before_the_next_is_prepared) {
  CaseAtWork work;
  work.open();
  ASSERT_TRUE(work.approve(Step::transcript));
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::preparing);
  EXPECT_EQ(work.approve(Step::summary).error().code, ErrorCode::conflict);
  work.prepare();
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::proposed);
  EXPECT_EQ(work.state.step(Step::offences).state, StepState::ready);
}

TEST(Case, an_approval_of_another_version_is_refused_and_says_which_to_read) {
  CaseAtWork work;
  work.open();
  ASSERT_TRUE(work.act(command::Edit{Step::transcript, 1, "My phone was stolen on 6 May 2026."}));
  const auto stale = work.act(command::Approve{Step::transcript, 1});
  EXPECT_EQ(stale.error().code, ErrorCode::conflict);
  EXPECT_NE(stale.error().message.find("version 2"), std::string::npos);
  EXPECT_TRUE(work.act(command::Approve{Step::transcript, 2}));
}

TEST(Case, an_edit_throws_away_what_was_made_ahead_and_has_it_made_again) {
  CaseAtWork work;
  work.open();
  work.prepare();
  const auto basis = work.state.basis;
  ASSERT_TRUE(work.act(command::Edit{Step::transcript, 1, "Two phones were stolen."}));
  EXPECT_EQ(work.state.basis, basis + 1);
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::waiting);
  EXPECT_TRUE(work.state.step(Step::summary).versions.front().discarded);
  // A preparation for the text before comes too late.
  ASSERT_TRUE(work.act(command::TakePreparation{basis, Step::summary, work.made()}));
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::waiting);
  work.prepare();
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::ready);
}

TEST(Case, sent_back_a_step_is_made_again_and_the_remark_stays_with_the_version) {
  CaseAtWork work;
  work.open();
  work.prepare();
  ASSERT_TRUE(work.approve(Step::transcript));
  ASSERT_TRUE(work.act(command::SendBack{Step::summary, 1, "name the place"}));
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::preparing);
  work.prepare();
  const StepRecord& summary = work.state.step(Step::summary);
  EXPECT_EQ(summary.current, 2);
  EXPECT_EQ(summary.find(1)->remark, "name the place");
  EXPECT_NE(summary.version()->note.find("cannot follow the remark"), std::string::npos);
}

TEST(Case, reopening_makes_later_steps_stale_and_loses_none) {
  CaseAtWork work;
  work.open();
  work.prepare();
  for (const Step step : {Step::transcript, Step::summary, Step::offences}) ASSERT_TRUE(work.approve(step));
  ASSERT_TRUE(work.act(command::Reopen{Step::summary, "the place is wrong"}));
  EXPECT_EQ(work.state.current(), Step::summary);
  EXPECT_EQ(work.state.step(Step::offences).state, StepState::stale);
  EXPECT_EQ(work.state.step(Step::offences).version()->approvals.size(), 1u);
  // Approved unchanged, the later step stands as it was and is read again.
  ASSERT_TRUE(work.approve(Step::summary));
  EXPECT_EQ(work.state.step(Step::offences).state, StepState::proposed);
  EXPECT_EQ(work.state.step(Step::offences).current, 1);
}

TEST(Case, a_step_the_machine_cannot_prepare_is_written_by_a_person) {
  CaseAtWork work;
  work.open();
  ASSERT_TRUE(work.approve(Step::transcript));
  ASSERT_TRUE(work.act(command::FailPreparation{work.state.basis, Step::summary, "no"}, "machine"));
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::failed);
  EXPECT_EQ(work.approve(Step::summary).error().code, ErrorCode::conflict);
  EXPECT_TRUE(work.act(command::Edit{Step::summary, 0, "A theft is reported."}));
  EXPECT_TRUE(work.approve(Step::summary));
}

TEST(Case, the_form_is_not_edited_by_hand) {
  CaseAtWork work;
  work.open();
  EXPECT_EQ(work.act(command::Edit{Step::final_report, 0, "FIR No. 1"}).error().code, ErrorCode::invalid_argument);
}

// ---- who wrote what ----

std::string authors_of(const StepVersion& version) {
  std::string text;
  for (const AuthoredRun& run : version.runs) {
    text += std::string(name_of(run.author)).substr(0, 1) + std::to_string(run.span.end - run.span.start) + " ";
  }
  return text;
}

TEST(Authorship, is_kept_word_by_word_through_edits) {
  CaseAtWork work;
  work.open("My phone was stolen");
  ASSERT_TRUE(work.act(command::Edit{Step::transcript, 1, "My red phone was stolen"}));
  EXPECT_EQ(authors_of(*work.state.step(Step::transcript).version()), "i3 o4 i16 ");
}

TEST(Authorship, a_machine_text_that_quotes_the_complaint_leaves_the_informant_her_words) {
  CaseAtWork work;
  work.open("My phone was stolen");
  work.prepare();
  EXPECT_EQ(authors_of(*work.state.step(Step::narrative).version()), "m23 i19 m1 ");
}

TEST(Authorship, counts_letters_not_bytes) {
  const auto runs = after_edit("क ख", written_by(Author::informant, "क ख"), "क ग ख", Author::officer);
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_EQ(runs[1].span, (reading::Span{2, 4}));
  EXPECT_EQ(runs[1].author, Author::officer);
}

// ---- facts and the form ----

TEST(Form, leaves_blank_what_nobody_gave_and_never_prints_the_file_number) {
  CaseAtWork work;
  work.open();
  work.prepare();
  const FormFacts form = form_facts(work.state);
  EXPECT_EQ(form.value("fir.number"), "");
  EXPECT_EQ(form.value("gd.entry"), "");
  EXPECT_EQ(form.file_number, work.state.file_number);
  const std::string text = form_text(work.state);
  EXPECT_EQ(text.find("DRAFT"), 0u);
  // Once, in the foot: as the number of the file.
  EXPECT_EQ(text.find(work.state.file_number), text.rfind(work.state.file_number));
}

TEST(Form, written_anew_when_a_fact_is_entered_so_that_the_older_one_cannot_be_approved) {
  CaseAtWork work;
  work.open();
  work.prepare();
  for (const Step step : {Step::transcript, Step::summary, Step::offences, Step::narrative})
    ASSERT_TRUE(work.approve(step));
  const int before = work.state.step(Step::final_report).current;
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("gd.entry", "17")}}));
  EXPECT_EQ(work.state.step(Step::final_report).current, before + 1);
  EXPECT_NE(work.state.step(Step::final_report).version()->text.find("17"), std::string::npos);
  EXPECT_EQ(work.act(command::Approve{Step::final_report, before}).error().code, ErrorCode::conflict);
}

TEST(Facts, an_officers_fact_that_the_drafting_uses_has_the_open_steps_made_again) {
  CaseAtWork work;
  work.open();
  work.prepare();
  ASSERT_TRUE(work.approve(Step::transcript));
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("occurrence.date", "2026-05-05")}}));
  EXPECT_EQ(work.state.step(Step::summary).state, StepState::preparing);
  EXPECT_EQ(given_fields(work.state).at("occurrence.date"), "2026-05-05");
}

Result<std::string> checked(std::string_view field, std::string_view value) {
  return checked_fact(field, value, *moment_of("2026-05-05 18:30"));
}

std::string refusal_of(std::string_view field, std::string_view value) {
  const auto taken = checked(field, value);
  return taken ? "taken" : taken.error().text();
}

TEST(Facts, the_drafting_uses_are_checked_as_on_the_command_line) {
  EXPECT_EQ(refusal_of("occurrence.time", "25:99"), "occurrence.time: give a time of the day as HH:MM");
  EXPECT_EQ(refusal_of("victim.age", "400"), "victim.age: give a whole number from 0 to 120");
  EXPECT_EQ(refusal_of("accused.count", "0"), "accused.count: give a whole number from 1 to 5000");
  EXPECT_EQ(refusal_of("total_value", "lots"), "total_value: give rupees as digits, such as 45000 or 45000.50");
  EXPECT_EQ(refusal_of("report_date", "2026-02-30"), "report_date: give an existing day as YYYY-MM-DD");
  for (const auto& [field, value] : GivenFields{{"occurrence.time", "18:30"},
                                                {"victim.age", "14"},
                                                {"total_value", "45000.50"},
                                                {"report_date", "2026-05-05"},
                                                {"complainant.name", "Ramesh"},
                                                {"accused.count", "2"}})
    EXPECT_EQ(*checked(field, value), value);
}

TEST(Facts, nobody_is_born_after_today_or_before_anybody_alive) {
  for (const char* born : {"1990", "1990-02-28", "2026", "2026-05-05"})
    EXPECT_EQ(*checked("complainant.born", born), born);
  for (const char* born : {"3025", "1880", "2026-05-06", "1990-02-30", "long ago"})
    EXPECT_NE(refusal_of("complainant.born", born).find("YYYY-MM-DD"), std::string::npos) << born;
}

TEST(Facts, are_checked_by_their_form) {
  EXPECT_EQ(*checked("gd.at", "2026-05-05 18:30"), "2026-05-05 18:30");
  EXPECT_FALSE(checked("gd.at", "yesterday"));
  EXPECT_FALSE(checked("information.kind", "rumour"));
  EXPECT_FALSE(checked("colour", "red"));
  EXPECT_FALSE(checked("property", "a phone"));
  EXPECT_EQ(*checked("gd.at", " "), "");
  EXPECT_EQ(indian_time(*moment_of("2026-05-05 18:30")), "2026-05-05 18:30");
}

TEST(Facts, entered_badly_are_refused_and_told_how) {
  EXPECT_NE(refusal_of("complainant.name", "9876543210").find("a name has letters"), std::string::npos);
  EXPECT_NE(refusal_of("complainant.phone", "call me").find("in digits"), std::string::npos);
  EXPECT_NE(refusal_of("occurrence.date", "2026-06-01").find("not to come"), std::string::npos);
  EXPECT_NE(refusal_of("gd.at", "2026-06-01 10:00").find("not to come"), std::string::npos);
  EXPECT_NE(refusal_of("complainant.uid", "1234").find("twelve digits"), std::string::npos);
  EXPECT_NE(refusal_of("complainant.age", "140").find("from 0 to 120"), std::string::npos);
  EXPECT_NE(refusal_of("accused.1.height_cm", "17").find("centimetres"), std::string::npos);
  EXPECT_NE(refusal_of("accused.1.sex", "boy").find("male, female or other"), std::string::npos);
  EXPECT_NE(refusal_of("property.1.value", "lots").find("rupees"), std::string::npos);
  EXPECT_NE(refusal_of("accused.1", "Raju").find("by name"), std::string::npos);
  for (const char* field : {"accused.0.name", "accused.x.name", "accused.1.colour", "thief.1.name", "accused.51.name"})
    EXPECT_NE(refusal_of(field, "Raju").find("no such field"), std::string::npos) << field;
}

// A case whose preparation found one accused and one thing.
CaseAtWork with_lists() {
  CaseAtWork work;
  work.open("On 5 May 2026 Raju took my phone.");
  Preparation made = work.made();
  CaseFact accused = fact("accused.1.name", "Raju");
  accused.author = Author::informant;
  accused.span = {14, 18};
  made.facts = {accused, fact("property.1.description", "phone")};
  work.act(command::TakePreparation{work.state.basis, Step::summary, made}, "machine").value();
  return work;
}

TEST(Lists, an_entry_is_added_corrected_and_taken_out_and_each_is_kept_with_its_reason) {
  CaseAtWork work = with_lists();
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("accused.2.name", "Kalu"), fact("accused.2.age", "30")}, ""}));
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("accused.1.name", "Rajkumar")}, "his name on the licence"}));
  EXPECT_EQ(work.state.fact("accused.1.name")->reason, "his name on the licence");
  EXPECT_EQ(form_facts(work.state).accused.size(), 2u);
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("accused.2", "")}, "he was not there"}));
  EXPECT_EQ(work.state.fact("accused.2.name")->value, "");
  EXPECT_EQ(work.state.fact("accused.2.age")->reason, "he was not there");
  const FormFacts form = form_facts(work.state);
  ASSERT_EQ(form.accused.size(), 1u);
  EXPECT_EQ(form.accused[0].name, "Rajkumar");
  EXPECT_EQ(words_of(event::FactsNoted{{}, {}, "he was not there"}), "he was not there");
}

TEST(Lists, the_informants_word_is_changed_only_with_a_reason) {
  CaseAtWork work = with_lists();
  const auto refused = work.act(command::EnterFacts{{fact("accused.1", "")}, ""});
  EXPECT_EQ(refused.error().where, "reason");
  EXPECT_FALSE(work.act(command::EnterFacts{{fact("accused.7", "")}, "x"}));
  EXPECT_TRUE(work.act(command::EnterFacts{{fact("accused.1", "")}, "mistaken identity"}));
}

TEST(Lists, are_read_no_more_when_the_officer_entered_anything_of_them) {
  CaseAtWork work = with_lists();
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("accused.2.name", "Kalu")}, ""}));
  EXPECT_EQ(given_fields(work.state),
            (GivenFields{{"accused", ""}, {"accused.1.name", "Raju"}, {"accused.2.name", "Kalu"}}));
  Preparation made = work.made();
  made.facts = {fact("accused.1.name", "Somebody"), fact("property.1.description", "watch")};
  ASSERT_TRUE(work.act(command::TakePreparation{work.state.basis, Step::summary, made}, "machine"));
  EXPECT_EQ(work.state.fact_value("accused.1.name"), "Raju");
  EXPECT_EQ(work.state.fact_value("property.1.description"), "watch");
}

TEST(Facts, that_contradict_each_other_are_refused) {
  CaseAtWork work = with_lists();
  const auto enter = [&](std::vector<CaseFact> facts) {
    const auto done = work.act(command::EnterFacts{std::move(facts), "asked again"});
    return done ? std::string("taken") : done.error().text();
  };
  EXPECT_NE(enter({fact("occurrence.date_to", "2026-05-06")}).find("the first day as well"), std::string::npos);
  EXPECT_NE(
      enter({fact("occurrence.date", "2026-05-07"), fact("occurrence.date_to", "2026-05-06")}).find("before the first"),
      std::string::npos);
  EXPECT_NE(enter({fact("occurrence.time", "18:00"), fact("occurrence.time_to", "17:00")}).find("past midnight"),
            std::string::npos);
  EXPECT_NE(enter({fact("occurrence.date", "2027-01-01")}).find("after the day"), std::string::npos);
  EXPECT_EQ(enter({fact("occurrence.date", "2026-05-05"), fact("occurrence.date_to", "2026-05-06"),
                   fact("occurrence.time", "18:00"), fact("occurrence.time_to", "02:00")}),
            "taken");
}

// ---- what an officer writes ----

TEST(EditedNarrative, is_held_against_what_was_found_and_what_was_given) {
  CaseAtWork work;
  work.open(
      "On 5 May 2026 two boys took my red umbrella worth Rs 1,800. Suresh Yadav saw it. They said \"we will break "
      "your legs\".");
  Preparation made = work.made();
  made.must_hold = "a witness: Suresh Yadav\nan item: red umbrella\na sum: Rs 1,800\na threat: we will break your legs";
  work.act(command::TakePreparation{work.state.basis, Step::summary, made}, "machine").value();
  for (const Step step : {Step::transcript, Step::summary, Step::offences}) ASSERT_TRUE(work.approve(step));
  ASSERT_TRUE(
      work.act(command::Edit{Step::narrative, 1,
                             "On 5 May 2026 2 boys took an umbrella of 1800 rupees near Gandhi Chowk. There were "
                             "3 of them. They said \"we will break your legs\"."}));
  const std::string note = work.state.step(Step::narrative).version()->note;
  EXPECT_NE(note.find("lost a witness: Suresh Yadav"), std::string::npos) << note;
  EXPECT_NE(note.find("\"Gandhi\", which nobody gave"), std::string::npos) << note;
  EXPECT_NE(note.find("\"3\", which nobody gave"), std::string::npos) << note;
  for (const char* held : {"umbrella", "1800", "a threat", "boys"})
    EXPECT_EQ(note.find(held), std::string::npos) << note;
  EXPECT_TRUE(work.approve(Step::narrative));
}

// ---- routes that are no report ----

TEST(Routes, what_has_to_be_clarified_is_never_finalised) {
  CaseAtWork work;
  work.open();
  Preparation made = work.made();
  made.route = "CLARIFY";
  made.offences.clear();
  work.act(command::TakePreparation{work.state.basis, Step::summary, made}, "machine").value();
  for (const Step step : {Step::transcript, Step::summary, Step::offences, Step::narrative}) work.approve(step).value();
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("information.kind", "written")}}));
  work.settle_duties();
  const auto refused = work.approve(Step::final_report);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_NE(refused.error().message.find("this is no report"), std::string::npos);
}

TEST(Routes, a_report_without_sections_is_never_finalised_and_a_civil_matter_is_closed_as_such) {
  for (const char* route : {"FIR", "CIVIL"}) {
    CaseAtWork work;
    work.open();
    Preparation made = work.made();
    made.route = route;
    made.offences.clear();
    work.act(command::TakePreparation{work.state.basis, Step::summary, made}, "machine").value();
    for (const Step step : {Step::transcript, Step::summary, Step::offences, Step::narrative})
      work.approve(step).value();
    ASSERT_TRUE(work.act(command::EnterFacts{{fact("information.kind", "written")}}));
    work.settle_duties();
    EXPECT_EQ(work.approve(Step::final_report).has_value(), route == std::string("CIVIL")) << route;
  }
  CaseAtWork work;
  work.state.route = "CIVIL";
  EXPECT_EQ(form_text(work.state).find("FIRST INFORMATION REPORT"), std::string::npos);
}

// ---- duties ----

CaseAtWork ready_to_finalise(const std::string& section = "303(2)") {
  CaseAtWork work;
  work.open();
  Preparation made = work.made();
  made.offences = {CaseAtWork::offence(section)};
  work.act(command::TakePreparation{work.state.basis, Step::summary, made}, "machine").value();
  for (const Step step : {Step::transcript, Step::summary, Step::offences, Step::narrative}) work.approve(step).value();
  return work;
}

TEST(Duties, an_open_one_stands_against_finalising_and_is_named) {
  CaseAtWork work = ready_to_finalise();
  const auto refused = work.approve(Step::final_report);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_NE(refused.error().message.find("information_kind, read_over"), std::string::npos);
}

TEST(Duties, are_excused_only_with_a_reason) {
  CaseAtWork work = ready_to_finalise();
  EXPECT_FALSE(work.act(command::SettleDuty{"read_over", DutyState::excused, ""}));
  EXPECT_TRUE(work.act(command::SettleDuty{"read_over", DutyState::excused, "the informant is in hospital"}));
  EXPECT_FALSE(work.act(command::SettleDuty{"no_such", DutyState::done, ""}));
}

TEST(Duties, a_term_that_ran_out_needs_a_recorded_reason) {
  CaseAtWork work = ready_to_finalise("64(1)");
  ASSERT_NE(work.state.duty("medical_examination"), nullptr);
  EXPECT_EQ(*work.state.duty("medical_examination")->due, work.state.received_at + hours(24));
  work.now += hours(30);
  EXPECT_FALSE(work.act(command::SettleDuty{"medical_examination", DutyState::done, ""}));
  EXPECT_TRUE(
      work.act(command::SettleDuty{"medical_examination", DutyState::done, "the nearest doctor is 90 km away"}));
}

TEST(Duties, an_electronic_complaint_is_signed_within_three_days) {
  CaseAtWork work = ready_to_finalise();
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("information.kind", "electronic")}}));
  EXPECT_EQ(work.state.duty("read_over")->state, DutyState::lapsed);
  EXPECT_EQ(work.state.duty("information_kind")->state, DutyState::done);
  EXPECT_EQ(*work.state.duty("electronic_signature")->due, work.state.received_at + hours(72));
}

TEST(Duties, after_finalising_those_of_the_registered_report_begin_to_run) {
  CaseAtWork work = ready_to_finalise();
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("information.kind", "written")}}));
  work.settle_duties();
  EXPECT_EQ(work.state.duty("progress_told")->state, DutyState::done);  // settle_duties settled all
  CaseAtWork fresh = ready_to_finalise();
  ASSERT_TRUE(fresh.act(command::EnterFacts{{fact("information.kind", "written")}}));
  ASSERT_TRUE(fresh.act(command::SettleDuty{"read_over", DutyState::done, ""}));
  ASSERT_TRUE(fresh.approve(Step::final_report));
  EXPECT_EQ(*fresh.state.duty("progress_told")->due, fresh.state.finalised->at + 90 * hours(24));
  EXPECT_TRUE(is_broken(*fresh.state.duty("copy_to_informant"), fresh.now + hours(25)));
}

TEST(Duties, facts_of_the_report_are_closed_when_it_is_final_and_the_stations_are_not) {
  CaseAtWork work = ready_to_finalise();
  ASSERT_TRUE(work.act(command::EnterFacts{{fact("information.kind", "written")}}));
  work.settle_duties();
  ASSERT_TRUE(work.approve(Step::final_report));
  EXPECT_EQ(work.act(command::EnterFacts{{fact("occurrence.place", "Pune")}}).error().code, ErrorCode::conflict);
  EXPECT_TRUE(work.act(command::EnterFacts{{fact("fir.number", "0123")}}));
  EXPECT_EQ(work.act(command::Reopen{Step::summary, "x"}).error().code, ErrorCode::conflict);
}

// ---- sensitive cases ----

TEST(Sensitive, the_victims_name_is_kept_out_of_the_summary_and_the_redacted_copy) {
  CaseAtWork work;
  work.open("I am Sunita Devi. I was harassed on 5 May 2026.");
  Preparation made = work.made();
  made.sensitive = true;
  made.protected_names = {"Sunita Devi"};
  made.summary = "Sunita Devi reports harassment. An FIR is proposed.";
  ASSERT_TRUE(work.act(command::TakePreparation{work.state.basis, Step::summary, made}, "machine"));
  EXPECT_EQ(work.state.step(Step::summary).version()->text.find("Sunita"), std::string::npos);
  EXPECT_NE(form_text(work.state).find("Sunita Devi"), std::string::npos);
  const std::string others = publish::write_plain(form_sheet(without_identities(form_facts(work.state))));
  EXPECT_EQ(others.find("Sunita"), std::string::npos);
  EXPECT_EQ(others.find("Devi"), std::string::npos);
  ASSERT_TRUE(work.approve(Step::transcript));
  EXPECT_EQ(work.act(command::Edit{Step::summary, 1, "sunita was harassed."}).error().code,
            ErrorCode::invalid_argument);
}

TEST(Sensitive, a_person_may_decide_it_and_the_machine_does_not_undo_that) {
  CaseAtWork work;
  work.open();
  work.prepare();
  EXPECT_FALSE(work.state.sensitive);
  ASSERT_TRUE(work.act(command::MarkSensitive{true, ""}));
  ASSERT_TRUE(work.act(command::Edit{Step::transcript, 1, "My phone was stolen."}));
  work.prepare();
  EXPECT_TRUE(work.state.sensitive);
  EXPECT_FALSE(work.act(command::MarkSensitive{false, ""}));
}

}  // namespace
}  // namespace dossier::fir
