#include "models/endpoint_list.h"

#include <curl/curl.h>

#include <charconv>
#include <memory>

namespace dossier::models {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != ',' && c != '\t') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

std::string setting(const RoleOptions& role, const char* name) {
  return "models." + role.role + "_" + name;
}

Error bad(std::string message, std::string where) {
  return {ErrorCode::invalid_argument, std::move(message), std::move(where)};
}

// "http://a/v1*3" -> 3, and the url without it.
Result<int> take_weight(std::string& url) {
  const std::size_t star = url.rfind('*');
  if (star == std::string::npos) return 1;
  int weight = 0;
  const char* end = url.data() + url.size();
  const auto [stop, fault] = std::from_chars(url.data() + star + 1, end, weight);
  if (fault != std::errc() || stop != end || weight < 1 || weight > 1'000)
    return bad("the weight after * is not a number from 1 to 1000", "");
  url.resize(star);
  return weight;
}

// Never repeats a url that holds a password.
Result<void> check_url(const std::string& url) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), &curl_url_cleanup);
  const auto part = [&](CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(parsed.get(), which, &text, 0) != CURLUE_OK) return std::string();
    std::string copy = text;
    curl_free(text);
    return copy;
  };
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
    return bad("this is no URL; write it like http://127.0.0.1:8080/v1", "");
  if (const std::string scheme = part(CURLUPART_SCHEME); scheme != "http" && scheme != "https")
    return bad("model servers are reached by http or https, not '" + scheme + "'", "");
  if (!part(CURLUPART_PASSWORD).empty()) return bad("a URL must not hold a password; give the key by itself", "");
  if (!part(CURLUPART_QUERY).empty()) return bad("a URL must not have a query", "");
  return {};
}

// The older forms are known by the route the URL ends in, which is taken off it.
Result<Wire> take_wire(std::string& url, const std::string& role) {
  const bool image = role == "image";  // there is the older form only
  if (url.ends_with("/v1") && !image) return Wire::openai;
  const std::string route = role == "text" ? "/inference" : role == "speech" ? "/asr" : image ? "/ocr" : "";
  if (!route.empty() && url.ends_with(route)) {
    url.resize(url.size() - route.size());
    return Wire::older;
  }
  if (image) return bad("the URL must end in /ocr", "");
  return bad("the URL must end in /v1" + (route.empty() ? "" : ", or in " + route + " for a server of the older form"),
             "");
}

// The n-th of as many as there are urls, or the one for all.
std::string nth(const std::vector<std::string>& words, std::size_t n) {
  if (words.empty()) return "";
  return words.size() == 1 ? words.front() : words[n];
}

bool fits(const std::vector<std::string>& words, std::size_t urls) {
  return words.size() <= 1 || words.size() == urls;
}

Result<EndpointOptions> read_one(const RoleOptions& role, std::string url, std::size_t number) {
  while (url.ends_with('/')) url.pop_back();
  TRY(const int weight, take_weight(url));
  while (url.ends_with('/')) url.pop_back();
  TRY_DO(check_url(url));
  TRY(const Wire wire, take_wire(url, role.role));
  EndpointOptions endpoint{.role = role.role, .name = role.role + "-" + std::to_string(number + 1), .url = url};
  endpoint.model = nth(words_of(role.models), number);
  endpoint.api_key = nth(words_of(role.api_keys), number);
  endpoint.weight = weight;
  endpoint.slots = role.slots;
  endpoint.waiting_max = role.waiting_max;
  endpoint.wire = wire;
  return endpoint;
}

}  // namespace

EndpointList read_endpoints(const RoleOptions& role) {
  EndpointList list;
  const std::vector<std::string> urls = words_of(role.urls);
  for (const char* name : {"model", "api_key"}) {
    const auto words = words_of(std::string_view(name) == "model" ? role.models : role.api_keys);
    if (urls.empty() || fits(words, urls.size())) continue;
    list.faults.push_back(bad("give one for all URLs, or as many as there are URLs", setting(role, name)));
  }
  if (urls.size() > limits::kModelEndpointsMax)
    list.faults.push_back(
        bad("more than " + std::to_string(limits::kModelEndpointsMax) + " URLs", setting(role, "url")));
  if (!list.faults.empty()) return list;
  for (std::size_t i = 0; i < urls.size(); ++i) {
    Result<EndpointOptions> endpoint = read_one(role, urls[i], i);
    if (!endpoint) {
      list.faults.push_back(bad(endpoint.error().message, setting(role, "url") + ", number " + std::to_string(i + 1)));
    } else {
      list.endpoints.push_back(std::move(*endpoint));
    }
  }
  return list;
}

}  // namespace dossier::models
