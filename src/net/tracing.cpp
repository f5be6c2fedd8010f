#include "net/tracing.h"

#include <algorithm>
#include <cstdint>
#include <random>

namespace dossier::net {
namespace {

constexpr std::size_t kCorrelationBytesMax = 128;

std::uint64_t random_bits() {
  thread_local std::mt19937_64 engine = [] {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device()};
    return std::mt19937_64(seed);
  }();
  return engine();
}

void append_hex(std::string& out, std::uint64_t bits) {
  constexpr char digits[] = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out += digits[(bits >> shift) & 0xF];
}

bool is_lower_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool all_zero(std::string_view text) {
  return text.find_first_not_of('0') == std::string_view::npos;
}

// It is repeated in a header and in the log, so it may hold nothing that means something there.
bool harmless(std::string_view id) {
  return !id.empty() && id.size() <= kCorrelationBytesMax && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           c == '.' || c == ':';
  });
}

// version-trace-parent-flags: 2, 32, 16 and 2 lower-case hex digits (W3C Trace Context, section 3.2).
bool well_formed(std::string_view header) {
  if (header.size() < 55 || header[2] != '-' || header[35] != '-' || header[52] != '-') return false;
  const std::string_view version = header.substr(0, 2);
  const std::string_view trace = header.substr(3, 32), parent = header.substr(36, 16), flags = header.substr(53, 2);
  if (!is_lower_hex(version) || !is_lower_hex(trace) || !is_lower_hex(parent) || !is_lower_hex(flags)) return false;
  if (version == "ff" || (version == "00" && header.size() != 55)) return false;
  return !all_zero(trace) && !all_zero(parent);
}

}  // namespace

std::string Trace::traceparent() const {
  std::string text;
  text.reserve(55);
  return text.append("00-").append(trace_id).append("-").append(span_id).append(sampled ? "-01" : "-00");
}

Trace trace_of(const Headers& headers) {
  Trace trace;
  const std::string_view correlation = headers.find("X-Correlation-ID");
  trace.correlation_id = harmless(correlation) ? std::string(correlation) : new_uuid();
  const std::string_view parent = headers.find("traceparent");
  if (well_formed(parent)) {
    trace.trace_id = parent.substr(3, 32);
    trace.sampled = parent[54] == '1' || parent[54] == '3';
  } else {
    append_hex(trace.trace_id, random_bits() | 1);
    append_hex(trace.trace_id, random_bits());
  }
  append_hex(trace.span_id, random_bits() | 1);
  return trace;
}

std::string_view tracestate_of(const Headers& headers, const Trace& trace) {
  const std::string_view parent = headers.find("traceparent");
  const bool gone_on_with = well_formed(parent) && parent.substr(3, 32) == trace.trace_id;
  return gone_on_with ? headers.find("tracestate") : std::string_view();
}

std::string new_uuid() {
  std::string hex;
  append_hex(hex, (random_bits() & 0xFFFFFFFFFFFF0FFFULL) | 0x0000000000004000ULL);
  append_hex(hex, (random_bits() & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL);
  for (std::size_t at : {8u, 13u, 18u, 23u}) hex.insert(at, 1, '-');
  return hex;
}

}  // namespace dossier::net
