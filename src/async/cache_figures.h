#pragma once

#include "base/metrics.h"

#include <cstdint>
#include <string>

namespace dossier::async {

// How a Cache does, as metrics by its name: cache_hits, cache_joined, cache_misses, cache_abandoned, cache_entries.
// Thread-safe.
class CacheFigures {
 public:
  CacheFigures(Metrics& metrics, const std::string& name);

  template <class Counters>
  void show(const Counters& now) {
    hits_.set(static_cast<double>(now.hits));
    joined_.set(static_cast<double>(now.joined));
    misses_.set(static_cast<double>(now.misses));
    abandoned_.set(static_cast<double>(now.abandoned));
    entries_.set(static_cast<double>(now.entries));
  }

 private:
  Gauge hits_, joined_, misses_, abandoned_, entries_;
};

}  // namespace dossier::async
