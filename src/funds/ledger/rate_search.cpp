#include "funds/ledger/rate_search.h"

#include "base/check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace dossier::funds {
namespace {

// Far more than any real series needs (20 to 60); what is left then is settled exactly.
constexpr int kEvaluationsMax = 4'000;

struct Interval {
  BalancePoint low, high;
};

// Lower and upper bound of the gap's slope inside the interval, from the mean times at its ends.
struct SlopeRange {
  double least, most;
};

SlopeRange slope_range(const Interval& in) {
  double slack = in.low.mean_error + in.high.mean_error;
  return {in.high.mean_paid - in.low.mean_received - slack, in.low.mean_paid - in.high.mean_received + slack};
}

// The part of the interval that may hold a root: from each end, the nearest place where the gap could have come to nil.
// Empty (from > to) proves that there is none.
struct Reach {
  double from, to;
};

Reach reach_of(const Interval& in, SlopeRange slopes) {
  Reach reach{in.low.x, in.high.x};
  if (int sign = in.low.sign(); sign != 0) {
    double distance = std::abs(in.low.gap) - in.low.gap_error;
    double speed = sign > 0 ? -slopes.least : slopes.most;  // towards nil, walking right
    reach.from = speed > 0 ? in.low.x + distance / speed * (1 - 1e-12) : in.high.x + 1;
  }
  if (int sign = in.high.sign(); sign != 0) {
    double distance = std::abs(in.high.gap) - in.high.gap_error;
    double speed = sign > 0 ? slopes.most : -slopes.least;  // towards nil, walking left
    reach.to = speed > 0 ? in.high.x - distance / speed * (1 - 1e-12) : in.low.x - 1;
  }
  return reach;
}

// x where the gap is nil, by the cubic that has both points' values and slopes, read as x over gap.
double inverse_hermite(const BalancePoint& a, const BalancePoint& b) {
  double step = b.gap - a.gap;
  double t = -a.gap / step;  // 0 at a, 1 at b
  double u = 1 - t;
  return (1 + 2 * t) * u * u * a.x + t * t * (3 - 2 * t) * b.x + step * t * u * (u / a.slope() - t / b.slope());
}

// Closes in on the one root between `low` and `high` (which have certain, opposite signs, or lie at infinity when
// Descartes' rule already gives the sign there) and proves a bracket a few roundings wide around it.
class Polisher {
 public:
  Polisher(const FlowBalance& balance, double low, double high, int sign_low)
      : balance_(balance), low_(low), high_(high), sign_low_(sign_low) {}

