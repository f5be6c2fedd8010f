#include "phrasing/grounded_writer.h"

#include "models/run_for_tests.h"
#include "phrasing/scripted_model.h"

#include <gtest/gtest.h>

namespace dossier::phrasing {
namespace {

class GroundedWriterTest : public testing::Test {
 protected:
  GroundedText write(ScriptedModel& model, GroundedWriter::OnSentence on_sentence = {}) {
    const GroundedWriter writer({model, pool, log, metrics});
    const std::vector<grounding::SourceText> sources = {{"He lost 9,000 rupees on 5 May 2026 near the market.", ""}};
    GroundedWriter::Check check = [sources](const std::string& text) { return grounding::check(text, sources); };
    models::TextRequest request{.messages = {{models::Speaker::user, "?"}}, .tokens_max = 50};
    async::Task<GroundedText> writing = writer.write({.deadline = Deadline::after(std::chrono::milliseconds(500))},
                                                     std::move(request), check, std::move(on_sentence));
    return models::run(loop, std::move(writing));
  }

  boost::asio::io_context loop{1};
  async::Pool pool{{.name = "test", .threads = 1, .queue_max = 8}};
  Log log{{.descriptor = -1}};
  Metrics metrics;
};

TEST_F(GroundedWriterTest, gives_words_that_pass) {
  ScriptedModel model([](const auto&, int) { return said("He lost 9,000 rupees near the market."); });
  const GroundedText text = write(model);
  EXPECT_EQ(text.failed, "");
  EXPECT_EQ(text.writer, "text-1");
  EXPECT_FALSE(text.repaired);
}

TEST_F(GroundedWriterTest, has_what_fails_written_again_once_with_what_was_wrong) {
  std::string told;
  ScriptedModel model([&](const models::TextRequest& request, int number) {
    told = request.messages.back().text;
    return said(number == 0 ? "He lost 8,000 rupees near the market." : "He lost 9,000 rupees near the market.");
  });
  const GroundedText text = write(model);
  EXPECT_EQ(text.failed, "");
  EXPECT_TRUE(text.repaired);
  EXPECT_NE(told.find("number: 8,000"), std::string::npos) << told;
}

TEST_F(GroundedWriterTest, gives_no_words_that_fail_twice) {
  ScriptedModel model([](const auto&, int) { return said("He lost 8,000 rupees near the market."); });
  const GroundedText text = write(model);
  EXPECT_EQ(text.failed, "ungrounded");
  EXPECT_EQ(text.text, "");
  EXPECT_EQ(model.asked, 2);
}

TEST_F(GroundedWriterTest, hands_on_the_sentences_that_pass_before_the_whole_does) {
  std::vector<std::string> sentences;
  ScriptedModel model([](const auto&, int number) {
    return said(number == 0 ? "He lost 9,000 rupees [1]. He lost 8,000 rupees [1]. Near the market [1]. And"
                            : "He lost 9,000 rupees near the market [1].");
  });
  const GroundedText text = write(model, [&](const std::string& one) { sentences.push_back(one); });
  EXPECT_EQ(sentences, std::vector<std::string>{"He lost 9,000 rupees [1]."});
  EXPECT_EQ(text.text, "He lost 9,000 rupees near the market [1].");
  EXPECT_TRUE(text.repaired);
}

TEST_F(GroundedWriterTest, says_why_there_are_no_words) {
  for (const auto& [code, reason] :
       {std::pair(ErrorCode::over_capacity, "full"), std::pair(ErrorCode::unavailable, "unavailable"),
        std::pair(ErrorCode::deadline_exceeded, "late")}) {
    ScriptedModel model([code = code](const auto&, int) { return Error{code, "as ordered"}; });
    EXPECT_EQ(write(model).failed, reason);
  }
  for (const auto& [ending, reason] :
       {std::pair(models::Ending::key, "key"), std::pair(models::Ending::resting, "resting"),
        std::pair(models::Ending::empty, "empty"), std::pair(models::Ending::unreachable, "unavailable")}) {
    ScriptedModel model([ending = ending](const models::TextRequest& request, int) {
      request.on_failure(ending);
      return Error{ErrorCode::unavailable, "as ordered"};
    });
    EXPECT_EQ(write(model).failed, reason);
  }
  ScriptedModel declining([](const auto&, int) { return said("NOT IN SOURCES."); });
  EXPECT_EQ(write(declining).failed, "declined");
}

}  // namespace
}  // namespace dossier::phrasing
