#pragma once

#include "desks/funds/views.h"

#include <list>
#include <mutex>
#include <unordered_map>

namespace dossier::desks::funds {

inline constexpr std::size_t kMetricsOnShelfMax = 10'000;  // funds: some 4 MiB

// The newest figures of funds, so that a list of many funds need not compute them all. Each is of one version of its
// ledger and never given for another one. The least recently used go first. Thread-safe.
class MetricsShelf {
 public:
  explicit MetricsShelf(std::size_t funds_max) : funds_max_(funds_max) {}

  // Nothing when they are not here, or of another version.
  std::optional<MetricsView> find(FundId fund, std::int64_t version);
  // Those of a later version stay.
  void put(FundId fund, std::int64_t version, MetricsView metrics);

 private:
  struct Entry {
    FundId fund;
    std::int64_t version;
    MetricsView metrics;
  };

  const std::size_t funds_max_;
  std::mutex mutex_;
  std::list<Entry> entries_;  // the most recently used first
  std::unordered_map<FundId, std::list<Entry>::iterator> places_;
};

// The figures of a fund as of its newest report, from the shelf or computed. Fails with not_found when there is no such
// fund.
Result<MetricsView> newest_metrics(store::Session& session, MetricsShelf& shelf, FundId fund);

}  // namespace dossier::desks::funds
