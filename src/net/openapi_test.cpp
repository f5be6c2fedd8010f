#include "net/openapi.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace dossier::net {
namespace {

struct Part {
  std::int64_t id = 0;
  std::optional<std::string> note;
  static const Fields& fields() {
    static const auto table = Fields::of<Part>(
        "Part", "A part.",
        {field<&Part::id>("id", "Its number."), field<&Part::note>("note", "A remark.", length(0, 10))});
    return table;
  }
};
struct Paging {
  std::int32_t limit = 20;
  static const Fields& fields() {
    static const auto table = Fields::of<Paging>(
        "Paging", "", {field<&Paging::limit>("limit", "At most so many.", range(1, 100), or_default)});
    return table;
  }
};
struct ById {
  std::int64_t id = 0;
  static const Fields& fields() {
    static const auto table = Fields::of<ById>("ById", "", {field<&ById::id>("id", "Which.")});
    return table;
  }
};

boost::json::value document() {
  Router router;
  router.get("/parts/", {.summary = "All.", .tag = "Parts"},
             [](Context, Query<Paging>) -> Task<Result<std::vector<Part>>> { co_return std::vector<Part>(); });
  router.post("/parts/", {.summary = "New.", .tag = "Parts", .status = 201, .errors = {409}},
              [](Context, Body<Part> body) -> Task<Result<Part>> { co_return *body; });
  router.del("/parts/{id}", {.summary = "Gone.", .tag = "Parts"},
             [](Context, Path<ById>) -> Task<Result<void>> { co_return Result<void>(); });
  return boost::json::parse(openapi_document(router, {"Parts", "1", "About parts."}));
}

TEST(OpenApi, describes_parameters_bodies_answers_and_failures) {
  const auto api = document();
  EXPECT_EQ(api.at("openapi").as_string(), "3.1.0");
  const auto& all = api.at_pointer("/paths/~1parts~1/get");
  EXPECT_EQ(all.at_pointer("/parameters/0/schema/default").as_int64(), 20);
  EXPECT_EQ(all.at_pointer("/parameters/0/schema/maximum").to_number<double>(), 100);
  EXPECT_FALSE(all.at_pointer("/parameters/0/required").as_bool());
  EXPECT_EQ(all.at_pointer("/responses/200/content/application~1json/schema/items/$ref").as_string(),
            "#/components/schemas/Part");
  const auto& made = api.at_pointer("/paths/~1parts~1/post");
  EXPECT_EQ(made.at_pointer("/requestBody/content/application~1json/schema/$ref").as_string(),
            "#/components/schemas/PartInput");
  EXPECT_TRUE(made.at("responses").as_object().contains("409"));
  EXPECT_TRUE(made.at("responses").as_object().contains("422"));
  EXPECT_TRUE(api.at_pointer("/paths/~1parts~1{id}/delete/responses").as_object().contains("204"));
}

TEST(OpenApi, what_is_sent_and_what_is_answered_differ_in_what_is_required) {
  const auto api = document();
  EXPECT_EQ(api.at_pointer("/components/schemas/PartInput/required").as_array().size(), 1u);
  EXPECT_EQ(api.at_pointer("/components/schemas/Part/required").as_array().size(), 2u);
  EXPECT_EQ(api.at_pointer("/components/schemas/Part/properties/note/anyOf/1/type").as_string(), "null");
}

}  // namespace
}  // namespace dossier::net
