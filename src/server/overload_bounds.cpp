#include "server/overload_bounds.h"

namespace dossier::server {
namespace {

struct Bound {
  const char* json_name;  // of /health and /metrics
  const char* series;     // whose unit differs from the setting's by `factor`
  const char* help;
  double factor;
  std::int64_t (*value)(const Config& config);
};

constexpr double kMegabyte = 1024 * 1024;

constexpr Bound kBounds[] = {
    {"queue_ms_max", "admission_queue_seconds_max", "How long the first of a queue may wait before work is refused.",
     0.001, [](const Config& c) { return c.overload.queue_ms; }},
    {"uploads_max", "admission_uploads_max", "Files received at the same time.", 1,
     [](const Config& c) { return c.overload.uploads_max; }},
    {"backlog_max", "admission_backlog_max", "Accepted work that waits, above which no uploads are taken.", 1,
     [](const Config& c) { return c.overload.backlog_max; }},
    {"ingest_memory_mb_max", "admission_ingest_memory_max_bytes", "Memory from which on no uploads are taken; 0: none.",
     kMegabyte, [](const Config& c) { return c.overload.ingest_memory_mb; }},
    {"memory_mb_max", "admission_memory_max_bytes",
     "Memory from which on only health and metrics are answered; 0: none.", kMegabyte,
     [](const Config& c) { return c.overload.memory_mb; }},
    {"connections_max", "admission_connections_max", "Connections at the same time.", 1,
     [](const Config& c) { return c.server.connections_max; }},
};

}  // namespace

void write_overload(JsonWriter& json, const Config& config, const net::Server::Counters& now) {
  json.begin_object();
  json.member("ingest_stopped", now.door.ingest_stopped).member("all_stopped", now.door.all_stopped);
  json.member("people_inside", now.door.people).member("uploads_inside", now.door.ingest);
  json.member("backlog", now.door.backlog).member("memory_mb", now.door.memory_bytes >> 20);
  for (const Bound& bound : kBounds) json.member(bound.json_name, bound.value(config));
  json.key("defaults").begin_object();
  for (const Bound& bound : kBounds) json.member(bound.json_name, bound.value(Config{}));
  json.end_object().end_object();
}

void show_bounds(Metrics& metrics, const Config& config) {
  for (const Bound& bound : kBounds) {
    const auto show = [&](const char* of, const Config& from) {
      Gauge gauge = metrics.gauge(bound.series, bound.help, {{"of", of}});
      gauge.set(bound.factor * static_cast<double>(bound.value(from)));
    };
    show("setting", config);
    show("default", Config{});
  }
}

}  // namespace dossier::server
