#pragma once

#include "models/endpoint.h"

#include <span>
#include <string>
#include <vector>

namespace dossier::models {

// One role as it is configured.
struct RoleOptions {
  std::string role;      // "text"
  std::string urls;      // "http://a:8080/v1*3 http://b:8080/v1": parted by blanks or commas, each with its weight
  std::string models;    // one for all, or one for each, in the same form
  std::string api_keys;  // none, one for all, or one for each
  std::size_t slots = limits::kModelSlots;
  std::size_t waiting_max = limits::kModelWaitingMax;
};

// The endpoints of a role; none when no url is configured. What cannot be used is left out and told, with the setting
// and what to change, so that the server starts for what works.
struct EndpointList {
  std::vector<EndpointOptions> endpoints = {};
  std::vector<Error> faults = {};
};
EndpointList read_endpoints(const RoleOptions& role);

}  // namespace dossier::models
