#pragma once

#include "funds/ledger/market_index.h"
#include "funds/ledger/worked_figure.h"

#include <array>

namespace dossier::funds {

// A fund against a public index I, as of T (docs/metrics.md). C and D are the rows' effects on paid-in capital and
// distributions, N the NAV of T; every flow of day t is carried to T by I_T / I_t, with the last level on or before t.
//   ks_pme        (sum D I_T/I_t + N) / (sum C I_T/I_t); above 1 the fund beat the index
//   direct_alpha  the rate a with which the carried flows and N are worth nil: what the fund earned above the index
//   ln_pme        the IRR of C and D, ended by what C and D would be worth in the index (Long and Nickels)
//   pme_plus      the IRR of C, D scaled so that the index ends with N, and N
// and the fund's own IRR beside the last two. Each is unknown, with its reason, without a NAV of T or index levels.
struct MarketEquivalent {
  std::optional<Date> as_of = {};
  WorkedFigure ks_pme = {}, direct_alpha = {}, ln_pme = {}, ln_spread = {}, pme_plus = {}, pme_plus_spread = {};

  std::array<const WorkedFigure*, 6> figures() const {
    return {&ks_pme, &direct_alpha, &ln_pme, &ln_spread, &pme_plus, &pme_plus_spread};
  }
};

// `metrics` are those of `ledger`: their as-of date and NAV are taken.
MarketEquivalent market_equivalent(const Ledger& ledger, const MetricSet& metrics, const MarketIndex& index);

}  // namespace dossier::funds
