// The exact scan of vectors and the fusion behind a second look (docs/models.md).
#include "retrieval/fusion.h"
#include "retrieval/vector_index.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <numeric>
#include <random>

namespace dossier::retrieval {
namespace {

constexpr std::size_t kDimension = 384;

std::vector<float> some_vector(std::mt19937& random) {
  std::normal_distribution<float> number;
  std::vector<float> vector(kDimension);
  for (float& x : vector) x = number(random);
  const float length = std::sqrt(scalar_product(vector, vector));
  for (float& x : vector) x /= length;
  return vector;
}

void scan(benchmark::State& state) {
  std::mt19937 random(1);
  VectorIndex index(kDimension);
  for (std::int64_t i = 0; i < state.range(0); ++i) index.put(static_cast<std::size_t>(i), some_vector(random));
  const std::vector<float> question = some_vector(random);
  for (auto _ : state) benchmark::DoNotOptimize(index.search(question, 20));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(scan)->Arg(500)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);

void fusing(benchmark::State& state) {
  std::vector<std::vector<std::size_t>> rankings(2, std::vector<std::size_t>(20));
  std::iota(rankings[0].begin(), rankings[0].end(), 0);
  std::iota(rankings[1].begin(), rankings[1].end(), 10);
  for (auto _ : state) benchmark::DoNotOptimize(fuse(rankings, 6));
}
BENCHMARK(fusing)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace dossier::retrieval
