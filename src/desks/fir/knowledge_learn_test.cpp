#include "desks/fir/knowledge_learn.h"

#include "fir/experience.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace dossier::desks::fir {
namespace {

// A file of labelled complaints: goats are stolen (303(2)), gates are broken (324(4)).
std::string goats_and_gates() {
  const std::string file = std::filesystem::temp_directory_path() / "dossier_knowledge_learn_test.jsonl";
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
  std::ostringstream out, err;
  ASSERT_EQ(run_knowledge_learn({{goats_and_gates()}, ""}, out, err), 0) << err.str();
  const auto experience = dossier::fir::Experience::read(out.str());
  ASSERT_TRUE(experience) << experience.error().text();
  const auto first = [&](const std::string& words) {
    const auto found = experience->of(reading::Text::of(words).value(), 0.1);
    return found.empty() ? std::string() : found.front().section;
  };
  EXPECT_EQ(first("My goat was gone from the yard in the morning."), "BNS 303(2)");
  EXPECT_EQ(first("They had broken the gate at night."), "BNS 324(4)");
}

TEST(KnowledgeLearn, names_the_file_and_line_it_cannot_read) {
  const std::string file = std::filesystem::temp_directory_path() / "dossier_knowledge_learn_bad.jsonl";
  std::ofstream(file) << "{\"text\": \"a\", \"route\": \"FIR\"}\n{}\n";
  std::ostringstream out, err;
  EXPECT_EQ(run_knowledge_learn({{file}, ""}, out, err), 3);
  EXPECT_NE(err.str().find("line 2"), std::string::npos) << err.str();
}

}  // namespace
}  // namespace dossier::desks::fir
