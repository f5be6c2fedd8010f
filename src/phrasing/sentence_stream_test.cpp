#include "phrasing/sentence_stream.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace dossier::phrasing {
namespace {

class SentenceStreamTest : public testing::Test {
 protected:
  // What is handed on of a text that comes in such pieces; what holds an X fails.
  std::vector<std::string> handed_on(const std::vector<std::string>& pieces) {
    SentenceStream::Check check = [](const std::string& text) -> std::vector<grounding::Finding> {
      if (text.find('X') == std::string::npos) return {};
      return std::vector<grounding::Finding>(1);
    };
    std::vector<std::string> sentences;
    {
      async::Pool pool({.name = "test", .threads = 2, .queue_max = 8});
      const auto stream = SentenceStream::make(pool, check, [&](const std::string& one) { sentences.push_back(one); });
      for (const std::string& piece : pieces) stream->take(piece);
      while (pool.counters().waiting + pool.counters().running > 0) std::this_thread::yield();
    }
    return sentences;
  }
};

using Texts = std::vector<std::string>;

TEST_F(SentenceStreamTest, sentences_are_handed_on_as_they_end_however_the_pieces_are_cut) {
  EXPECT_EQ(handed_on({"It inv", "ests in robots [1", "]. ", "It has ten companies [2]. The la", "st"}),
            (Texts{"It invests in robots [1].", "It has ten companies [2]."}));
}

TEST_F(SentenceStreamTest, what_has_not_ended_is_not_handed_on) {
  EXPECT_EQ(handed_on({"It invests in robots [1]."}), Texts{}) << "it may go on";
  EXPECT_EQ(handed_on({"It invests in robots, so Mr. Grey says. "}), Texts{}) << "it cites nothing yet";
}

TEST_F(SentenceStreamTest, citations_that_stand_together_end_one_sentence) {
  EXPECT_EQ(handed_on({"It invests in robots [1][2]. And more"}), Texts{"It invests in robots [1][2]."});
}

TEST_F(SentenceStreamTest, after_one_that_fails_no_more_is_handed_on) {
  EXPECT_EQ(handed_on({"True [1]. Wrong X [1]. True again [1]. ", "And again [1]. "}), Texts{"True [1]."});
}

}  // namespace
}  // namespace dossier::phrasing
