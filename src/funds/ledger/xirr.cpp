#include "funds/ledger/xirr.h"

#include "base/limits.h"
#include "funds/ledger/rate_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

// A hair wider than the range promised, so that a rate planted on its edge is inside.
const double kListedMin = std::log(1e-9) - 1e-9;
const double kListedMax = std::log1p(1e6) + 1e-9;

IrrAnswer without_rate(IrrStatus status, std::string reason) {
  IrrAnswer answer;
  answer.status = status;
  answer.reason = std::move(reason);
  return answer;
}

struct Series {
  std::vector<TimedFlow> flows;  // in order, one per step, nil ones dropped
  bool many_steps = false;       // the rows name more than one step
  bool nil_at_end = false;       // the last step was given and is nil
};

// Adds up what falls on one step. Cancellation down to rounding is nil: 0.3 - 0.1 - 0.2 is no flow.
Series aggregated(const std::vector<TimedFlow>& sorted) {
  Series series;
  series.flows.reserve(sorted.size());
  for (std::size_t k = 0; k < sorted.size();) {
    std::int32_t step = sorted[k].step;
    std::size_t first = k;
    double sum = 0, size = 0;
    for (; k < sorted.size() && sorted[k].step == step; ++k) {
      sum += sorted[k].amount;
      size += std::abs(sorted[k].amount);
    }
    bool nil = std::abs(sum) <= static_cast<double>(k - first - 1) * std::numeric_limits<double>::epsilon() * size;
    if (!nil && sum != 0) series.flows.push_back({step, sum});
    series.nil_at_end = nil || sum == 0;
  }
  series.many_steps = !sorted.empty() && sorted.front().step != sorted.back().step;
  return series;
}

// Scales by a power of two (exactly), so that sums of the largest doubles stay finite.
bool normalise(std::vector<TimedFlow>& flows) {
  double largest = 0;
  for (const TimedFlow& flow : flows) {
    if (!std::isfinite(flow.amount)) return false;
    largest = std::max(largest, std::abs(flow.amount));
  }
  if (largest < 1e200) return true;
  for (TimedFlow& flow : flows) flow.amount = std::ldexp(flow.amount, -600);
  return true;
}

IrrAnswer one_sided(const Series& series) {
  if (series.flows.empty()) return without_rate(IrrStatus::none, "every flow is nil, so no rate is defined");
  bool paid = series.flows.front().amount < 0;
  if (paid && series.nil_at_end) {
    IrrAnswer answer;
    answer.status = IrrStatus::unique;
    answer.rate = answer.low = answer.high = -1.0;
    answer.rates = {-1.0};
    answer.reason = "nothing came back and the last value is nil: a total loss, -100 %";
    return answer;
  }
  if (series.flows.size() == 1 && !series.many_steps) {
    return without_rate(IrrStatus::none, "there is a single flow; a rate needs at least one paid and one received");
  }
  return without_rate(IrrStatus::none, paid ? "every flow is a payment and nothing was received, so no rate is defined"
                                            : "every flow is a receipt and nothing was paid, so no rate is defined");
}

// x = ln(1 + rate) that turns what was paid into what was received over the time between their mean dates.
double implied_by_multiple(std::span<const TimedFlow> flows, double steps_per_year) {
  double received = 0, paid = 0, received_moment = 0, paid_moment = 0;
  for (const TimedFlow& flow : flows) {
    double years = (flow.step - flows.front().step) / steps_per_year;
    (flow.amount > 0 ? received : paid) += std::abs(flow.amount);
    (flow.amount > 0 ? received_moment : paid_moment) += std::abs(flow.amount) * years;
  }
  double held = received_moment / received - paid_moment / paid;
  double span = (flows.back().step - flows.front().step) / steps_per_year;
  return std::log(received / paid) / (held > span / 100 ? held : span);
}

const LogRate& nearest_to_multiple(const std::vector<LogRate>& roots, std::span<const TimedFlow> flows,
                                   double steps_per_year) {
  double implied = implied_by_multiple(flows, steps_per_year);
  auto nearer = [&](const LogRate& a, const LogRate& b) { return std::abs(a.x - implied) < std::abs(b.x - implied); };
  return *std::min_element(roots.begin(), roots.end(), nearer);
}

// What is nil up to rounding is written as nil.
double rate_at(double x) {
  return std::abs(x) < 1e-15 ? 0.0 : std::expm1(x);
}

std::string percent(double rate) {
  return fmt::format("{:.6g} %", rate * 100);
}

