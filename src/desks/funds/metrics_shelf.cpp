#include "desks/funds/metrics_shelf.h"

#include "desks/funds/ledger_versions.h"

namespace dossier::desks::funds {

std::optional<MetricsView> MetricsShelf::find(FundId fund, std::int64_t version) {
  const std::lock_guard lock(mutex_);
  const auto at = places_.find(fund);
  if (at == places_.end() || at->second->version != version) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, at->second);
  return at->second->metrics;
}

void MetricsShelf::put(FundId fund, std::int64_t version, MetricsView metrics) {
  const std::lock_guard lock(mutex_);
  if (const auto at = places_.find(fund); at != places_.end()) {
    if (at->second->version > version) return;
    entries_.erase(at->second);
  }
  entries_.push_front({fund, version, std::move(metrics)});
  places_[fund] = entries_.begin();
  if (entries_.size() > funds_max_) {
    places_.erase(entries_.back().fund);
    entries_.pop_back();
  }
}

Result<MetricsView> newest_metrics(store::Session& session, MetricsShelf& shelf, FundId fund) {
  TRY_DO(require_fund(session, fund));
  TRY(const std::int64_t version, version_of(session, fund));
  if (const std::optional<MetricsView> kept = shelf.find(fund, version)) return *kept;
  TRY(const LedgerSnapshot snapshot, read_snapshot(session, fund));
  MetricsView metrics = view_of(compute_metrics(snapshot.ledger()), snapshot.ledger().currency);
  shelf.put(fund, version, metrics);
  return metrics;
}

}  // namespace dossier::desks::funds
