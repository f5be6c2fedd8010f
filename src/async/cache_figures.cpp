#include "async/cache_figures.h"

namespace dossier::async {

namespace {

Gauge gauge_of(Metrics& metrics, const std::string& figure, const std::string& help, const std::string& cache) {
  return metrics.gauge("cache_" + figure, help, {{"cache", cache}});
}

}  // namespace

CacheFigures::CacheFigures(Metrics& metrics, const std::string& name)
    : hits_(gauge_of(metrics, "hits", "Answers that were remembered, since the start.", name)),
      joined_(gauge_of(metrics, "joined", "Callers who waited for what another had asked for.", name)),
      misses_(gauge_of(metrics, "misses", "Answers that had to be made, since the start.", name)),
      abandoned_(gauge_of(metrics, "abandoned", "Answers nobody waited for any more, so they were not made.", name)),
      entries_(gauge_of(metrics, "entries", "Answers that are remembered now.", name)) {}

void CacheFigures::show(const CacheCounters& now) {
  hits_.set(static_cast<double>(now.hits));
  joined_.set(static_cast<double>(now.joined));
  misses_.set(static_cast<double>(now.misses));
  abandoned_.set(static_cast<double>(now.abandoned));
  entries_.set(static_cast<double>(now.entries));
}

}  // namespace dossier::async
