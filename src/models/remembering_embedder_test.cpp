#include "models/remembering_embedder.h"

#include "models/counting_embedder.h"
#include "models/limits.h"
#include "models/run_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::models {
namespace {

using async::Task;

class RememberingEmbedderTest : public testing::Test {
 protected:
  Result<std::vector<Vector>> embed(std::vector<std::string> texts) {
    return run(loop, embedder.embed({.deadline = Deadline::after(std::chrono::seconds(5))}, std::move(texts)));
  }
  // So many callers at the same time, each with a text of its own.
  Task<Result<void>> ask_together(int callers) {
    async::TaskScope scope(loop.get_executor());
    for (int i = 0; i < callers; ++i) {
      (void)scope.spawn([this, i]() -> Task<void> {
        Task<Result<std::vector<Vector>>> asking =
            embedder.embed({.deadline = Deadline::after(std::chrono::seconds(5))}, {std::string(1 + i % 50, 'x')});
        const auto vectors = co_await std::move(asking);
        right += vectors && vectors->at(0)[0] == static_cast<float>(1 + i % 50);
      });
    }
    Task<Result<void>> waiting = scope.wait(Deadline::after(std::chrono::seconds(5)));
    co_return co_await std::move(waiting);
  }

  boost::asio::io_context loop{1};
  Metrics metrics;
  CountingEmbedder inner;
  RememberingEmbedder embedder{60, {inner, loop.get_executor(), metrics}};
  int right = 0;
};

TEST_F(RememberingEmbedderTest, texts_of_many_callers_go_out_together_and_each_once) {
  ASSERT_TRUE(run(loop, ask_together(100)));
  EXPECT_EQ(right, 100);
  EXPECT_EQ(inner.batches, (std::vector<std::size_t>{limits::kEmbeddingBatchMax, 50 - limits::kEmbeddingBatchMax}));
}

TEST_F(RememberingEmbedderTest, a_text_is_embedded_once_and_remembered) {
  ASSERT_TRUE(embed({"a", "bb"}));
  const auto again = embed({"bb", "ccc"});
  ASSERT_TRUE(again);
  EXPECT_EQ((*again)[0][0], 2.F);
  EXPECT_EQ(inner.batches, (std::vector<std::size_t>{2, 1}));
  EXPECT_EQ(embedder.remembered({"ccc", "dddd"})[0].size(), 4u);
  EXPECT_TRUE(embedder.remembered({"ccc", "dddd"})[1].empty());
}

TEST_F(RememberingEmbedderTest, who_leaves_takes_nothing_from_those_who_wait_for_the_same) {
  Result<std::vector<Vector>> hasty = Error{ErrorCode::internal, "never ended"}, patient = hasty;
  const auto ask = [this](std::chrono::milliseconds time, Result<std::vector<Vector>>& out) {
    return [this, time, &out]() -> Task<void> {
      Task<Result<std::vector<Vector>>> asking = embedder.embed({.deadline = Deadline::after(time)}, {"a"});
      out = co_await std::move(asking);
    };
  };
  async::TaskScope scope(loop.get_executor());
  scope.spawn(ask(std::chrono::milliseconds(1), hasty)).value();
  scope.spawn(ask(std::chrono::seconds(5), patient)).value();
  loop.run();
  ASSERT_FALSE(hasty);
  EXPECT_EQ(hasty.error().code, ErrorCode::deadline_exceeded);
  EXPECT_TRUE(patient);
  EXPECT_EQ(inner.batches, std::vector<std::size_t>{1});
  EXPECT_EQ(embedder.counters().joined, 1u);
}

TEST_F(RememberingEmbedderTest, a_failure_is_told_to_all_and_forgotten) {
  inner.fails = true;
  EXPECT_FALSE(embed({"a"}));
  inner.fails = false;
  EXPECT_TRUE(embed({"a"}));
}

TEST_F(RememberingEmbedderTest, vectors_of_another_size_are_of_another_model) {
  ASSERT_TRUE(embed({"a", "bb"}));
  inner.size = 8;
  ASSERT_TRUE(embed({"ccc"}));
  EXPECT_EQ(embedder.generation(), 1u);
  EXPECT_TRUE(embedder.remembered({"a"})[0].empty());
  EXPECT_EQ(embed({"a"}).value()[0].size(), 8u);
}

TEST_F(RememberingEmbedderTest, what_was_not_asked_for_the_longest_is_forgotten_first) {
  for (int i = 0; i < 61; ++i) ASSERT_TRUE(embed({std::string(static_cast<std::size_t>(i) + 1, 'y')}));
  EXPECT_TRUE(embedder.remembered({"y"})[0].empty());
  EXPECT_FALSE(embedder.remembered({"yy"})[0].empty());
}

}  // namespace
}  // namespace dossier::models
