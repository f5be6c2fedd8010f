#include "funds/ledger/market_index.h"

#include "base/check.h"

#include <algorithm>

namespace dossier::funds {

MarketIndex::MarketIndex(std::string name, std::vector<IndexLevel> levels)
    : name_(std::move(name)), levels_(std::move(levels)) {
  std::stable_sort(levels_.begin(), levels_.end(), [](auto& a, auto& b) { return a.date < b.date; });
  std::vector<IndexLevel> kept;
  for (const IndexLevel& level : levels_) {
    DOSSIER_CHECK(level.level > 0);
    if (!kept.empty() && kept.back().date == level.date) kept.pop_back();
    kept.push_back(level);
  }
  levels_ = std::move(kept);
}

std::optional<IndexLevel> MarketIndex::on(Date date) const {
  const auto later =
      std::upper_bound(levels_.begin(), levels_.end(), date, [](Date d, const IndexLevel& l) { return d < l.date; });
  if (later == levels_.begin()) return std::nullopt;
  return *std::prev(later);
}

}  // namespace dossier::funds
