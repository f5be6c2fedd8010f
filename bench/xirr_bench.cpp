#include "funds/ledger/xirr.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace {

using dossier::Date;
using dossier::funds::DatedFlow;

Date day(int days_after_2010) {
  return *Date::of_days(14610 + days_after_2010);
}

// Calls over the first half, distributions over the second, a last value: one sign change.
std::vector<DatedFlow> fund(int count) {
  std::mt19937 random(7);
  std::vector<DatedFlow> flows;
  for (int k = 0; k < count; ++k) {
    double size = 1e5 + static_cast<double>(random() % 900'000);
    flows.push_back({day(k * 3650 / count + static_cast<int>(random() % 20)), k < count / 2 ? -size : 1.7 * size});
  }
  std::sort(flows.begin(), flows.end(), [](auto& a, auto& b) { return a.date < b.date; });
  return flows;
}

// A fund that calls and distributes all the time: a sign change at every other flow, one or few roots.
std::vector<DatedFlow> recycling(int count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<DatedFlow> flows;
  for (int k = 0; k < count; ++k) {
    double size = 1e5 + static_cast<double>(random() % 900'000);
    bool paid = random() % 100 < (k < count / 2 ? 75u : 35u);
    flows.push_back({day(k * 3650 / count + static_cast<int>(random() % 20)), paid ? -size : 1.2 * size});
  }
  return flows;
}

// Flows whose present value is nil at 5 %, 18 % and 60 %, spread over `count` flows: the product of three factors
// (1 - v (1 + r)) times a positive polynomial in the yearly discount factor v.
std::vector<DatedFlow> three_roots(int count) {
  std::vector<double> amounts{-1000};
  for (double rate : {0.05, 0.18, 0.60}) {
    amounts.push_back(0);
    for (std::size_t k = amounts.size() - 1; k > 0; --k) amounts[k] -= (1 + rate) * amounts[k - 1];
  }
  std::vector<DatedFlow> flows;
  for (int k = 0; k < count / 4; ++k) {
    for (int year = 0; year < 4; ++year) {
      flows.push_back({day(year * 365 + k * 13), amounts[static_cast<std::size_t>(year)] * (1 + 0.3 * std::sin(k))});
    }
  }
  return flows;
}

void measure(benchmark::State& state, const std::vector<DatedFlow>& flows) {
  for (auto _ : state) benchmark::DoNotOptimize(dossier::funds::xirr(flows));
  state.counters["roots"] = static_cast<double>(dossier::funds::xirr(flows).rates.size());
}

void one_root_100(benchmark::State& state) {
  measure(state, fund(100));
}
void one_root_100_rows_in_no_order(benchmark::State& state) {
  auto flows = fund(100);
  std::shuffle(flows.begin(), flows.end(), std::mt19937(3));
  measure(state, flows);
}
void many_sign_changes_100(benchmark::State& state) {
  measure(state, recycling(100, static_cast<unsigned>(state.range(0))));
}
void three_roots_100(benchmark::State& state) {
  measure(state, three_roots(100));
}
void one_root_5000(benchmark::State& state) {
  measure(state, fund(5000));
}
void many_sign_changes_5000(benchmark::State& state) {
  measure(state, recycling(5000, 1));
}

BENCHMARK(one_root_100);
BENCHMARK(one_root_100_rows_in_no_order);
BENCHMARK(many_sign_changes_100)->DenseRange(1, 4);
BENCHMARK(three_roots_100);
BENCHMARK(one_root_5000);
BENCHMARK(many_sign_changes_5000);

}  // namespace
