#pragma once

#include "funds/ledger/metrics.h"

#include <span>

namespace dossier::funds {

// Several funds of one currency as if they were one: all flows together, NAVs and commitments added.
struct Pool {
  Ledger ledger;                         // rows by date
  std::vector<std::size_t> fund_of_row;  // index into the ledgers given, for each row
  std::vector<std::size_t> funds;        // indices into the ledgers given
  MetricSet metrics = {};
  std::vector<std::string> missing;  // sentences: which fund lacks what, so that a pooled figure is unknown
};

// One pool per currency, in the order of first appearance: amounts in different currencies are never added. As of
// `as_of`; when absent, of the day that all funds' own reports share, else of the newest day on which each fund of the
// pool has a NAV, else of the newest report. A pooled NAV needs the NAV of every fund on that very day; a pooled
// commitment that of every fund. Pooled multiples are sums over sums, the pooled IRR is that of all flows together.
std::vector<Pool> pool_by_currency(std::span<const Ledger* const> ledgers, std::optional<Date> as_of = {});

}  // namespace dossier::funds
