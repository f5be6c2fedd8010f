#include "funds/ledger/rate_search.h"
#include "funds/ledger/xirr.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

// At full size from the first case on: short series with tiny numbers have no rate to speak of.
template <class T>
rc::Gen<T> full(rc::Gen<T> gen) {
  return rc::gen::resize(rc::kNominalSize, std::move(gen));
}

std::vector<int> whole_numbers(std::size_t count_min, std::size_t count_max, int least, int most) {
  auto count = *full(rc::gen::inRange(count_min, count_max));
  return *full(rc::gen::container<std::vector<int>>(count, rc::gen::inRange(least, most)));
}

// Amounts in minor units, exact in a double, with at least one of each sign on days of their own.
std::vector<DatedFlow> flows_of(std::size_t count_max) {
  auto amounts = whole_numbers(2, count_max, -100'000'000, 100'000'000);
  std::vector<DatedFlow> flows;
  for (int amount : amounts) {
    int day = *full(rc::gen::inRange(1, 5'000));
    flows.push_back({*Date::of_days(15'000 + day), static_cast<double>(amount)});
  }
  flows.push_back({*Date::of_days(15'000), -1e7});
  flows.push_back({*Date::of_days(20'000), 1e7});
  return flows;
}

struct Balance {
  long double net = 0, size = 0;
};

Balance balance(const std::vector<DatedFlow>& flows, double rate) {
  Date first = std::min_element(flows.begin(), flows.end(), [](auto& a, auto& b) { return a.date < b.date; })->date;
  Balance sum;
  for (const DatedFlow& flow : flows) {
    auto factor = std::pow(1.0L + rate, -static_cast<long double>(flow.date - first) / 365);
    sum.net += flow.amount * factor;
    sum.size += std::abs(flow.amount) * factor;
  }
  return sum;
}

RC_GTEST_PROP(XirrProperties, every_rate_makes_the_present_value_nil, ()) {
  auto flows = flows_of(60);
  auto answer = xirr(flows);
  for (double rate : answer.rates) {
    if (rate < -0.999999) continue;  // 1 + rate has too few digits left for a plain check
    auto [net, size] = balance(flows, rate);
    RC_ASSERT(std::abs(net) <= 1e-9L * size);
  }
}

RC_GTEST_PROP(XirrProperties, the_bracket_changes_sign, ()) {
  auto flows = flows_of(30);
  auto answer = xirr(flows);
  if (!answer.rate || *answer.rate < -0.9 || *answer.rate > 1e6 || answer.reason.find("touches") != std::string::npos)
    return;
  auto low = balance(flows, *answer.low - 1e-9), high = balance(flows, *answer.high + 1e-9);
  RC_ASSERT((low.net > 0) != (high.net > 0));
}

RC_GTEST_PROP(XirrProperties, the_order_of_rows_does_not_matter, ()) {
  auto flows = flows_of(40);
  auto mixed = flows;
  auto seed = *rc::gen::arbitrary<unsigned>();
  for (std::size_t k = mixed.size(); k > 1; --k)
    std::swap(mixed[k - 1], mixed[(seed = seed * 1664525u + 1013904223u) % k]);
  auto one = xirr(flows), other = xirr(mixed);
  RC_ASSERT(one.status == other.status);
  RC_ASSERT(one.rates == other.rates);
}

RC_GTEST_PROP(XirrProperties, scaling_and_reversing_all_flows_keeps_the_rates, ()) {
  auto flows = flows_of(40);
  auto one = xirr(flows);
  if (one.rates.empty() || one.rates.front() <= -1.0) return;
  double factor = *rc::gen::element(-1.0, 0.5, 1024.0, -3.0);
  for (DatedFlow& flow : flows) flow.amount *= factor;
  auto other = xirr(flows);
  RC_ASSERT(one.rates.size() == other.rates.size());
  for (std::size_t k = 0; k < one.rates.size(); ++k) {
    RC_ASSERT(std::abs(one.rates[k] - other.rates[k]) <= 1e-11 * (1 + std::abs(one.rates[k])));
  }
}

RC_GTEST_PROP(XirrProperties, moving_all_dates_keeps_the_rates, ()) {
  auto flows = flows_of(20);
  auto one = xirr(flows);
  int days = *rc::gen::inRange(-3'000, 3'000);
  for (DatedFlow& flow : flows) flow.date = *Date::of_days(flow.date.days_since_epoch() + days);
  RC_ASSERT(xirr(flows).rates == one.rates);
}

// Whole factors (n - m v): the amounts are exact, so the planted rates m/n - 1 are roots to the last digit.
RC_GTEST_PROP(XirrProperties, planted_rates_are_found_and_no_others, ()) {
  auto numerators = whole_numbers(1, 7, 1, 40);
  constexpr int kDenominator = 10;
  std::vector<double> amounts{-1}, wanted;
  for (int numerator : numerators) {
    amounts.push_back(0);
    for (std::size_t k = amounts.size(); k-- > 0;) {
      amounts[k] = kDenominator * amounts[k] - (k > 0 ? numerator * amounts[k - 1] : 0);
    }
    wanted.push_back(static_cast<double>(numerator) / kDenominator - 1);
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  auto found = periodic_irr(amounts).rates;
  RC_ASSERT(found.size() == wanted.size());
  for (std::size_t k = 0; k < wanted.size(); ++k) RC_ASSERT(std::abs(found[k] - wanted[k]) < 1e-9);
}

// The quick search (interval bounds in doubles) and the exact one (Rolle's theorem in 100 digits) share no step.
RC_GTEST_PROP(XirrProperties, the_quick_and_the_exact_search_agree, ()) {
  auto amounts = whole_numbers(2, 14, -50, 50);
  std::vector<TimedFlow> flows;
  for (std::size_t k = 0; k < amounts.size(); ++k) {
    if (amounts[k] != 0) flows.push_back({static_cast<std::int32_t>(k * 97), static_cast<double>(amounts[k])});
  }
  if (flows.empty() || sign_changes(flows) == 0) return;
  auto quick = find_log_rates(flows, 365);
  auto exact = exact_log_rates(flows, 365, kLogRateMin, kLogRateMax);
  RC_ASSERT(quick.complete && exact.complete);
  RC_ASSERT(quick.roots.size() == exact.roots.size());
  for (std::size_t k = 0; k < quick.roots.size(); ++k) {
    RC_ASSERT(std::abs(quick.roots[k].x - exact.roots[k].x) < 1e-10 * (1 + std::abs(exact.roots[k].x)));
  }
}

// Descartes: never more roots than sign changes; counted with multiplicity the difference is even, so an odd number of
// sign changes always leaves at least one rate.
RC_GTEST_PROP(XirrProperties, the_number_of_roots_obeys_descartes, ()) {
  auto flows = flows_of(25);
  std::sort(flows.begin(), flows.end(), [](auto& a, auto& b) { return a.date < b.date; });
  std::vector<TimedFlow> timed;
  for (const DatedFlow& flow : flows) {
    if (flow.amount == 0 || (!timed.empty() && timed.back().step == flow.date.days_since_epoch())) continue;
    timed.push_back({flow.date.days_since_epoch(), flow.amount});
  }
  RC_ASSERT(static_cast<int>(find_log_rates(timed, 365).roots.size()) <= sign_changes(timed));
}

}  // namespace
}  // namespace dossier::funds
