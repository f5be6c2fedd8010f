#include "fir/experience.h"

#include <gtest/gtest.h>

namespace dossier::fir {
namespace {

std::vector<Experience::Likeness> likeness(const Experience& experience, const std::string& words, double least) {
  return experience.of(reading::Text::of(words).value(), least);
}

TEST(Experience, weighs_words_and_pairs_within_a_sentence) {
  const auto experience = Experience::read("section\tBNS 1\t0\nword\tlock break\t1\t0:3\n").value();
  EXPECT_EQ(likeness(experience, "the lock broken", 0.9).size(), 1u);
  EXPECT_TRUE(likeness(experience, "He saw the lock. Broken glass lay there.", 0.9).empty());
}

TEST(Experience, says_which_words_speak_for_a_section_in_the_order_of_the_text) {
  const auto experience =
      Experience::read("section\tBNS 1\t-1\nword\tgo\t1\t0:2\nword\tgoat\t1\t0:3\nword\tkind\t1\t0:-1\n").value();
  const auto found = likeness(experience, "A kind man saw the goat gone.", 0.5);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].words.size(), 2u);
  EXPECT_EQ(found[0].words[0].first, 5u);
  EXPECT_EQ(found[0].words[1].first, 6u);
}

TEST(Experience, a_text_of_unknown_words_is_like_what_is_common) {
  const auto experience = Experience::read("section\tBNS 1\t-3\nword\tgoat\t1\t0:9\n").value();
  EXPECT_TRUE(likeness(experience, "Nothing of the kind.", 0.25).empty());
  EXPECT_TRUE(likeness(experience, "", 0.25).empty());
}

TEST(Experience, names_the_line_it_cannot_read) {
  for (const std::string line : {"verse\ta\t1", "word\tgoat\tx", "word\tgoat\t1\t1:2", "section\t\t1"}) {
    const auto read = Experience::read("section\tBNS 1\t0\n" + line + "\n");
    ASSERT_FALSE(read) << line;
    EXPECT_NE(read.error().text().find("line 2"), std::string::npos) << read.error().text();
  }
}

}  // namespace
}  // namespace dossier::fir
