#include "desks/fir/statutes.h"

#include "desks/fir/draft_json.h"
#include "desks/fir/knowledge_files.h"
#include "desks/fir/limits.h"
#include "desks/fir/offences_page.h"
#include "desks/fir/preparation.h"
#include "desks/fir/statute_lines.h"
#include "desks/fir/statute_store.h"
#include "desks/fir/statute_views.h"
#include "desks/fir/statutes_command.h"
#include "desks/fir/store_schema.h"
#include "fir/draft.h"
#include "publish/html.h"
#include "store/testing.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace dossier::desks::fir {
namespace {

const char* kSample = DOSSIER_COMPLAINTS "/sample_act.jsonl";

Statutes sample() {
  return Statutes(read_statute_file(kSample, {}).value());
}

TEST(Statutes, a_section_is_found_however_it_is_written_and_a_sub_section_in_its_section) {
  const Statutes statutes = sample();
  ASSERT_NE(statutes.find("Lamp Act", "4"), nullptr);
  EXPECT_EQ(statutes.find("lamp act", "4 (2)"), statutes.find("Lamp Act", "4"));
  EXPECT_EQ(statutes.find("Lamp Act", "4(1)(a)"), statutes.find("Lamp Act", "4"));
  EXPECT_EQ(statutes.find("Lamp Act", "4a")->title, "Breaking a lamp");
  EXPECT_EQ(statutes.find("Lamp Act", "5"), nullptr);
  EXPECT_EQ(statutes.find("Lamp Act", ""), nullptr);
  EXPECT_EQ(statutes.find("BNS", "304"), nullptr);
}

TEST(Statutes, words_find_sections_and_the_line_that_speaks_of_them) {
  const Statutes statutes = sample();
  const auto found = statutes.search("Who breaks glass with stones?", "", 5);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].section->section, "4A");
  const auto line = statutes.search("lantern", "", 5);
  ASSERT_EQ(line.size(), 1u);
  EXPECT_EQ(line[0].excerpt, "Explanation. A lantern counts as a lamp.");
  EXPECT_EQ(statutes.search("taking", "bns", 5).at(0).section->section, "303");
  EXPECT_EQ(statutes.search("lamp", "", 2).size(), 2u);
  EXPECT_TRUE(statutes.search("of the", "", 5).empty());
}

TEST(StatuteLines, every_faulty_line_is_named_at_once) {
  const auto read = read_statute_lines(
      "\n{\"act\":\"A\",\"section\":1,\"text\":\"t\"}\n[]\n{\"act\":\"A\"}\nnot json\n"
      "{\"act\":\"a\",\"section\":\"1\",\"text\":\"u\",\"source\":\"s\"}\n"
      "{\"act\":7.5,\"section\":\"2\",\"text\":\"\xff\",\"source\":\"s\"}\n",
      {});
  std::string all;
  for (const std::string& fault : read.faults) all += fault + "\n";
  for (const char* told : {"line 2: has no \"source\"", "line 3: is no JSON object", "line 4: has no \"section\"",
                           "line 4: has no \"text\"", "line 5: is no JSON object", "line 7: is no UTF-8"})
    EXPECT_NE(all.find(told), std::string::npos) << told << "\n" << all;
}

TEST(StatuteLines, a_section_stands_once_and_within_the_limits) {
  const std::string line = "{\"act\":\"A\",\"section\":\"1\",\"text\":\"t\",\"source\":\"s\"}\n";
  EXPECT_TRUE(read_statute_lines(line, {}).faults.empty());
  EXPECT_EQ(read_statute_lines(line + line, {}).faults.at(0), "line 2: A 1 stands in line 1 too");
  EXPECT_EQ(read_statute_lines("", {}).faults.size(), 1u);
  const std::string text(limits::kStatuteTextBytesMax + 1, 'x');
  const std::string longer = "{\"act\":\"A\",\"section\":\"1\",\"source\":\"s\",\"text\":\"" + text + "\"}\n";
  EXPECT_NE(read_statute_lines(longer, {}).faults.at(0).find("longer than"), std::string::npos);
  std::string many;
  for (std::size_t i = 0; i <= limits::kStatuteSectionsMax; ++i)
    many += "{\"act\":\"A\",\"section\":" + std::to_string(i) + ",\"text\":\"t\",\"source\":\"s\"}\n";
  EXPECT_NE(read_statute_lines(many, {}).faults.at(0).find("load fewer"), std::string::npos);
  std::string faulty;
  for (std::size_t i = 0; i < limits::kStatuteFaultsMax + 5; ++i) faulty += "no\n";
  EXPECT_EQ(read_statute_lines(faulty, {}).faults.back(), "and 5 faults more");
}

