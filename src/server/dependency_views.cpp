#include "base/limits.h"
#include "net/fields.h"
#include "server/dependency_watch.h"

#include <algorithm>

// How a DependencyWatch is shown, in the FIR contract's words.
namespace dossier::server {
namespace {

using async::Breaker;

void write_time(JsonWriter& json, std::string_view name, const std::optional<WallTime>& time) {
  json.key(name).raw(time ? net::to_json(*time) : "null");
}

void write_status(JsonWriter& json, std::string_view name, const Breaker::Status& now) {
  json.begin_object().member("name", name).member("state", name_of(now.state)).member("failure_count", now.failures);
  write_time(json, "last_failure_time", now.last_failure);
  json.member("threshold", limits::kModelFailuresToOpen);
  json.member("recovery_timeout", std::chrono::duration<double>(limits::kModelOpenTime).count()).end_object();
}

double percentage_of(const std::deque<bool>& looks) {
  if (looks.empty()) return 100;
  const auto good = static_cast<double>(std::count(looks.begin(), looks.end(), true));
  return 100 * good / static_cast<double>(looks.size());
}

}  // namespace

// Of several endpoints the best, since any of them serves.
void DependencyWatch::write_breaker(JsonWriter& json, std::string_view name) const {
  std::optional<Breaker::Status> best;
  for (const models::Endpoint* endpoint : endpoints_of(name)) {
    const Breaker::Status now = endpoint->status().breaker;
    if (!best || now.state < best->state) best = now;
  }
  write_status(json, name, best.value_or(Breaker::Status{}));
}

void DependencyWatch::write_breakers(JsonWriter& json) const {
  json.begin_object();
  for (const char* name : {"model_server", "asr_ocr_server"}) write_breaker(json.key(name), name);
  for (const models::Endpoint* endpoint : parts_.models.endpoints())
    write_status(json.key(endpoint->options().name), endpoint->options().name, endpoint->status().breaker);
  json.end_object();
}

void DependencyWatch::write_monitor(JsonWriter& json) const {
  const std::array<Watched, 3> now = all();
  bool all_well = true;
  json.begin_object().key("checks").begin_object();
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const Watched& one = now[i];
    const bool well = one.looks.empty() || one.looks.back();
    all_well = all_well && well;
    json.key(kNames[i]).begin_object().member("name", kNames[i]).member("healthy", well);
    write_time(json, "last_check", one.looked_at);
    json.member("uptime_percentage", percentage_of(one.looks)).member("history_size", one.looks.size());
    json.member("note", one.note).end_object();
  }
  json.end_object().member("overall_healthy", all_well).end_object();
}

void DependencyWatch::write_recovery_of(JsonWriter& json, std::string_view name) const {
  const std::array<Watched, 3> now = all();
  const auto at = static_cast<std::size_t>(std::find(kNames.begin(), kNames.end(), name) - kNames.begin());
  const Mending& mending = now[at].mending;
  json.begin_object().member("name", name).member("attempts", mending.attempts).member("max_attempts", kMendingsMax);
  write_time(json, "last_recovery", mending.last);
  json.member("in_progress", mending.in_progress).end_object();
}

void DependencyWatch::write_recovery(JsonWriter& json) const {
  json.begin_object().key("handlers").begin_object();
  for (const std::string_view name : kNames) write_recovery_of(json.key(name), name);
  json.end_object().member("recovery_interval", std::chrono::duration<double>(kMendingPause).count());
  json.member("max_attempts", kMendingsMax).end_object();
}

}  // namespace dossier::server
