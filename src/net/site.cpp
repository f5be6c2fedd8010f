#include "net/site.h"

#include <sodium/crypto_generichash.h>
#include <sodium/utils.h>

namespace dossier::net {
namespace {

RouteSeries series_of(Metrics& metrics, const std::string& method, const std::string& route) {
  RouteSeries series{
      {},
      metrics.histogram("http_request_seconds", "From the end of a request's head to its handler's answer.",
                        {{"method", method}, {"route", route}})};
  for (const char* status : {"1xx", "2xx", "3xx", "4xx", "5xx"}) {
    series.by_class.push_back(metrics.counter("http_requests_total", "Requests answered.",
                                              {{"method", method}, {"route", route}, {"status", status}}));
  }
  return series;
}

// Digests have equal length whatever was sent, so that comparing them tells nothing about the key's.
bool same_secret(std::string_view given, std::string_view expected) {
  std::array<unsigned char, crypto_generichash_BYTES> a{}, b{};
  crypto_generichash(a.data(), a.size(), reinterpret_cast<const unsigned char*>(given.data()), given.size(), nullptr,
                     0);
  crypto_generichash(b.data(), b.size(), reinterpret_cast<const unsigned char*>(expected.data()), expected.size(),
                     nullptr, 0);
  return sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

Site::Site(ServerOptions server_options, ServerParts server_parts)
    : options(std::move(server_options)),
      parts(server_parts),
      cors(options.cors_origins),
      rate_limit(options.rate_limit_requests, options.rate_limit_window, system_clock()),
      door(options.door, parts.queues, parts.memory_in_use, parts.metrics) {
  for (const auto& route : parts.router.routes()) {
    series.push_back(series_of(parts.metrics, std::string(name_of(route->method)), route->pattern));
  }
  series.push_back(series_of(parts.metrics, "any", "none"));
}

Result<void> check_credentials(const Request& request, const std::string& api_key) {
  if (api_key.empty()) return {};
  std::string_view given = trimmed(request.headers.find("X-API-Key"));
  if (given.empty()) {
    given = trimmed(request.headers.find("Authorization"));
    constexpr std::string_view bearer = "Bearer ";
    if (same_token(given.substr(0, bearer.size()), bearer)) given = trimmed(given.substr(bearer.size()));
  }
  if (given.empty()) return Error{ErrorCode::unauthenticated, "API key required: send it as X-API-Key"};
  if (!same_secret(given, api_key)) return Error{ErrorCode::unauthenticated, "Invalid API key"};
  return {};
}

std::string client_of(const Request& request, bool trust_forwarded) {
  if (trust_forwarded) {
    const std::string_view forwarded = request.headers.find("X-Forwarded-For");
    if (!forwarded.empty()) return std::string(trimmed(forwarded.substr(0, forwarded.find(','))));
    const std::string_view real = request.headers.find("X-Real-IP");
    if (!real.empty()) return std::string(trimmed(real));
  }
  return request.peer;
}

}  // namespace dossier::net
