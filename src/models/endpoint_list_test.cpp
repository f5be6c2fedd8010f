#include "models/endpoint_list.h"

#include <gtest/gtest.h>

namespace dossier::models {
namespace {

TEST(EndpointList, one_url_is_one_endpoint) {
  const EndpointList list =
      read_endpoints({.role = "text", .urls = "http://127.0.0.1:8080/v1/", .models = "qwen", .api_keys = "k"});
  ASSERT_EQ(list.endpoints.size(), 1u);
  const EndpointOptions& one = list.endpoints.front();
  EXPECT_EQ(one.name, "text-1");
  EXPECT_EQ(one.url, "http://127.0.0.1:8080/v1");
  EXPECT_EQ(one.model, "qwen");
  EXPECT_EQ(one.api_key, "k");
  EXPECT_EQ(one.weight, 1);
  EXPECT_TRUE(list.faults.empty());
}

TEST(EndpointList, several_urls_have_weights_and_share_or_have_their_own_models_and_keys) {
  const EndpointList list =
      read_endpoints({.role = "text", .urls = "http://a:1/v1*3, https://b/v1", .models = "m", .api_keys = "k1 k2"});
  ASSERT_EQ(list.endpoints.size(), 2u);
  EXPECT_EQ(list.endpoints[0].weight, 3);
  EXPECT_EQ(list.endpoints[0].url, "http://a:1/v1");
  EXPECT_EQ(list.endpoints[1].model, "m");
  EXPECT_EQ(list.endpoints[1].api_key, "k2");
}

TEST(EndpointList, what_cannot_be_used_is_left_out_and_named_without_repeating_secrets) {
  const EndpointList list = read_endpoints(
      {.role = "text", .urls = "http://a/v1 ftp://b/v1 http://c/ http://u:hush@d/v1 nonsense: http://e/v1*0"});
  ASSERT_EQ(list.endpoints.size(), 1u);
  EXPECT_EQ(list.endpoints[0].url, "http://a/v1");
  ASSERT_EQ(list.faults.size(), 5u);
  EXPECT_EQ(list.faults[1].text(), "models.text_url, number 3: the URL must end in /v1, or in /inference for a server of the older form");
  for (const Error& fault : list.faults) EXPECT_EQ(fault.text().find("hush"), std::string::npos);
}

TEST(EndpointList, the_older_form_is_known_by_its_route) {
  const EndpointList text = read_endpoints({.role = "text", .urls = "http://a:8001/inference*2 http://b:8080/v1"});
  ASSERT_EQ(text.endpoints.size(), 2u);
  EXPECT_EQ(text.endpoints[0].url, "http://a:8001");
  EXPECT_EQ(text.endpoints[0].wire, Wire::older);
  EXPECT_EQ(text.endpoints[0].weight, 2);
  EXPECT_EQ(text.endpoints[1].wire, Wire::openai);
  EXPECT_EQ(read_endpoints({.role = "speech", .urls = "http://a:8002/asr"}).endpoints.at(0).wire, Wire::older);
  EXPECT_FALSE(read_endpoints({.role = "embedding", .urls = "http://a:8002/asr"}).faults.empty());
}

TEST(EndpointList, as_many_models_as_urls_or_one) {
  const EndpointList list =
      read_endpoints({.role = "text", .urls = "http://a/v1 http://b/v1 http://c/v1", .models = "x y"});
  EXPECT_TRUE(list.endpoints.empty());
  ASSERT_EQ(list.faults.size(), 1u);
  EXPECT_EQ(list.faults[0].where, "models.text_model");
}

TEST(EndpointList, no_url_is_no_endpoint_and_no_fault) {
  const EndpointList list = read_endpoints({.role = "text", .models = "x"});
  EXPECT_TRUE(list.endpoints.empty());
  EXPECT_TRUE(list.faults.empty());
}

}  // namespace
}  // namespace dossier::models
