#include "fir/knowledge_check.h"

#include "fir/draft.h"
#include "fir/knowledge_for_tests.h"
#include "fir/knowledge_schema.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dossier::fir {
namespace {

// One complete entry, a line for each key; `change` replaces the line of its key, or is added.
std::string entry(const std::string& change) {
  std::vector<std::string> lines = {"[[offence]]",
                                    "section = \"115(2)\"",
                                    "title = \"Hurt\"",
                                    "punishment = \"up to 1 year\"",
                                    "max_years = 1",
                                    "cognizable = \"no\"",
                                    "bailable = \"yes\"",
                                    "court = \"Any Magistrate\"",
                                    "catch = \"He hit me.\"",
                                    "near_miss = \"He met me.\"",
                                    "ingredient = [ { id = \"hurt\", name = \"hurt\", any = [\"hit\"] } ]"};
  const std::string key = change.substr(0, change.find(" = ") + 3);
  const auto same = std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return line.starts_with(key); });
  if (same != lines.end())
    *same = change;
  else
    lines.push_back(change);
  std::string text = "act = \"BNS\"\n";
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// What is wrong beside the signals of the code, which no small file holds.
std::vector<KnowledgeFault> faults_of(const std::vector<KnowledgeFile>& files) {
  auto faults = check_files(files).faults;
  std::erase_if(faults, [](const KnowledgeFault& fault) { return fault.file == "signals" || fault.file == "words"; });
  return faults;
}

std::string told(const std::vector<KnowledgeFault>& faults) {
  std::string all;
  for (const KnowledgeFault& fault : faults) all += fault.text() + "\n";
  return all;
}

TEST(KnowledgeCheck, finds_nothing_wrong_with_a_sound_entry) {
  EXPECT_EQ(told(faults_of({{"body.toml", entry("ipc = [\"323\"]")}})), "");
}

TEST(KnowledgeCheck, refuses_a_bad_value_with_its_file_its_line_and_the_entry) {
  for (const char* change : {"max_years = -1",
                             "max_years = 101",
                             "max_years = \"one\"",
                             "ipc = [\"999999\"]",
                             "ipc = [\"512\"]",
                             "ipc = [\"323\", \"323\"]",
                             "route = \"BANANA\"",
                             "cognizable = \"perhaps\"",
                             "bailable = true",
                             "rank = -1",
                             "spread = 0",
                             "spread = 1.5",
                             "joint = \"yes\"",
                             "title = \"\"",
                             "colour = \"red\"",
                             "supersedes = [131]",
                             "rows = [ { any = [\"hit\"], cognizable = \"depends\" } ]",
                             "rows = [ { cognizable = \"no\" } ]",
                             "unless = [ { any = [\"hit\"] } ]",
                             "ingredient = [ { id = \"a\", name = \"b\", any = [\"$nobody\"] } ]"}) {
    const auto faults = faults_of({{"body.toml", entry(change)}});
    ASSERT_EQ(faults.size(), 1u) << change << "\n" << told(faults);
    EXPECT_TRUE(faults[0].stops) << change;
    EXPECT_EQ(faults[0].file, "body.toml") << change;
    EXPECT_GT(faults[0].line, 2) << change;
    EXPECT_TRUE(faults[0].what.starts_with("BNS 115(2): ")) << faults[0].text();
  }
}

TEST(KnowledgeCheck, names_what_does_not_fit_with_the_rest) {
  for (const char* change : {"depends_on = \"the value\"", "bailable = \"depends\"", "section = \"359\"",
                             "act = \"Arms Act\"\nipc = [\"1\"]", "supersedes = [\"BNS 131\"]", "duties = [\"none\"]",
                             "ingredient = [ { id = \"a\", name = \"b\", any = [\"hit\"] }, { id = \"a\", name = "
                             "\"c\", any = [\"hit\"] } ]"}) {
    const auto faults = faults_of({{"body.toml", entry(change)}});
    ASSERT_EQ(faults.size(), 1u) << change << "\n" << told(faults);
    EXPECT_FALSE(faults[0].stops) << change;
    EXPECT_EQ(faults[0].line, 2) << change;
  }
}

