#pragma once

#include "async/cache_counters.h"
#include "base/metrics.h"

#include <string>

namespace dossier::async {

// How a Cache does, as metrics by its name: cache_hits, cache_joined, cache_misses, cache_abandoned, cache_entries.
// Thread-safe.
class CacheFigures {
 public:
  CacheFigures(Metrics& metrics, const std::string& name);

  void show(const CacheCounters& now);

 private:
  Gauge hits_, joined_, misses_, abandoned_, entries_;
};

}  // namespace dossier::async
