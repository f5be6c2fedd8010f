#pragma once

#include "base/date.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dossier::funds {

struct IndexLevel {
  Date date;
  double level = 0;  // above 0
};

// The levels of a public market index, best one with dividends reinvested. A value.
class MarketIndex {
 public:
  // Levels in any order, each above 0; of several on one day the last given counts.
  MarketIndex(std::string name, std::vector<IndexLevel> levels);

  const std::string& name() const { return name_; }
  const std::vector<IndexLevel>& levels() const { return levels_; }  // by date
  // The level of that day, or the last one before it; nothing when the index begins later.
  std::optional<IndexLevel> on(Date date) const;

 private:
  std::string name_;
  std::vector<IndexLevel> levels_;
};

}  // namespace dossier::funds
