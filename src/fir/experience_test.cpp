#include "fir/experience.h"

#include <gtest/gtest.h>

namespace dossier::fir {
namespace {

// Those at least `least` likely by their words.
std::vector<Experience::Likeness> likeness(const Experience& experience, const std::string& words, double least) {
  auto all = experience.of(reading::Text::of(words).value());
  std::erase_if(all, [&](const auto& one) { return logistic(one.score) < least; });
  return all;
}

TEST(Experience, weighs_words_and_pairs_within_a_sentence) {
  const auto experience = Experience::read("section\tBNS 1\t0\t9\nword\tlock break\t1\t0:3\n").value();
  EXPECT_EQ(likeness(experience, "the lock broken", 0.9).size(), 1u);
  EXPECT_TRUE(likeness(experience, "He saw the lock. Broken glass lay there.", 0.9).empty());
}

TEST(Experience, says_which_words_speak_for_a_section_in_the_order_of_the_text) {
  const auto experience =
      Experience::read("section\tBNS 1\t-1\t9\nword\tgo\t1\t0:2\nword\tgoat\t1\t0:3\nword\tkind\t1\t0:-1\n").value();
  const std::string text = "A kind man saw the goat gone.";
  ASSERT_EQ(likeness(experience, text, 0.5).size(), 1u);
  const auto words = experience.telling(reading::Text::of(text).value(), 0);
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(words[0].first, 5u);
  EXPECT_EQ(words[1].first, 6u);
}

TEST(Experience, names_every_section_the_likeliest_first_with_its_lessons) {
  const auto experience =
      Experience::read("section\tBNS 1\t-3\t9\nsection\tBNS 2\t-2\t4\nword\tgoat\t1\t0:2\n").value();
  const auto all = experience.of(reading::Text::of("The goat.").value());
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].section, "BNS 1");
  EXPECT_EQ(all[0].lessons, 9u);
  EXPECT_DOUBLE_EQ(all[0].score, -1);
  EXPECT_DOUBLE_EQ(all[1].score, -2);
}

TEST(Experience, knows_which_sections_stand_together_and_which_never_do) {
  const auto experience = Experience::read(
                              "texts\t100\nsection\tBNS 1\t0\t20\nsection\tBNS 2\t0\t20\nsection\tBNS 3\t0\t30\n"
                              "section\tBNS 4\t0\t9\nbeside\t0\t1\t15\n")
                              .value();
  EXPECT_GT(experience.beside(0, 1), 1);
  EXPECT_GT(experience.beside(1, 0), 1);
  EXPECT_LT(experience.beside(0, 2), -1);
  EXPECT_EQ(experience.beside(3, 2), 0) << "nine lessons say nothing of company";
}

TEST(Experience, a_text_of_unknown_words_is_like_what_is_common) {
  const auto experience = Experience::read("section\tBNS 1\t-3\t9\nword\tgoat\t1\t0:9\n").value();
  EXPECT_TRUE(likeness(experience, "Nothing of the kind.", 0.25).empty());
  EXPECT_TRUE(likeness(experience, "", 0.25).empty());
}

TEST(Experience, finds_every_word_wherever_it_stands) {
  std::string tsv = "section\tBNS 1\t-1\t9\n";
  const std::vector<std::string> words = {"ant", "bee", "bee hive", "cow", "dog", "eel", "fox"};
  for (const std::string& word : words) tsv += "word\t" + word + "\t1\t0:9\n";
  const auto experience = Experience::read(tsv).value();
  EXPECT_TRUE(experience.faults().empty());
  for (const std::string& word : words) EXPECT_EQ(likeness(experience, word, 0.5).size(), 1u) << word;
  for (const std::string word : {"aardvark", "bear", "dot", "gnu"})
    EXPECT_TRUE(likeness(experience, word, 0.5).empty()) << word;
}

TEST(Experience, an_empty_line_among_the_words_ends_no_search_and_is_a_fault) {
  const auto experience = Experience::read("section\tBNS 1\t-1\t9\nword\tcow\t1\t0:9\n\n").value();
  EXPECT_TRUE(likeness(experience, "zebra", 0.5).empty());
  EXPECT_TRUE(likeness(experience, "ant", 0.5).empty());
  EXPECT_EQ(experience.faults().size(), 1u);
}

TEST(Experience, names_what_it_cannot_read) {
  const auto bad = Experience::read("section\tBNS 1\t0\t9\nsection\t\t1\t9\n");
  ASSERT_FALSE(bad);
  EXPECT_NE(bad.error().text().find("line 2"), std::string::npos) << bad.error().text();
  for (const std::string line : {"texts\tmany", "beside\t0\t1\t4", "verse\t1", "section\tBNS 2\t0"})
    EXPECT_FALSE(Experience::read("section\tBNS 1\t0\t9\n" + line + "\n")) << line;
  for (const std::string line : {"word\tgoat\tx", "word\tgoat\t1\t1:2", "word\tgoat\t1\t0:2\nword\tcow\t1\t0:2"})
    EXPECT_EQ(Experience::read("section\tBNS 1\t0\t9\n" + line + "\n").value().faults().size(), 1u) << line;
}

}  // namespace
}  // namespace dossier::fir
