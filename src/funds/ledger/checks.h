#pragma once

#include "funds/ledger/metrics.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {

// One figure a report prints about itself beside the same figure of its ledger.
struct Check {
  Metric metric = Metric::pic;
  std::string printed;                       // as printed: "12.5%"
  std::optional<Money> reported_money = {};  // one of the two is set
  std::optional<double> reported_number = {};
  MetricValue computed = {};
  // True when the computed figure rounds to the printed one; nothing when there is no computed figure to compare.
  std::optional<bool> agrees = {};
  std::string note =
      {};            // whole sentences: which reading agrees, or why the figures differ; empty when nothing is to say
  Place place = {};  // of the printed figure
};

// Every reported figure of `ledger` against `metrics`, which must be of the report's own date. A figure that rounds to
// the printed one agrees; the precision is read off the printed text ("0.39" is exact to 0.005, "$38,417" in thousands
// to 500). The usual causes of a difference are tried and named: adjustments left out or signed the other way, NAV not
// given (then: the NAV that the printed TVPI implies and the IRR that would follow), dates ignored, cash alone.
std::vector<Check> check_reported(const Ledger& ledger, const MetricSet& metrics);

// The NAV at which the ledger would show `tvpi`; nothing when nothing was paid in or it would be negative.
std::optional<Money> nav_implied_by(double tvpi, const MetricSet& metrics);

}  // namespace dossier::funds
