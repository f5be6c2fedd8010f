#include "retrieval/lexical_index.h"

#include <gtest/gtest.h>

namespace dossier::retrieval {
namespace {

LexicalIndex index_of(std::initializer_list<std::string_view> passages) {
  LexicalIndex index;
  for (auto passage : passages) index.add(passage);
  return index;
}

TEST(LexicalIndex, finds_the_passage_that_shares_the_rare_words) {
  auto index = index_of({"The fund invests in companies.", "The fund's auditor is Grey & Partners.",
                         "The fund strategy: the fund buys funds."});
  auto hits = index.search("Who is the auditor of the fund?", 3);
  ASSERT_FALSE(hits.empty());
  EXPECT_EQ(hits[0].passage, 1u);
  EXPECT_DOUBLE_EQ(hits[0].coverage, 1.0);
}

TEST(LexicalIndex, compares_words_by_their_stem_without_case_and_accents) {
  auto index = index_of({"Die Ausschüttung an die Anleger", "INVESTMENTS were made in Européan companies"});
  EXPECT_EQ(index.search("ausschuttung", 1).at(0).passage, 0u);
  EXPECT_EQ(index.search("investing european company", 1).at(0).passage, 1u);
  EXPECT_DOUBLE_EQ(index.search("investing european company", 1).at(0).coverage, 1.0);
}

TEST(LexicalIndex, tells_how_much_of_the_question_a_passage_covers) {
  auto index = index_of({"The management fee is two percent.", "Nothing else."});
  auto hit = index.search("management fee offset", 1).at(0);
  EXPECT_GT(hit.coverage, 0.3);
  EXPECT_LT(hit.coverage, 0.8);
}

TEST(LexicalIndex, finds_nothing_for_words_that_mean_nothing) {
  auto index = index_of({"What is the fund?"});
  EXPECT_TRUE(index.search("what is the", 5).empty());
  EXPECT_TRUE(index.search("", 5).empty());
  EXPECT_TRUE(LexicalIndex().search("fund", 5).empty());
}

TEST(LexicalIndex, gives_the_earlier_of_two_equal_passages_first) {
  auto index = index_of({"carried interest", "other words here", "carried interest"});
  auto hits = index.search("carried interest", 2);
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].passage, 0u);
  EXPECT_EQ(hits[1].passage, 2u);
}

}  // namespace
}  // namespace dossier::retrieval
