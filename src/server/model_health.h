#pragma once

#include "base/json_writer.h"
#include "models/models.h"

#include <string>
#include <string_view>

// What /health says about model servers. Only what the background checks and the calls themselves have left behind is
// read: asking costs no call.
namespace dossier::server {

// "not_configured"; "healthy": one of the role's endpoints is up, its breaker closed, and it takes our key and model;
// "recovering": the best is up but half-open, so that one call tries while all others get the rule-made result;
// "unknown": not asked yet, a moment after the start; "unhealthy": none of these.
std::string_view role_health(const models::Models& models, std::string_view role);
// Why a role is unhealthy or recovering, in words; empty when it is neither.
std::string role_trouble(const models::Models& models, std::string_view role);
// Every role that is configured is healthy, or not asked yet, and every setting could be used.
bool models_are_well(const models::Models& models);
std::size_t model_slots(const models::Models& models);

void write_role(JsonWriter& json, const models::Models& models, std::string_view role);

}  // namespace dossier::server
