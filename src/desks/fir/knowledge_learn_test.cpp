#include "desks/fir/knowledge_learn.h"

#include "desks/fir/labelled_complaints.h"
#include "fir/experience.h"
#include "store/testing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace dossier::desks::fir {
namespace {

// A file of labelled complaints: goats are stolen (303(2)), gates are broken (324(4)).
std::string goats_and_gates(const store::TemporaryFolder& folder) {
  const std::string file = folder.path() / "lessons.jsonl";
  std::ofstream out(file);
  for (int i = 0; i < 12; ++i) {
    const bool goat = i % 2 == 0;
    out << R"({"text": ")"
        << (goat ? "In the morning the goat was gone from the yard of " : "At night the gate was broken by ")
        << std::string(1, static_cast<char>('a' + i)) << R"(", "route": "FIR", "acceptable": [], "gold": [")"
        << (goat ? "BNS 303(2)" : "BNS 324(4)") << "\"]}\n";
  }
  return file;
}

TEST(KnowledgeLearn, tells_sections_apart_by_their_words) {
  const store::TemporaryFolder folder;
  std::ostringstream out, err;
  ASSERT_EQ(run_knowledge_learn({{goats_and_gates(folder)}, ""}, out, err), 0) << err.str();
  const auto experience = dossier::fir::Experience::read(out.str());
  ASSERT_TRUE(experience) << experience.error().text();
  const auto first = [&](const std::string& words) {
    return experience->of(reading::Text::of(words).value()).front().section;
  };
  EXPECT_EQ(first("My goat was gone from the yard in the morning."), "BNS 303(2)");
  EXPECT_EQ(first("They had broken the gate at night."), "BNS 324(4)");
}

TEST(KnowledgeLearn, says_at_the_head_what_it_was_learned_from_in_whatever_order) {
  const store::TemporaryFolder folder;
  auto lessons = read_labelled_complaints(goats_and_gates(folder)).value();
  const std::string heading = lessons_heading(lessons);
  std::ostringstream out, err;
  ASSERT_EQ(run_knowledge_learn({{goats_and_gates(folder)}, ""}, out, err), 0) << err.str();
  EXPECT_NE(out.str().find("\n" + heading + "\n"), std::string::npos);
  std::reverse(lessons.begin(), lessons.end());
  EXPECT_EQ(lessons_heading(lessons), heading);
  lessons.front().gold.insert("BNS 305");
  EXPECT_NE(lessons_heading(lessons), heading);
}

TEST(KnowledgeLearn, names_the_file_and_line_it_cannot_read) {
  const store::TemporaryFolder folder;
  const std::string file = folder.path() / "bad.jsonl";
  std::ofstream(file) << "{\"text\": \"a\", \"route\": \"FIR\"}\n{}\n";
  std::ostringstream out, err;
  EXPECT_EQ(run_knowledge_learn({{file}, ""}, out, err), 3);
  EXPECT_NE(err.str().find("line 2"), std::string::npos) << err.str();
}

}  // namespace
}  // namespace dossier::desks::fir