std::string several(const std::vector<double>& rates, int changes) {
  std::string list;
  for (double rate : rates) list += (list.empty() ? "" : ", ") + percent(rate);
  return fmt::format(
      "the flows change sign {} times and {} rates fit ({}); given is the one nearest to what the total-value multiple "
      "implies",
      changes, rates.size(), list);
}

std::string fits_nothing(std::span<const TimedFlow> flows, int changes) {
  if (changes == 1) {
    return "the rate that fits cannot be written as a number: it is above 10^304 or closer to -100 % than 10^-17";
  }
  return fmt::format("the flows change sign {} times, but their present value is {} at every rate", changes,
                     flows.front().amount > 0 ? "positive" : "negative");
}

IrrAnswer described(std::span<const TimedFlow> flows, double steps_per_year, LogRates found) {
  int changes = sign_changes(flows);
  if (found.roots.empty()) return without_rate(IrrStatus::none, fits_nothing(flows, changes));
  auto beyond = [](const LogRate& root) { return root.x < kListedMin || root.x > kListedMax; };
  std::size_t all = found.roots.size();
  if (!std::all_of(found.roots.begin(), found.roots.end(), beyond)) std::erase_if(found.roots, beyond);

  const LogRate& chosen =
      found.roots.size() == 1 ? found.roots.front() : nearest_to_multiple(found.roots, flows, steps_per_year);
  IrrAnswer answer;
  for (const LogRate& root : found.roots) answer.rates.push_back(rate_at(root.x));
  answer.rate = rate_at(chosen.x);
  answer.low = std::expm1(chosen.low);
  answer.high = std::expm1(chosen.high);
  if (answer.rates.size() > 1) {
    answer.status = IrrStatus::multiple;
    answer.reason = several(answer.rates, changes);
  } else {
    answer.status = IrrStatus::unique;
    answer.reason =
        changes == 1
            ? "the flows change sign once, so exactly one rate fits"
            : fmt::format("the flows change sign {} times; every interval was checked and one rate fits", changes);
  }
  if (chosen.touches) answer.reason += "; there the present value only touches nil";
  if (all > found.roots.size()) answer.reason += "; further solutions lie beyond -99.9999999 % or 10^8 %";
  if (!found.complete) answer.reason += "; the series is so intricate that the search was cut short: there may be more";
  return answer;
}

IrrAnswer solve(std::vector<TimedFlow> rows, double steps_per_year) {
  if (rows.empty()) return without_rate(IrrStatus::none, "there are no flows");
  if (rows.size() > limits::kFlowsMax) {
    return without_rate(IrrStatus::invalid, fmt::format("more than {} flows; split the series", limits::kFlowsMax));
  }
  if (!normalise(rows)) {
    return without_rate(IrrStatus::invalid, "an amount is not a finite number; correct it and ask again");
  }
  auto sooner = [](const TimedFlow& a, const TimedFlow& b) { return a.step < b.step; };
  if (!std::is_sorted(rows.begin(), rows.end(), sooner)) std::sort(rows.begin(), rows.end(), sooner);
  Series series = aggregated(rows);
  if (series.flows.empty() || sign_changes(series.flows) == 0) {
    if (!series.many_steps && rows.size() > 1) {
      return without_rate(IrrStatus::none, "all flows fall on one day, so no time passes and no rate is defined");
    }
    return one_sided(series);
  }
  LogRates found = find_log_rates(series.flows, steps_per_year);
  return described(series.flows, steps_per_year, std::move(found));
}

}  // namespace

std::string_view name_of(IrrStatus status) {
  switch (status) {
    case IrrStatus::unique: return "unique";
    case IrrStatus::multiple: return "multiple";
    case IrrStatus::none: return "none";
    case IrrStatus::invalid: return "invalid";
  }
  return "invalid";
}

IrrAnswer xirr(std::span<const DatedFlow> flows) {
  std::vector<TimedFlow> rows;
  rows.reserve(flows.size());
  for (const DatedFlow& flow : flows) rows.push_back({flow.date.days_since_epoch(), flow.amount});
  return solve(std::move(rows), 365);
}

IrrAnswer periodic_irr(std::span<const double> amounts) {
  std::vector<TimedFlow> rows;
  rows.reserve(amounts.size());
  for (double amount : amounts) rows.push_back({static_cast<std::int32_t>(rows.size()), amount});
  return solve(std::move(rows), 1);
}

}  // namespace dossier::funds
