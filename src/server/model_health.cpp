#include "server/model_health.h"

#include "base/limits.h"
#include "net/fields.h"
#include "phrasing/reasons.h"

#include <algorithm>

namespace dossier::server {
namespace {

using models::Endpoint;
using BreakerState = async::Breaker::State;

void write_time(JsonWriter& json, std::string_view name, const std::optional<WallTime>& time) {
  json.key(name).raw(time ? net::to_json(*time) : "null");
}

// From bad to good: a role is as its best endpoint is.
enum class Standing { unhealthy, unknown, recovering, healthy };

Standing standing_of(const Endpoint::Status& now) {
  if (now.health == models::Health::unknown) return Standing::unknown;
  if (now.health != models::Health::up || now.refusing() || now.breaker.state == BreakerState::open)
    return Standing::unhealthy;
  return now.breaker.state == BreakerState::half_open ? Standing::recovering : Standing::healthy;
}

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::unhealthy: return "unhealthy";
    case Standing::unknown: return "unknown";
    case Standing::recovering: return "recovering";
    case Standing::healthy: return "healthy";
  }
  return "unhealthy";
}

// Nothing: none is configured.
std::optional<Standing> standing_of(const models::Models& models, std::string_view role) {
  std::optional<Standing> best;
  for (const Endpoint* endpoint : models.endpoints()) {
    if (endpoint->options().role == role) best = std::max(best, std::optional(standing_of(endpoint->status())));
  }
  return best;
}

// In words for people: what the calls met, else what the look found.
std::string trouble_of(const Endpoint::Status& now) {
  const std::string met =
      now.trouble ? phrasing::shown_reason(phrasing::reason_of(now.trouble->ending)) + " (" + now.trouble->says + ")"
                  : "";
  if (now.refusing()) return met;
  if (now.health == models::Health::loading) return "the model server is loading its model";
  if (now.health == models::Health::down)
    return met.empty() ? "the model server does not answer its health check" : met;
  if (now.breaker.state == BreakerState::half_open)
    return "after failures in a row one call tries whether it works again" + (met.empty() ? "" : "; the last: " + met);
  if (now.breaker.state == BreakerState::open) return "it is left alone after failures in a row; the last: " + met;
  return "";
}

void write_trouble(JsonWriter& json, const std::optional<Endpoint::Trouble>& trouble) {
  json.key("last_failure");
  if (!trouble) {
    json.null();
    return;
  }
  const std::string_view reason = phrasing::reason_of(trouble->ending);
  json.begin_object().member("reason", reason).member("meaning", phrasing::explanation_of(reason));
  json.member("says", trouble->says).key("at").raw(net::to_json(trouble->at)).end_object();
}

void write_endpoint(JsonWriter& json, const Endpoint& endpoint) {
  const Endpoint::Status now = endpoint.status();
  json.begin_object().member("name", endpoint.options().name).member("model", endpoint.options().model);
  json.member("health", name_of(now.health));
  write_time(json, "checked_at", now.checked);
  json.member("breaker", name_of(now.breaker.state)).member("weight", endpoint.options().weight);
  json.member("calls", now.gate.inside).member("slots", endpoint.options().slots);
  json.member("waiting", now.gate.waiting).member("waiting_max", endpoint.options().waiting_max);
  json.member("refused", now.gate.refused);
  write_trouble(json, now.trouble);
  json.end_object();
}

}  // namespace

std::string_view role_health(const models::Models& models, std::string_view role) {
  const std::optional<Standing> standing = standing_of(models, role);
  return standing ? name_of(*standing) : "not_configured";
}

std::string role_trouble(const models::Models& models, std::string_view role) {
  const std::optional<Standing> best = standing_of(models, role);
  if (best != Standing::unhealthy && best != Standing::recovering) return "";
  std::string all;
  for (const Endpoint* endpoint : models.endpoints()) {
    if (endpoint->options().role != role) continue;
    const std::string why = trouble_of(endpoint->status());
    if (!why.empty()) all += (all.empty() ? "" : "; ") + endpoint->options().name + ": " + why;
  }
  return all;
}

bool models_are_well(const models::Models& models) {
  for (const char* role : {"text", "embedding", "speech", "image"}) {
    if (!role_trouble(models, role).empty()) return false;
  }
  return models.faults().empty();
}

std::size_t model_slots(const models::Models& models) {
  std::size_t slots = 0;
  for (const Endpoint* endpoint : models.endpoints()) slots += endpoint->options().slots;
  return slots;
}

void write_role(JsonWriter& json, const models::Models& models, std::string_view role) {
  json.begin_object().member("status", role_health(models, role)).member("reason", role_trouble(models, role));
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
