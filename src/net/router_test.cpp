#include "net/router.h"

#include <gtest/gtest.h>

namespace dossier::net {
namespace {

Router& add(Router& router, std::string pattern) {
  return router.get(std::move(pattern), {.summary = "x"},
                    [](Context, Request) -> Task<Result<Response>> { co_return Response{}; });
}

TEST(Router, finds_fixed_steps_before_names_and_decodes_values) {
  Router router;
  add(router, "/funds/{id}");
  add(router, "/funds/list");
  EXPECT_EQ(router.match(Method::get, "/funds/list").route->pattern, "/funds/list");
  const auto match = router.match(Method::get, "/funds/a%2Fb%20c");
  ASSERT_NE(match.route, nullptr);
  ASSERT_EQ(match.values.size(), 1u);
  EXPECT_EQ(match.values[0].name, "id");
  EXPECT_EQ(match.values[0].value, "a/b c");
}

TEST(Router, says_which_methods_a_path_has) {
  Router router;
  add(router, "/funds");
  EXPECT_EQ(router.match(Method::post, "/funds").allow, "GET, HEAD");
  EXPECT_EQ(router.match(Method::head, "/funds").route->pattern, "/funds");
}

TEST(Router, leads_to_the_other_spelling_of_the_last_slash) {
  Router router;
  add(router, "/api/funds/");
  add(router, "/api/funds/{id}");
  add(router, "/");
  EXPECT_EQ(router.match(Method::post, "/api/funds").location, "/api/funds/");
  EXPECT_EQ(router.match(Method::get, "/api/funds/7/").location, "/api/funds/7");
  EXPECT_EQ(router.match(Method::get, "/").route->pattern, "/");
  const auto none = router.match(Method::get, "/nothing");
  EXPECT_TRUE(none.route == nullptr && none.location.empty() && none.allow.empty());
}

TEST(Router, an_empty_step_is_no_value) {
  Router router;
  add(router, "/funds/{id}/rows");
  EXPECT_EQ(router.match(Method::get, "/funds//rows").route, nullptr);
  EXPECT_EQ(router.match(Method::get, "").route, nullptr);
}

TEST(Router, percent_escapes_that_are_none_stay) {
  EXPECT_EQ(percent_decoded("100%zz%4", false), "100%zz%4");
}

}  // namespace
}  // namespace dossier::net
