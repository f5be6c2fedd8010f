#pragma once

#include "base/limits.h"
#include "funds/ledger/flow_balance.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dossier::funds {

// A proven root in x = ln(1 + rate): the net present value has opposite, certain signs at `low` and `high`, or touches
// nil between them without changing sign.
struct LogRate {
  double x = 0, low = 0, high = 0;
  bool touches = false;
};

// Where rates are looked for. Below -40 the rate is -100 % in every digit of a double; e^700 is a rate of 1e304.
inline constexpr double kLogRateMin = -40, kLogRateMax = 700;

struct LogRates {
  std::vector<LogRate> roots;  // ascending
  // False when the work allowed ran out before every interval was settled (only thousands of flows built to defeat the
  // search do that): `roots` are roots, but there may be more.
  bool complete = true;
};

// Every root of sum a_k e^(-t_k x) between kLogRateMin and kLogRateMax. `flows` as FlowBalance wants them.
//
// How completeness is proven. The gap ln P - ln N of the two sides' present values is nil exactly at the roots. Its
// slope is the difference of two mean times that only fall with x, so their values at the ends of an interval bound the
// slope inside it. That bound excludes an interval (the gap cannot come down to nil and up again), or shows it monotone
// (the ends' signs decide), or the interval is halved. Intervals that rounding blurs go to exact_log_rates.
LogRates find_log_rates(std::span<const TimedFlow> flows, double steps_per_year);

// How often the sign of the amounts changes along the series: by Descartes' rule of signs, which holds for sums of
// exponentials, at least the number of roots, and more than it by an even number.
int sign_changes(std::span<const TimedFlow> flows);

// The roots strictly between `low` and `high`, where the signs of the net present value are certain, in 100-digit
// arithmetic. Complete by Rolle: multiplying by e^(tau x) with tau between two flows of opposite sign and deriving
// removes one sign change; between two roots of the derivative lies at most one root. Values below 1e-80 of their terms
// count as nil, so a double root is found and given once. Slow (milliseconds), for narrow intervals. Not complete when
// more than `terms_max` terms had to be discounted.
LogRates exact_log_rates(std::span<const TimedFlow> flows, double steps_per_year, double low, double high,
                         std::int64_t terms_max = limits::kExactTermsMax);

}  // namespace dossier::funds
