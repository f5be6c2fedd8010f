#pragma once

#include "models/endpoint.h"

namespace dossier::models {

// What happened at which endpoint and what to do about it, in one sentence each. None of them holds a key or anything
// of the prompt; of the server's own words only the first 200 bytes are repeated.
Error resting_error(const EndpointOptions& endpoint);
Error transport_error(const EndpointOptions& endpoint, Error error);
Error status_error(const EndpointOptions& endpoint, const HttpAnswer& answer);
Error invalid_error(const EndpointOptions& endpoint, std::string_view what);

// What of a server's own words may be repeated: the first 200 bytes, on one line.
std::string repeated(std::string words);

}  // namespace dossier::models
