#pragma once

#include "net/cors.h"
#include "net/door.h"
#include "net/rate_limit.h"
#include "net/server.h"

#include <array>
#include <atomic>
#include <memory>
#include <vector>

// Of net's own sources only: what all connections of a server share. Thread-safe, or not changed after the start.
namespace dossier::net {

// The series of one route, looked up once instead of at every request.
struct RouteSeries {
  std::vector<Counter> by_class;  // 1xx .. 5xx
  Histogram seconds;
};

struct Site {
  Site(ServerOptions server_options, ServerParts server_parts);

  const ServerOptions options;
  const ServerParts parts;
  const Cors cors;
  RateLimit rate_limit;
  Door door;
  std::vector<RouteSeries> series;  // by Route::number; the last is for requests without a route
  std::atomic<bool> stopping{false};
  std::atomic<std::size_t> connections{0}, requests{0};
};

// Whether the request carries the server's key, compared in constant time; nothing to say when none is configured.
// On failure the message is what the contract's clients look for, and never holds the key.
Result<void> check_credentials(const Request& request, const std::string& api_key);

// Who the client is, for the rate limit.
std::string client_of(const Request& request, bool trust_forwarded);

}  // namespace dossier::net
