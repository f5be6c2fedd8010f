#pragma once

#include "net/headers.h"

#include <string>
#include <string_view>

namespace dossier::net {

// How one request is found again: in our log, in the client's, and in a trace that spans several services.
struct Trace {
  std::string correlation_id;  // the client's X-Correlation-ID if it is harmless, else a new UUID
  std::string trace_id;        // 32 hex digits, of W3C traceparent or new
  std::string span_id;         // 16 hex digits, ours
  bool sampled = true;

  // "00-<trace>-<span>-01".
  std::string traceparent() const;
};

Trace trace_of(const Headers& headers);

// The caller's tracestate, as it came, when the trace is the caller's own; else empty.
std::string_view tracestate_of(const Headers& headers, const Trace& trace);

// Random, not secret: version 4, "f47ac10b-58cc-4372-a567-0e02b2c3d479".
std::string new_uuid();

}  // namespace dossier::net
