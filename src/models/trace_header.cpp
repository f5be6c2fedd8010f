#include "models/trace_header.h"

#include <cstdint>
#include <cstdio>
#include <random>

namespace dossier::models {
namespace {

constexpr std::size_t kTraceDigits = 32;

// Never zero, which would be no span.
std::uint64_t random_span() {
  static thread_local std::mt19937_64 random{[] {
    std::random_device device;
    return (std::uint64_t{device()} << 32) | device();
  }()};
  return random() | 1;
}

}  // namespace

std::string traceparent_of(std::string_view trace_id, bool sampled) {
  if (trace_id.size() != kTraceDigits) return "";
  char span[17];
  std::snprintf(span, sizeof span, "%016llx", static_cast<unsigned long long>(random_span()));
  return "00-" + std::string(trace_id) + "-" + span + (sampled ? "-01" : "-00");
}

}  // namespace dossier::models
