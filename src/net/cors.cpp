#include "net/cors.h"

#include <algorithm>

namespace dossier::net {
namespace {

constexpr std::string_view kMethodsAllowed = "GET, POST, PUT, DELETE, OPTIONS, PATCH, HEAD";
constexpr std::string_view kHeadersAllowed =
    "Content-Type, Authorization, X-Requested-With, X-API-Key, X-Correlation-ID, Idempotency-Key, traceparent";
// For how many seconds a browser may keep the answer: each contract names its own.
const char* seconds_kept(Style style) {
  return style == Style::funds ? "600" : "3600";
}

constexpr std::string_view kHeadersShown = "X-Correlation-ID, Retry-After, Server-Timing, traceparent";

std::string_view without_slash(std::string_view origin) {
  while (!origin.empty() && origin.back() == '/') origin.remove_suffix(1);
  return origin;
}

// A header list of a request that may be repeated in an answer: tokens, commas and blanks.
bool is_token_list(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           c == ',' || c == ' ';
  });
}

}  // namespace

Cors::Cors(std::vector<std::string> origins) : origins_(std::move(origins)) {
  for (std::string& origin : origins_) origin = without_slash(origin);
  all_ = std::find(origins_.begin(), origins_.end(), "*") != origins_.end();
}

bool Cors::admits(std::string_view origin) const {
  if (origin.empty()) return false;
  return all_ || std::find(origins_.begin(), origins_.end(), without_slash(origin)) != origins_.end();
}

bool Cors::is_preflight(const Request& request) {
  return request.method == Method::options && request.headers.has("Origin") &&
         request.headers.has("Access-Control-Request-Method");
}

Response Cors::preflight(const Request& request, Style style) const {
  if (!admits(request.headers.find("Origin")))
    return Response::text("Disallowed CORS origin", style == Style::fir ? 403 : 400);
  std::string allowed(kHeadersAllowed);
  const std::string_view asked = request.headers.find("Access-Control-Request-Headers");
  if (!asked.empty() && is_token_list(asked)) allowed.append(", ").append(asked);
  Response response = Response::text("OK");
  response.headers = {{"Access-Control-Allow-Methods", std::string(kMethodsAllowed)},
                      {"Access-Control-Allow-Headers", std::move(allowed)},
                      {"Access-Control-Max-Age", seconds_kept(style)}};
  return response;
}

void Cors::append_headers(std::string_view origin, std::string& head) const {
  if (!admits(origin)) return;
  head.append("Access-Control-Allow-Origin: ").append(origin);
  head.append("\r\nAccess-Control-Allow-Credentials: true\r\nAccess-Control-Expose-Headers: ").append(kHeadersShown);
  head.append("\r\nVary: Origin\r\n");
}

}  // namespace dossier::net
