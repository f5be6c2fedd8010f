#include "funds/ledger/flow_balance.h"

#include "base/check.h"

#include <bit>
#include <cmath>
#include <limits>

namespace dossier::funds {
namespace {

constexpr double kUnit = std::numeric_limits<double>::epsilon() / 2;  // of rounding

// e^z for z <= 0 within 4 units of rounding (0 below -708), free of branches so that loops over it are vectorised:
// z = n ln 2 + r with |r| <= ln 2 / 2, the Taylor sum of e^r to the 13th power, then n is added to the exponent bits.
inline double exp_of_nonpositive(double z) {
  constexpr double shifter = 0x1.8p52;  // adding it leaves the nearest integer in the low bits
  constexpr double ln2_high = 0x1.62e42fefa0000p-1, ln2_low = 0x1.cf79abc9e3b3ap-40;
  z = z < -708.0 ? -708.0 : z;
  double shifted = z * 1.4426950408889634 + shifter;
  double n = shifted - shifter;
  double r = (z - n * ln2_high) - n * ln2_low;
  double r2 = r * r, r4 = r2 * r2, r8 = r4 * r4;
  double a = (1.0 + r) + r2 * (1.0 / 2 + r * (1.0 / 6));
  double b = (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5040));
  double c = (1.0 / 40320 + r * (1.0 / 362880)) + r2 * (1.0 / 3628800 + r * (1.0 / 39916800));
  double d = 1.0 / 479001600 + r * (1.0 / 6227020800.0);
  double mantissa = a + r4 * b + r8 * (c + r4 * d);
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(mantissa) + (std::bit_cast<std::uint64_t>(shifted) << 52));
}

struct Sums {
  double value = 0, moment = 0;
};

// Sums of a e^((base - t) x) and of t a e^((base - t) x), in any order: the error bounds below allow for that.
Sums discounted(const double* years, const double* amounts, std::size_t count, double base, double x) {
#if defined(__clang__)
#pragma clang fp reassociate(on)
#endif
  double value = 0, moment = 0;
  for (std::size_t k = 0; k < count; ++k) {
    double weight = amounts[k] * exp_of_nonpositive((base - years[k]) * x);
    value += weight;
    moment += weight * years[k];
  }
  return {value, moment};
}

}  // namespace

void FlowSide::reserve(std::size_t count) {
  years_.reserve(count);
  amounts_.reserve(count);
}

void FlowSide::add(double years, double amount) {
  if (years_.empty()) first_ = years;
  years_.push_back(years - first_);
  amounts_.push_back(amount);
}

FlowSide::Value FlowSide::at(double x) const {
  // The largest factor is 1: discount to the first flow when x > 0, to the last when x < 0. Nothing overflows, and
  // what underflows is beyond the 700th e-fold below the largest.
  double base = x < 0 ? years_.back() : 0.0;
  Sums sums = discounted(years_.data(), amounts_.data(), years_.size(), base, x);
  return finish(x, base, sums.value, sums.moment);
}

FlowSide::Value FlowSide::undiscounted() const {
  double value = 0, moment = 0;
  for (std::size_t k = 0; k < years_.size(); ++k) {
    value += amounts_[k];
    moment += amounts_[k] * years_[k];
  }
  return finish(0, 0, value, moment);
}

// Bounds of what rounding did to the sums. A term's exponent is off by three roundings of itself, its power and product
// by six units, the sum by one per term; the weighted average of |exponent| is |x| |base - mean|. The moment weighs
// late terms more, so there every exponent counts as the largest, |x| times the span.
FlowSide::Value FlowSide::finish(double x, double base, double sum, double moment) const {
  double relative_mean = moment / sum;
  double log_sum = std::log(sum);
  double shift = (first_ + base) * x;
  auto terms = static_cast<double>(years_.size());
  double span = years_.back();
  double sum_error = kUnit * (12 + terms + 4 * std::abs(x) * std::abs(base - relative_mean));
  double moment_error = kUnit * (12 + terms + 4 * std::abs(x) * span);
  return {.log_value = log_sum - shift,
          .log_error = sum_error + kUnit * (4 * std::abs(shift) + 4 * std::abs(log_sum)),
          .mean = first_ + relative_mean,
          .mean_error = 3 * moment_error * (span + first_)};
}

namespace {

BalancePoint point(double x, const FlowSide::Value& received, const FlowSide::Value& paid) {
  return {.x = x,
          .gap = received.log_value - paid.log_value,
          .gap_error = received.log_error + paid.log_error,
          .mean_received = received.mean,
          .mean_paid = paid.mean,
          .mean_error = received.mean_error + paid.mean_error};
}

}  // namespace

FlowBalance::FlowBalance(std::span<const TimedFlow> flows, double steps_per_year) {
  received_.reserve(flows.size());
  paid_.reserve(flows.size());
  for (const TimedFlow& flow : flows) {
    double years = (flow.step - flows.front().step) / steps_per_year;
    if (flow.amount > 0) received_.add(years, flow.amount);
    if (flow.amount < 0) paid_.add(years, -flow.amount);
  }
  DOSSIER_CHECK(!received_.empty() && !paid_.empty());
}

BalancePoint FlowBalance::at(double x) const {
  return point(x, received_.at(x), paid_.at(x));
}
BalancePoint FlowBalance::at_nil() const {
  return point(0, received_.undiscounted(), paid_.undiscounted());
}

}  // namespace dossier::funds
