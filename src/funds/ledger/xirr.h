#pragma once

#include "base/date.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// A cash flow from the investor's side: paid is negative, received is positive. Any unit will do, the rate does not
// depend on it; amounts that are whole numbers (minor units) up to 2^53 are added without rounding.
struct DatedFlow {
  Date date;
  double amount = 0;
};

enum class IrrStatus {
  unique,    // one rate, or a total loss (-100 %)
  multiple,  // several rates; `rate` is the one nearest to what the total-value multiple implies
  none,      // no rate exists; `reason` says why
  invalid,   // the flows are not numbers or too many
};
std::string_view name_of(IrrStatus status);

// Rates as fractions per year (per period for equal periods): 0.1524 is 15.24 %.
struct IrrAnswer {
  IrrStatus status = IrrStatus::none;
  std::optional<double> rate;
  std::vector<double> rates;  // every rate between -99.9999999 % and 10^8 %, ascending
  // The proven bracket of `rate`: the net present value has opposite signs at the two (or touches nil between them).
  std::optional<double> low, high;
  std::string reason;  // one sentence: how the rate is proven, or why there is none
};

// The rate r with sum a_i / (1 + r)^((d_i - d_0) / 365) = 0, Actual/365 fixed, d_0 the first date. The order of the
// flows does not matter; flows of one day add up. All roots are found and proven (rate_search.h). When none lies in the
// range above but one beyond it, that one is given. Flows that are all paid, with an explicit nil as the last, are a
// total loss.
IrrAnswer xirr(std::span<const DatedFlow> flows);

// The rate per step of a list at equal intervals: what "IRR" means in a spreadsheet, wrong for dated flows.
IrrAnswer periodic_irr(std::span<const double> amounts);

}  // namespace dossier::funds
