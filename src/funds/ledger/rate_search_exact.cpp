#include "funds/ledger/rate_search.h"

#include <boost/math/tools/toms748_solve.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

using Real = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<100>, boost::multiprecision::et_off>;

struct Point {
  Real x, received, paid;         // present values, both positive or nil
  Real mean_received, mean_paid;  // mean steps, as in BalancePoint

  // Nil when the sides agree to 80 digits: in 100-digit arithmetic that is a root.
  int sign() const {
    static const Real agreement = pow(Real(10), -80);
    Real net = received - paid;
    if (abs(net) <= agreement * (received + paid)) return 0;
    return net > 0 ? 1 : -1;
  }
};

// Works in x per step, not per year, so that a discount factor is an integer power.
class ExactSearch {
 public:
  ExactSearch(std::span<const TimedFlow> flows, std::int64_t terms_max) : terms_max_(terms_max) {
    for (const TimedFlow& flow : flows) {
      steps_.push_back(flow.step);
      first_level_.push_back(Real(flow.amount));
    }
  }

  struct Root {
    Real x;
    bool touches;
  };

  bool complete() const { return terms_ <= terms_max_; }

  // Roots of sum coefficients_k e^(-step_k x) in [low, high], ascending.
  std::vector<Root> roots(const std::vector<Real>& coefficients, const Real& low, const Real& high) {
    if (!complete() || one_signed(coefficients)) return {};
    Point left = at(coefficients, low), right = at(coefficients, high);
    if (excluded(left, right)) return {};
    std::vector<Point> marks{left};
    if (!monotone(left, right)) {
      for (const Root& turn : roots(derived(coefficients, left, right), low, high)) {
        if (turn.x > low && turn.x < high) marks.push_back(at(coefficients, turn.x));
      }
    }
    marks.push_back(right);
    return roots_between(coefficients, marks);
  }

  const std::vector<Real>& first_level() const { return first_level_; }

 private:
  static bool one_signed(const std::vector<Real>& coefficients) {
    return std::all_of(coefficients.begin(), coefficients.end(), [](const Real& c) { return c >= 0; }) ||
           std::all_of(coefficients.begin(), coefficients.end(), [](const Real& c) { return c <= 0; });
  }

  Point at(const std::vector<Real>& coefficients, const Real& x) {
    terms_ += static_cast<std::int64_t>(steps_.size());
    Point point{x, 0, 0, 0, 0};
    Real per_step = exp(-x), factor = 1;
    int step = steps_.front();
    for (std::size_t k = 0; k < steps_.size(); ++k) {
      factor *= pow(per_step, steps_[k] - step);
      step = steps_[k];
      Real value = coefficients[k] * factor;
      (value > 0 ? point.received : point.paid) += abs(value);
      (value > 0 ? point.mean_received : point.mean_paid) += abs(value) * step;
    }
    if (point.received > 0) point.mean_received /= point.received;
    if (point.paid > 0) point.mean_paid /= point.paid;
    return point;
  }

  // The tests of find_log_rates, see there. Rounding at the 100th digit is nothing beside the 80 of Point::sign.
  static bool monotone(const Point& left, const Point& right) {
    return right.mean_paid > left.mean_received || left.mean_paid < right.mean_received;
  }

  static bool excluded(const Point& left, const Point& right) {
    int sign = left.sign();
    if (sign == 0 || sign != right.sign()) return false;
    Real least = right.mean_paid - left.mean_received, most = left.mean_paid - right.mean_received;
    Real from_left = sign > 0 ? Real(-least) : most, from_right = sign > 0 ? most : Real(-least);
    if (from_left <= 0 || from_right <= 0) return true;
    Real left_gap = abs(log(left.received / left.paid)), right_gap = abs(log(right.received / right.paid));
    return left_gap / from_left + right_gap / from_right > right.x - left.x;
  }

  // Coefficients of e^(-tau x) d/dx (e^(tau x) f): each times (tau - step), tau in the change of sign nearest to where
  // the weight lies, which this removes.
  std::vector<Real> derived(const std::vector<Real>& coefficients, const Point& left, const Point& right) const {
    Real centre = (left.mean_received + left.mean_paid + right.mean_received + right.mean_paid) / 4;
    Real tau = 0, nearest = -1;
    std::size_t last = steps_.size();  // the previous coefficient that is not nil
    for (std::size_t k = 0; k < steps_.size(); ++k) {
      if (coefficients[k] == 0) continue;
      if (last < steps_.size() && (coefficients[k] > 0) != (coefficients[last] > 0)) {
        Real between = (Real(steps_[k]) + steps_[last]) / 2;
        if (nearest < 0 || abs(between - centre) < nearest) {
          nearest = abs(between - centre);
          tau = between;
        }
      }
      last = k;
    }
    std::vector<Real> next = coefficients;
    for (std::size_t k = 0; k < next.size(); ++k) next[k] *= tau - steps_[k];
    return next;
  }

  // The function is monotone (times a positive factor) between neighbouring marks.
  std::vector<Root> roots_between(const std::vector<Real>& coefficients, const std::vector<Point>& marks) {
    std::vector<Root> found;
    for (std::size_t k = 0; k < marks.size(); ++k) {
      int sign = marks[k].sign();
      if (sign == 0) {
        bool inner = k > 0 && k + 1 < marks.size();
        found.push_back({marks[k].x, inner && marks[k - 1].sign() == marks[k + 1].sign()});
      }
      if (k + 1 < marks.size() && sign * marks[k + 1].sign() < 0) {
        found.push_back({crossing(coefficients, marks[k], marks[k + 1]), false});
      }
    }
    return found;
  }

  Real crossing(const std::vector<Real>& coefficients, const Point& left, const Point& right) {
    auto net = [&](const Real& x) {
      Point point = at(coefficients, x);
      return point.sign() == 0 ? Real(0) : Real(point.received - point.paid);
    };
    auto close = [](const Real& a, const Real& b) { return abs(b - a) <= pow(Real(10), -90) * (1 + abs(a)); };
    std::uintmax_t rounds = 400;
    auto [low, high] = boost::math::tools::toms748_solve(net, left.x, right.x, Real(left.received - left.paid),
                                                         Real(right.received - right.paid), close, rounds);
    return (low + high) / 2;
  }

  std::vector<int> steps_;
  std::vector<Real> first_level_;
  std::int64_t terms_ = 0, terms_max_;
};

}  // namespace

LogRates exact_log_rates(std::span<const TimedFlow> flows, double steps_per_year, double low, double high,
                         std::int64_t terms_max) {
  ExactSearch search(flows, terms_max);
  LogRates answer;
  Real scale = steps_per_year;
  for (const auto& root : search.roots(search.first_level(), Real(low) / scale, Real(high) / scale)) {
    auto x = static_cast<double>(Real(root.x * scale));
    double width = 4 * std::numeric_limits<double>::epsilon() * std::max(1e-3, std::abs(x));
    answer.roots.push_back({x, x - width, x + width, root.touches});
  }
  answer.complete = search.complete();
  return answer;
}

}  // namespace dossier::funds
