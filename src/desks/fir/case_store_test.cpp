#include "desks/fir/case_store.h"

#include "desks/fir/case_rows.h"
#include "desks/fir/case_search.h"
#include "desks/fir/store_schema.h"
#include "fir/case_for_tests.h"
#include "store/database.h"
#include "store/recorded_change.h"
#include "store/testing.h"

#include <gtest/gtest.h>

namespace dossier::desks::fir {
namespace {

using namespace dossier::fir;
using store::Session;
using store::Transaction;

struct Kept {
  Kept() : database(open(folder)) {}

  static std::unique_ptr<store::Database> open(const store::TemporaryFolder& where) {
    std::vector<store::Migration> steps = store::migrations();
    for (store::Migration& step : migrations()) steps.push_back(std::move(step));
    return store::Database::open({.folder = where.path(), .migrations = steps, .readers = 1}).value();
  }

  // Does the command to the case in memory and to the one in the tables.
  template <class C>
  void act(CaseAtWork& work, C what) {
    const std::size_t before = work.events.size();
    const Case old = work.state;
    work.act(std::move(what)).value();
    if (work.events.size() == before) return;
    const CaseStore::Change change{old,
                                   work.state,
                                   {work.events.begin() + static_cast<std::ptrdiff_t>(before), work.events.end()},
                                   "officer",
                                   work.now};
    database->write_now([&](Transaction& t) { return cases.save(t, officer, change); }).value();
  }
  Case get(CaseId id) {
    return database->read_now([&](Session& s) { return CaseStore::get(s, id); }).value();
  }

  store::TemporaryFolder folder;
  ManualClock clock{WallTime(std::chrono::seconds(1'780'000'000))};
  const Context officer{.trace_id = "t1", .principal = "officer"};
  store::Journal journal{clock};
  CaseStore cases{journal};
  std::unique_ptr<store::Database> database;
};

// A case with something of everything: edits, discarded and stale versions, facts that changed, settled duties.
CaseAtWork eventful(Kept& kept) {
  CaseAtWork work;
  work.state.id = CaseId{1};
  kept.act(work, command::Open{"D-2026-000001", "My phone was stolen.", {fact("gd.entry", "7")}, {}});
  kept.act(work, command::TakePreparation{work.state.basis, Step::summary, work.made()});
  kept.act(work, command::Edit{Step::transcript, 1, "My red phone was stolen."});
  Preparation made = work.made();
  made.sensitive = true;
  made.protected_names = {"Sunita Devi"};
  made.questions = {{"occurrence.date", "On what day?"}};
  made.offences.front().duties = {"woman_officer", "identity"};
  kept.act(work, command::TakePreparation{work.state.basis, Step::summary, made});
  kept.act(work, command::Approve{Step::transcript, 2});
  kept.act(work, command::SendBack{Step::summary, 2, "too short"});
  kept.act(work, command::TakePreparation{work.state.basis, Step::summary, made});
  kept.act(work, command::Approve{Step::summary, 3});
  kept.act(work, command::EnterFacts{{fact("gd.entry", "8"), fact("information.kind", "written")}});
  kept.act(work, command::SettleDuty{"read_over", DutyState::excused, "in hospital"});
  kept.act(work, command::Reopen{Step::transcript, "a word is missing"});
  return work;
}

TEST(CaseStore, gives_back_the_very_case_that_was_saved) {
  Kept kept;
  const CaseAtWork work = eventful(kept);
  EXPECT_TRUE(kept.get(CaseId{1}) == work.state);
}

TEST(CaseStore, a_case_is_rebuilt_from_the_journal_alone) {
  Kept kept, empty;
  const CaseAtWork work = eventful(kept);
  std::vector<std::string> payloads;
  kept.database
      ->read_now([&](Session& s) {
        return store::Journal::each(s, [&](const store::Event& event) -> Result<void> {
          payloads.push_back(event.payload.value());
          return {};
        });
      })
      .value();
  EXPECT_EQ(payloads.size(), 11u);
  for (const std::string& payload : payloads)
    empty.database->write_now([&](Transaction& t) { return store::replay(t, payload); }).value();
  EXPECT_TRUE(empty.get(CaseId{1}) == work.state);
}

TEST(CaseStore, keeps_a_case_that_came_as_a_file_and_knows_the_file_again) {
  Kept kept;
  CaseAtWork work;
  work.state.id = CaseId{1};
  const Original original{OriginalKind::picture, "letter.png", "png", 12, "ab12", "hi"};
  kept.act(work, command::Open{"D-2026-000001", "", {}, {}, original});
  EXPECT_TRUE(kept.get(CaseId{1}) == work.state);
  EXPECT_EQ(status_of(work.state), "transcribing");
  kept.act(work, command::FailTranscript{"no server"});
  EXPECT_EQ(status_of(work.state), "no_transcript");
  kept.act(work, command::Edit{Step::transcript, 0, "My phone was stolen."});
  EXPECT_TRUE(kept.get(CaseId{1}) == work.state);
  const auto known = kept.database->read_now([](Session& s) { return CaseStore::find_same_text(s, "ab12"); });
  EXPECT_EQ(known.value(), CaseId{1});
}

TEST(CaseStore, knows_a_text_that_came_before) {
  Kept kept;
  eventful(kept);
  const auto find = [&](const std::string& text) {
    return kept.database->read_now([&](Session& s) { return CaseStore::find_same_text(s, text); }).value();
  };
  EXPECT_EQ(find("My phone was stolen."), CaseId{1});
  EXPECT_EQ(find("My phone was lost."), std::nullopt);
}

TEST(CaseStore, of_a_recording_no_word_is_found_before_its_transcript_was_approved) {
  Kept kept;
  CaseAtWork work;
  work.state.id = CaseId{1};
  const auto found = [&] {
    CaseQuery query;
    query.q = "phone";
    return kept.database->read_now([&](Session& s) { return search_cases(s, query); }).value().items.size();
  };
  kept.act(work,
           command::Open{"D-2026-000001", "", {}, {}, Original{OriginalKind::recording, "a.wav", "wav", 9, "ab", ""}});
  kept.act(work, command::TakeTranscript{"My phone was stolen.", ""});
  EXPECT_EQ(found(), 0u);
  kept.act(work, command::Approve{Step::transcript, 1, ""});
  EXPECT_EQ(found(), 1u);
}

TEST(CaseStore, of_a_sensitive_case_the_complaint_is_not_searched) {
  Kept kept;
  eventful(kept);
  const auto found = [&](const std::string& words) {
    CaseQuery query;
    query.q = words;
    return kept.database->read_now([&](Session& s) { return search_cases(s, query); }).value().items.size();
  };
  EXPECT_EQ(found("theft"), 1u);  // of the summary
  EXPECT_EQ(found("phone"), 0u);  // of the complaint alone
}

TEST(CaseRows, authorship_survives_its_column) {
  const Authorship runs = {{{0, 3}, Author::informant}, {{3, 10}, Author::officer}, {{10, 11}, Author::machine}};
  EXPECT_EQ(text_of(runs), "i3 o7 m1");
  EXPECT_EQ(authorship_of("i3 o7 m1"), runs);
  EXPECT_TRUE(authorship_of("").empty());
}

}  // namespace
}  // namespace dossier::desks::fir
