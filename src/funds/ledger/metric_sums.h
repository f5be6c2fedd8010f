#pragma once

#include "funds/ledger/metrics.h"

// The sums behind the metrics: internal to the room, see metrics.h.
namespace dossier::funds {

struct MetricSums {
  Date as_of;
  Money calls, paid_in, gross_distributions, distributions, recallable, recallable_capital, lp_cash;
  Money unfunded_effect;  // of all rows on what may still be called
  Money restored;         // the part of it that recallable distributions gave back
  Money lapsed;           // the part of that whose right of recall lapsed unused
  std::vector<std::size_t> call_rows, paid_in_rows, gross_distribution_rows, distribution_rows, recallable_rows,
      lapsed_rows, cash_rows, unfunded_rows, after_as_of;
};

MetricSums metric_sums(const Ledger& ledger, Date as_of);

// The four rates of `set`, whose as-of date is set. Without `nav` the first two stay unknown; their reason is the
// caller's.
void fill_rates(const Ledger& ledger, const MetricSums& sums, std::optional<Money> nav, Rates rates, MetricSet& set);

// Paid for investments, not income: what "return of capital" in a recallable row's type says.
bool is_return_of_capital(const Transaction& row);

}  // namespace dossier::funds
