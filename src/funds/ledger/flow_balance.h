#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dossier::funds {

// A cash flow at a whole number of time steps (days or periods) from the first one. Positive amounts are received.
struct TimedFlow {
  std::int32_t step = 0;
  double amount = 0;
};

// What the balance of received against paid looks like at one x = ln(1 + rate).
struct BalancePoint {
  double x = 0;
  // ln(present value received) - ln(present value paid): nil exactly where x is a root, and nearly straight in x.
  double gap = 0;
  double gap_error = 0;  // |gap - true gap| is at most this
  // Mean times, in years, of what is received and what is paid, each weighted by its present value at x. Both only
  // fall as x grows, because discounting harder moves weight to the early flows. Their difference is the gap's slope.
  double mean_received = 0, mean_paid = 0;
  double mean_error = 0;

  double slope() const { return mean_paid - mean_received; }
  // 1 or -1 when the sign of the net present value is certain, 0 when rounding hides it.
  int sign() const { return gap > gap_error ? 1 : gap < -gap_error ? -1 : 0; }
};

// The flows of one sign, ready to be discounted quickly and without overflow at any x.
class FlowSide {
 public:
  void reserve(std::size_t count);
  void add(double years, double amount);  // in order of time; amount > 0
  bool empty() const { return years_.empty(); }

  struct Value {
    double log_value, log_error, mean, mean_error;
  };
  Value at(double x) const;
  // The same at x = 0, where nothing is discounted.
  Value undiscounted() const;

 private:
  Value finish(double x, double base, double sum, double moment) const;

  double first_ = 0;           // years from the first flow of both sides to the first of this side
  std::vector<double> years_;  // from first_
  std::vector<double> amounts_;
};

// Both sides of a series whose flows are ordered by step, at most one per step, none nil, and not all of one sign.
class FlowBalance {
 public:
  FlowBalance(std::span<const TimedFlow> flows, double steps_per_year);

  BalancePoint at(double x) const;
  BalancePoint at_nil() const;  // at(0), without computing an exponential

 private:
  FlowSide received_, paid_;
};

}  // namespace dossier::funds
