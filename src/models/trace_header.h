#pragma once

#include <string>
#include <string_view>

namespace dossier::models {

// The W3C traceparent of one call: the trace of the request it is made for, and a span of its own, so that two calls of
// one request are two spans under it. Empty when there is no trace (32 hex digits) to go on with. `sampled`: whether
// who began the trace records it.
std::string traceparent_of(std::string_view trace_id, bool sampled);

}  // namespace dossier::models
