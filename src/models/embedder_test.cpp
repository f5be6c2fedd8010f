#include "models/embedder.h"

#include "models/fleet_for_tests.h"

#include <boost/json.hpp>

#include <cmath>

namespace dossier::models {
namespace {

using namespace std::chrono_literals;

// Answers each text with (length of the text, 1), last text first, as a server may.
std::string vectors_for(const std::string& body) {
  const auto parsed = boost::json::parse(body);
  const auto& input = parsed.as_object().at("input").as_array();
  boost::json::array data;
  for (std::size_t i = input.size(); i-- > 0;) {
    const auto length = static_cast<double>(input[i].as_string().size());
    data.push_back(boost::json::object{{"index", i}, {"embedding", boost::json::array{length, 1.0}}});
  }
  return boost::json::serialize(boost::json::object{{"data", data}});
}

class EmbedderTest : public FleetTest {
 protected:
  Result<std::vector<Vector>> embed(std::vector<std::string> texts) {
    EmbeddingClient client(*fleet);
    return run(loop, client.embed({.deadline = Deadline::after(5s)}, std::move(texts)));
  }
};

TEST_F(EmbedderTest, many_texts_go_in_batches_and_come_back_in_order_and_of_length_one) {
  ScriptedServer server([](const Request& request, const Wire& wire) {
    wire.answer(vectors_for(request.body));
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  std::vector<std::string> texts;
  for (std::size_t i = 1; i <= limits::kEmbeddingBatchMax + 5; ++i) texts.emplace_back(i, 'x');
  const auto vectors = embed(texts);
  ASSERT_TRUE(vectors) << vectors.error().text();
  ASSERT_EQ(vectors->size(), texts.size());
  EXPECT_EQ(server.requests(), 2);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Vector& vector = (*vectors)[i];
    EXPECT_NEAR(vector[0] / vector[1], static_cast<float>(i + 1), 1e-4);
    EXPECT_NEAR(std::hypot(vector[0], vector[1]), 1, 1e-6);
  }
}

TEST_F(EmbedderTest, vectors_that_are_missing_misnumbered_uneven_or_zero_are_refused) {
  for (const char* body : {R"({"data":[]})", R"({"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]})",
                           R"({"data":[{"index":0,"embedding":[1]},{"index":7,"embedding":[1]}]})",
                           R"({"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]})",
                           R"({"data":[{"index":0,"embedding":[0]},{"index":1,"embedding":[1]}]})",
                           R"({"data":[{"index":0,"embedding":["a"]},{"index":1,"embedding":[1]}]})"}) {
    ScriptedServer server([&](const Request&, const Wire& wire) {
      wire.answer(body);
      return true;
    });
    fleet_of({endpoint("text-1", server.url())});
    EXPECT_FALSE(embed({"a", "b"})) << body;
  }
}

TEST_F(EmbedderTest, texts_beyond_their_limit_are_refused_before_anything_is_sent) {
  fleet_of({endpoint("text-1", "http://127.0.0.1:1/v1")});
  const auto refused = embed({std::string(limits::kEmbeddingTextBytesMax + 1, 'x')});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace dossier::models
