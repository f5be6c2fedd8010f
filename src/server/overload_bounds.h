#pragma once

#include "base/json_writer.h"
#include "base/metrics.h"
#include "net/server.h"
#include "server/config.h"

// The bounds from which on work is refused, where operators look for them. One table (overload_bounds.cpp) says which.
namespace dossier::server {

// The object "overload" of /health and /metrics: what is inside now, each bound as it is set, and its default.
void write_overload(JsonWriter& json, const Config& config, const net::Server::Counters& now);

// The same bounds as admission_*{of="setting"|"default"}. They do not change while the program runs.
void show_bounds(Metrics& metrics, const Config& config);

}  // namespace dossier::server