TEST(StatuteLines, what_a_line_does_not_say_the_command_or_the_name_of_the_file_does) {
  const auto read = read_statute_lines("{\"section\":303,\"text\":\"t\",\"chapter\":\"XVII\"}", {"BNS", "the gazette"});
  ASSERT_EQ(read.sections.size(), 1u);
  EXPECT_EQ(read.sections[0], (StatuteSection{"BNS", "303", "", "t", "the gazette"}));
  EXPECT_EQ(read_statute_file("/no/such/file", {}).error().code, ErrorCode::not_found);
}

class StatuteCommand : public testing::Test {
 protected:
  int load(const std::string& file, const std::string& act = "") {
    return run_statutes_load(*database_, {{file}, act, ""}, WallTime{}, out_, err_);
  }
  std::string look(const StatutesLook& look) {
    out_.str("");
    run_statutes_look(*database_, look, out_, err_);
    return out_.str();
  }

  store::TemporaryFolder folder_;
  std::unique_ptr<store::Database> database_ =
      store::Database::open({.folder = folder_.path(), .migrations = migrations_for_tests()}).value();
  std::ostringstream out_, err_;

 private:
  static std::vector<store::Migration> migrations_for_tests() {
    auto all = store::migrations();
    for (auto& one : migrations()) all.push_back(std::move(one));
    return all;
  }
};

TEST_F(StatuteCommand, what_was_loaded_is_listed_shown_searched_replaced_and_taken_away) {
  EXPECT_NE(look({}).find("no text of the law is loaded"), std::string::npos);
  ASSERT_EQ(load(kSample), 0) << err_.str();
  EXPECT_NE(look({}).find("Lamp Act: 3 section(s), source: written for the tests"), std::string::npos) << out_.str();
  const std::string shown = look({.section = "Lamp Act 4(2)"});
  EXPECT_NE(shown.find("light it for a week"), std::string::npos);
  EXPECT_NE(shown.find(kStatuteNotice), std::string::npos);
  EXPECT_NE(look({.words = "broken glass"}).find("Lamp Act 4A"), std::string::npos);

  const std::string file = folder_.path() / "new.jsonl";
  std::ofstream(file) << "{\"section\":\"9\",\"text\":\"new\"}\n";
  ASSERT_EQ(load(file, "lamp act"), 0) << err_.str();
  EXPECT_NE(look({}).find("lamp act: 1 section(s), source: new.jsonl"), std::string::npos) << out_.str();
  EXPECT_EQ(run_statutes_remove(*database_, "LAMP ACT", out_, err_), 0);
  EXPECT_EQ(run_statutes_remove(*database_, "LAMP ACT", out_, err_), 3);
  EXPECT_EQ(look({}).find("amp"), std::string::npos);
}

TEST_F(StatuteCommand, a_file_with_a_fault_is_not_loaded) {
  const std::string file = folder_.path() / "faulty.jsonl";
  std::ofstream(file) << "{\"act\":\"A\",\"section\":\"9\",\"text\":\"new\"}\nnothing\n";
  EXPECT_EQ(load(file), 3);
  EXPECT_NE(err_.str().find("line 2"), std::string::npos) << err_.str();
  EXPECT_NE(look({}).find("no text of the law is loaded"), std::string::npos);
}

// A case as the workflow keeps it, with what the rules proposed.
dossier::fir::Case case_of(const dossier::fir::Draft& draft) {
  dossier::fir::Case state;
  state.file_number = "D-2026-000001";
  const auto made = preparation_of(draft);
  auto& step = state.step(dossier::fir::Step::offences);
  step.current = 1;
  step.versions.push_back({.number = 1, .offences = made.offences, .details = made.details});
  return state;
}

TEST(OffencesPage, shows_the_users_text_beside_the_proposal_and_marks_it) {
  const auto knowledge = load_knowledge("").value();
  const auto draft = draft_complaint(knowledge, "My cycle worth 7,000 was stolen on 5 May 2026 from the market.",
                                     Date::of(2026, 6, 1), {})
                         .value();
  const auto state = case_of(draft);
  const Statutes statutes = sample();
  const std::string page = publish::write_html(offences_sheet(state, statutes));
  EXPECT_NE(page.find("the taking of a thing that is another"), std::string::npos);
  EXPECT_NE(page.find("Source: written for the tests. Text loaded by the user"), std::string::npos);
  const auto views = statutes_of(statutes, state.offences());
  ASSERT_EQ(views.size(), 1u);
  EXPECT_EQ(views[0].shown_for, "BNS 303(2)");

  const std::string without = publish::write_html(offences_sheet(state, Statutes()));
  EXPECT_EQ(without.find("Source:"), std::string::npos);
  EXPECT_NE(without.find("taken away without the possessor"), std::string::npos);
}

}  // namespace
}  // namespace dossier::desks::fir
