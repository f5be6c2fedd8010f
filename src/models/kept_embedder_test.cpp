#include "models/kept_embedder.h"

#include "models/counting_embedder.h"
#include "models/run_for_tests.h"
#include "store/testing.h"

#include <gtest/gtest.h>

namespace dossier::models {
namespace {

using async::Task;

class KeptEmbedderTest : public testing::Test {
 protected:
  KeptEmbedderTest() { begin("small"); }
  ~KeptEmbedderTest() override { end(); }

  // A life of the program with that model.
  void begin(const std::string& model) {
    end();
    std::vector<store::Migration> steps = store::migrations();
    for (const store::Migration& step : migrations()) steps.push_back(step);
    database = store::Database::open({.folder = folder.path(), .migrations = steps, .readers = 1}).value();
    embedder = std::make_unique<KeptEmbedder>(
        model, KeptEmbedder::Parts{inner, *database, loop.get_executor(), log, metrics, clock});
  }
  void end() {
    embedder.reset();
    database.reset();
  }
  // Runs the loop until what is written behind it is written, too.
  std::vector<Vector> embed(std::vector<std::string> texts) {
    const auto made = run(loop, embedder->embed({.deadline = Deadline::after(std::chrono::seconds(5))}, texts));
    EXPECT_TRUE(made) << made.error().text();
    return made ? *made : std::vector<Vector>(texts.size(), Vector{0});
  }
  void check_model() {
    auto checking = [](KeptEmbedder& one) -> Task<bool> {
      Task<void> asking = one.check_model(Deadline::after(std::chrono::seconds(5)));
      co_await std::move(asking);
      co_return true;
    };
    run(loop, checking(*embedder));
  }
  EmbeddingModel noted() {
    return database->read_now([](store::Session& session) { return EmbeddingTable::model(session); }).value().value();
  }
  std::int64_t rows() {
    return database->read_now([](store::Session& session) { return session.number("SELECT count(*) FROM embedding"); })
        .value();
  }

  store::TemporaryFolder folder;
  boost::asio::io_context loop{1};
  Log log{{.descriptor = -1}};
  Metrics metrics;
  ManualClock clock;
  CountingEmbedder inner;
  std::unique_ptr<store::Database> database;
  std::unique_ptr<KeptEmbedder> embedder;
};

TEST_F(KeptEmbedderTest, a_text_is_embedded_once_in_all_lives_of_the_program) {
  embed({"a", "bb"});
  begin("small");
  const auto again = embed({"bb", "ccc", "a"});
  EXPECT_EQ(inner.last, std::vector<std::string>{"ccc"});
  for (std::size_t i : {0, 1, 2}) EXPECT_EQ(again[i].size(), 4u);
  EXPECT_EQ(again[0][0], 2.F);
  EXPECT_EQ(again[1][0], 3.F);
  EXPECT_EQ(again[2][0], 1.F);
  EXPECT_EQ(embedder->counters().hits, 2u);
  EXPECT_EQ(embedder->counters().misses, 1u);
}

TEST_F(KeptEmbedderTest, a_model_of_another_name_makes_everything_anew_and_the_old_goes) {
  embed({"a", "bb"});
  begin("large");
  embed({"a"});
  EXPECT_EQ(inner.last, std::vector<std::string>{"a"});
  EXPECT_EQ(noted().name, "large");
  EXPECT_EQ(rows(), 1);
}

TEST_F(KeptEmbedderTest, vectors_of_another_size_are_of_another_model_also_beside_kept_ones) {
  embed({"a", "bb"});
  begin("small");
  inner.size = 8;
  for (const Vector& vector : embed({"a", "ccc", "bb"})) EXPECT_EQ(vector.size(), 8u);
  EXPECT_EQ(inner.last, (std::vector<std::string>{"a", "bb"})) << "what had been found is made anew";
  EXPECT_EQ(noted().size, 8u);
  EXPECT_EQ(rows(), 3);
}

TEST_F(KeptEmbedderTest, a_look_at_the_model_notices_another_size_before_anybody_asks) {
  embed({"a"});
  begin("small");
  check_model();
  EXPECT_EQ(noted().size, 4u);
  inner.size = 8;
  check_model();
  EXPECT_EQ(noted().size, 8u);
  EXPECT_EQ(embed({"a"})[0].size(), 8u);
}

TEST_F(KeptEmbedderTest, endpoints_of_different_models_are_named_and_not_asked_without_end) {
  embed({"a", "bb"});
  inner.grows = 4;
  const auto made = run(loop, embedder->embed({.deadline = Deadline::after(std::chrono::seconds(5))}, {"a", "ccc"}));
  ASSERT_FALSE(made);
  EXPECT_NE(made.error().text().find("different models"), std::string::npos) << made.error().text();
  EXPECT_EQ(inner.batches.size(), 3u);
}

TEST_F(KeptEmbedderTest, a_failure_is_told_and_nothing_is_kept) {
  inner.fails = true;
  EXPECT_FALSE(run(loop, embedder->embed({.deadline = Deadline::after(std::chrono::seconds(5))}, {"a"})));
  EXPECT_EQ(rows(), 0);
}

TEST(EmbeddingTable, keeps_so_many_and_lets_the_oldest_go) {
  const store::TemporaryFolder folder;
  std::vector<store::Migration> steps = store::migrations();
  for (const store::Migration& step : migrations()) steps.push_back(step);
  const auto database = store::Database::open({.folder = folder.path(), .migrations = steps}).value();
  const auto keep = [&](const std::string& text) {
    return database->write_now([&](store::Transaction& transaction) -> Result<void> {
      TRY_DO(EmbeddingTable::note_model(transaction, "m", 2, WallTime{}));
      return EmbeddingTable::keep(transaction, std::vector{hash_of_text(text)}, std::vector<Vector>{{1, 0}}, 2);
    });
  };
  for (const char* text : {"a", "b", "c"}) ASSERT_TRUE(keep(text));
  const auto found = database->read_now([](store::Session& session) -> Result<std::vector<Vector>> {
    TRY(const auto model, EmbeddingTable::model(session));
    return EmbeddingTable::find(session, *model, std::vector{hash_of_text("a"), hash_of_text("b"), hash_of_text("c")});
  });
  ASSERT_TRUE(found);
  EXPECT_TRUE((*found)[0].empty());
  EXPECT_EQ((*found)[1], (Vector{1, 0}));
  EXPECT_EQ((*found)[2], (Vector{1, 0}));
}

TEST(EmbeddingChange, says_what_changed_and_what_to_do) {
  const std::string said = embedding_change({1, "small", 384}, "large", 768, 12);
  for (const char* part :
       {"'small' with vectors of 384", "'large' with vectors of 768", "12 kept", "models.embedding_model"})
    EXPECT_NE(said.find(part), std::string::npos) << part;
}

}  // namespace
}  // namespace dossier::models
