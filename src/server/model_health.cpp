#include "server/model_health.h"

#include "base/limits.h"
#include "net/fields.h"

namespace dossier::server {
namespace {

using models::Endpoint;
using BreakerState = async::Breaker::State;

void write_time(JsonWriter& json, std::string_view name, const std::optional<WallTime>& time) {
  json.key(name).raw(time ? net::to_json(*time) : "null");
}

void write_endpoint(JsonWriter& json, const Endpoint& endpoint) {
  const Endpoint::Status now = endpoint.status();
  json.begin_object().member("name", endpoint.options().name).member("model", endpoint.options().model);
  json.member("health", name_of(now.health));
  write_time(json, "checked_at", now.checked);
  json.member("breaker", name_of(now.breaker.state)).member("weight", endpoint.options().weight);
  json.member("calls", now.gate.inside).member("slots", endpoint.options().slots);
  json.member("waiting", now.gate.waiting).member("waiting_max", endpoint.options().waiting_max);
  json.member("refused", now.gate.refused).end_object();
}

}  // namespace

std::string_view role_health(const models::Models& models, std::string_view role) {
  std::string_view health = "not_configured";
  for (const Endpoint* endpoint : models.endpoints()) {
    if (endpoint->options().role != role) continue;
    const Endpoint::Status now = endpoint->status();
    if (now.breaker.state != BreakerState::open && now.health == models::Health::up) return "healthy";
    if (now.health == models::Health::unknown) {
      health = "unknown";
    } else if (health != "unknown") {
      health = "unhealthy";
    }
  }
  return health;
}

bool models_are_well(const models::Models& models) {
  for (const char* role : {"text", "embedding", "speech", "image"}) {
    if (role_health(models, role) == "unhealthy") return false;
  }
  return models.faults().empty();
}

std::size_t model_slots(const models::Models& models) {
  std::size_t slots = 0;
  for (const Endpoint* endpoint : models.endpoints()) slots += endpoint->options().slots;
  return slots;
}

void write_role(JsonWriter& json, const models::Models& models, std::string_view role) {
  json.begin_object().member("status", role_health(models, role));
  json.key("endpoints").begin_array();
  for (const Endpoint* endpoint : models.endpoints()) {
    if (endpoint->options().role == role) write_endpoint(json, *endpoint);
  }
  json.end_array();
  json.key("faults").begin_array();
  const std::string prefix = "models." + std::string(role) + "_";
  for (const Error& fault : models.faults()) {
    if (fault.where.starts_with(prefix)) json.value(fault.text());
  }
  json.end_array().end_object();
}

}  // namespace dossier::server
