#pragma once

#include "base/json_writer.h"
#include "models/models.h"

#include <string_view>

// What /health says about model servers. Only what the background checks and the calls themselves have left behind is
// read: asking costs no call.
namespace dossier::server {

// "not_configured"; "healthy": one of the role's endpoints is up and its breaker not open; "unhealthy": none is;
// "unknown": not asked yet, a moment after the start.
std::string_view role_health(const models::Models& models, std::string_view role);
// No role is unhealthy, and every setting could be used.
bool models_are_well(const models::Models& models);
std::size_t model_slots(const models::Models& models);

void write_role(JsonWriter& json, const models::Models& models, std::string_view role);

}  // namespace dossier::server