TEST(KnowledgeCheck, names_a_class_of_words_without_which_no_complaint_can_be_read) {
  EXPECT_TRUE(missing_word_classes(knowledge_for_tests()).empty());
  auto files = knowledge_files_for_tests();
  for (KnowledgeFile& file : files) {
    const auto at = file.text.find("\nwitness_verb = ");
    if (at != std::string::npos) file.text.insert(at + 1, "no_");
  }
  const Knowledge without = read_knowledge(files).knowledge;
  EXPECT_EQ(missing_word_classes(without), std::vector<std::string_view>{"witness_verb"});
}

TEST(KnowledgeCheck, names_every_fault_at_once_in_the_order_of_files_and_lines) {
  const std::string two =
      entry("max_years = -1") + entry("route = \"BANANA\"").substr(std::string("act = \"BNS\"\n").size());
  const auto faults =
      faults_of({{"b.toml", two}, {"a.toml", "[signals]\nhurt = [\"hit ~3\"]\n"}, {"c.toml", "act = \n"}});
  ASSERT_EQ(faults.size(), 4u) << told(faults);
  EXPECT_EQ(faults[0].text().substr(0, 8), "a.toml:2");
  EXPECT_EQ(faults[1].text().substr(0, 8), "b.toml:6");
  EXPECT_NE(faults[2].what.find("BANANA"), std::string::npos) << faults[2].text();
  EXPECT_EQ(faults[3].text().substr(0, 8), "c.toml:1");
}

TEST(KnowledgeCheck, names_what_stands_twice_over_several_files) {
  const auto faults =
      faults_of({{"a.toml", "[signals]\nhurt = [\"hit\"]\n[duties]\nmercy = \"m\"\n"},
                 {"b.toml", "[signals]\nhurt = [\"beat\"]\n[duties]\nmercy = \"m\"\n"},
                 {"c.toml", "[words]\nhouse = [\"hut\",\n  \"haveli\"]\ncolor = 7\nodd.key = [\"a\"]\n"}});
  ASSERT_EQ(faults.size(), 5u) << told(faults);
  EXPECT_EQ(faults[0].text(), "b.toml:2: signal 'hurt' stands in the knowledge twice");
  EXPECT_EQ(faults[1].text().substr(0, 8), "c.toml:3") << told(faults);
}

TEST(KnowledgeCheck, an_incomplete_entry_can_be_tried_and_is_named) {
  const std::string text =
      "[[offence]]\nact = \"BNS\"\nsection = \"1\"\ntitle = \"t\"\n"
      "ingredient = [ { id = \"a\", name = \"b\", any = [\"hit\"] } ]\n";
  EXPECT_TRUE(Knowledge::read({{"a.toml", text}}));
  const std::string all = told(faults_of({{"a.toml", text}}));
  for (const char* key : {"punishment", "max_years", "cognizable", "bailable", "court"})
    EXPECT_NE(all.find("needs '" + std::string(key) + "'"), std::string::npos) << all;
}

TEST(KnowledgeSchema, is_the_file_beside_the_knowledge_and_every_file_names_it) {
  std::ifstream in(std::string(DOSSIER_KNOWLEDGE) + "/schema.json");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), knowledge_schema())
      << "write it anew with `dossier knowledge schema > knowledge/schema.json`";
  for (const KnowledgeFile& file : knowledge_files_for_tests()) {
    if (file.name.ends_with(".toml")) EXPECT_TRUE(file.text.starts_with("#:schema ./schema.json\n")) << file.name;
  }
}

// Lawyers part and rename files: which file an entry stands in, and where, decides nothing.
TEST(KnowledgeReader, drafts_the_same_whatever_file_an_entry_stands_in) {
  auto files = knowledge_files_for_tests();
  for (KnowledgeFile& file : files) {
    if (file.name.ends_with(".toml")) file.name = (file.name.size() % 3 == 0 ? "a_" : "z_") + file.name;
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name > b.name; });
  const Knowledge other = Knowledge::read(files).value();
  int drafted = 0;
  for (const Offence& offence : knowledge_for_tests().offences()) {
    if (offence.catches.empty() || ++drafted % 4 != 0) continue;
    const auto draft = [&](const Knowledge& knowledge) {
      return draft_complaint(knowledge, offence.catches, Date::of(2026, 11, 2), {}).value().document;
    };
    EXPECT_EQ(draft(knowledge_for_tests()), draft(other)) << offence.id();
  }
}

}  // namespace
}  // namespace dossier::fir