  // Nothing when rounding hides the sign too far from the root: a nearly double root, for exact arithmetic.
  std::optional<LogRate> from(BalancePoint a, BalancePoint b) {
    for (int round = 0; round < 80; ++round) {
      double guess = next_of(a, b);
      double step = std::abs(guess - b.x), before = std::abs(b.x - a.x);
      // The cubic's error is of the order of both squared distances; once that is rounding, prove it.
      double doubt = step * step * before * before;
      if (doubt < 1e-12 && proves(guess, doubt, b)) return found_;
      a = b;
      b = balance_.at(guess);
      narrow(b);
      if (high_ - low_ < 1e-13 * (1 + std::abs(high_))) return LogRate{(low_ + high_) / 2, low_, high_};
      if (b.sign() == 0 && ++blurred_ > 6) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  double next_of(const BalancePoint& a, const BalancePoint& b) const {
    double guess = b.gap == a.gap ? b.x : inverse_hermite(a, b);
    if (!(guess > low_ && guess < high_) || !(a.slope() * b.slope() > 0)) guess = b.x - b.gap / b.slope();
    if (guess > low_ && guess < high_) return guess;
    if (std::isinf(low_)) return std::min(high_, b.x) * 2 - 1;
    if (std::isinf(high_)) return std::max(low_, b.x) * 2 + 1;
    return low_ + (high_ - low_) / 2;
  }

  void narrow(const BalancePoint& point) {
    if (point.sign() == sign_low_) low_ = std::max(low_, point.x);
    if (point.sign() == -sign_low_) high_ = std::min(high_, point.x);
  }

  bool proves(double guess, double doubt, const BalancePoint& near) {
    double scale = 1 + std::abs(guess);
    double width = std::max({4 * near.gap_error / std::abs(near.slope()), 1e-12 * scale, 8 * doubt});
    if (!(width < 1e-10 * scale)) return false;
    BalancePoint left = balance_.at(guess - width), right = balance_.at(guess + width);
    narrow(left);
    narrow(right);
    if (left.sign() != sign_low_ || right.sign() != -sign_low_) return false;
    double x = left.x + (right.x - left.x) * (left.gap / (left.gap - right.gap));
    found_ = {x, left.x, right.x};
    return true;
  }

  const FlowBalance& balance_;
  double low_, high_;
  int sign_low_;
  int blurred_ = 0;
  LogRate found_;
};

class Search {
 public:
  Search(std::span<const TimedFlow> flows, double steps_per_year)
      : flows_(flows), steps_per_year_(steps_per_year), balance_(flows, steps_per_year) {}

  // One sign change: exactly one root over all x. The sign at minus infinity is the last flow's.
  LogRates unique() {
    int sign_low = flows_.back().amount > 0 ? 1 : -1;
    BalancePoint start = balance_.at_nil();
    double guess = std::clamp(-start.gap / start.slope(), kLogRateMin, kLogRateMax);
    double infinity = std::numeric_limits<double>::infinity();
    Polisher polisher(balance_, -infinity, infinity, sign_low);
    auto root = polisher.from(start, balance_.at(guess));
    if (!root) return all();
    if (root->x >= kLogRateMin && root->x <= kLogRateMax) answer_.roots.push_back(*root);
    return std::move(answer_);
  }

  LogRates all() {
    open_.push_back({balance_.at(kLogRateMin), balance_.at(kLogRateMax)});
    while (!open_.empty() && evaluations_ < kEvaluationsMax) {
      Interval in = open_.back();
      open_.pop_back();
      settle(in);
    }
    for (const Interval& in : open_) blurred_.push_back({in.low.x, in.high.x});
    settle_blurred();
    std::sort(answer_.roots.begin(), answer_.roots.end(), [](auto& a, auto& b) { return a.x < b.x; });
    return std::move(answer_);
  }

 private:
  void settle(const Interval& in) {
    SlopeRange slopes = slope_range(in);
    Reach reach = reach_of(in, slopes);
    if (reach.from > reach.to) return;
    int low = in.low.sign(), high = in.high.sign();
    if (low * high != 0 && (slopes.least > 0 || slopes.most < 0)) {
      if (low != high) settle_root(in, low);
      return;
    }
    // Where rounding is as large as the whole change of the gap across the interval, halving tells nothing more.
    double width = in.high.x - in.low.x;
    double change = width * std::max(std::abs(slopes.least), std::abs(slopes.most));
    if (change < 8 * std::max(in.low.gap_error, in.high.gap_error)) return blurred_.push_back({in.low.x, in.high.x});
    split(in, reach);
  }

  void settle_root(const Interval& in, int sign_low) {
    Polisher polisher(balance_, in.low.x, in.high.x, sign_low);
    if (auto root = polisher.from(in.low, in.high)) {
      answer_.roots.push_back(*root);
    } else {
      blurred_.push_back({in.low.x, in.high.x});
    }
  }

  void split(const Interval& in, Reach reach) {
    double width = in.high.x - in.low.x;
    double middle = std::clamp((reach.from + reach.to) / 2, in.low.x + width / 16, in.high.x - width / 16);
    BalancePoint point = balance_.at(middle);
    if (point.sign() == 0) point = balance_.at(middle + width / 64);  // a root may be just there: look beside it
    evaluations_ += 2;
    open_.push_back({point, in.high});
    open_.push_back({in.low, point});
  }

  struct Range {
    double low, high;
  };

  // Neighbouring blurred intervals are one: their common end need not have a certain sign.
  void settle_blurred() {
    std::sort(blurred_.begin(), blurred_.end(), [](auto& a, auto& b) { return a.low < b.low; });
    for (std::size_t k = 0; k < blurred_.size();) {
      Range range = blurred_[k++];
      while (k < blurred_.size() && blurred_[k].low <= range.high) range.high = blurred_[k++].high;
      LogRates found = exact_log_rates(flows_, steps_per_year_, range.low, range.high);
      answer_.roots.insert(answer_.roots.end(), found.roots.begin(), found.roots.end());
      answer_.complete = answer_.complete && found.complete;
    }
  }

  std::span<const TimedFlow> flows_;
  double steps_per_year_;
  FlowBalance balance_;
  std::vector<Interval> open_;
  std::vector<Range> blurred_;
  LogRates answer_;
  int evaluations_ = 0;
};

}  // namespace

int sign_changes(std::span<const TimedFlow> flows) {
  int changes = 0;
  for (std::size_t k = 1; k < flows.size(); ++k) changes += (flows[k].amount > 0) != (flows[k - 1].amount > 0);
  return changes;
}

LogRates find_log_rates(std::span<const TimedFlow> flows, double steps_per_year) {
  int changes = sign_changes(flows);
  DOSSIER_CHECK(changes > 0);
  Search search(flows, steps_per_year);
  return changes == 1 ? search.unique() : search.all();
}

}  // namespace dossier::funds
