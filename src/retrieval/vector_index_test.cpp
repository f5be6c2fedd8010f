#include "retrieval/vector_index.h"

#include "retrieval/fusion.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace dossier::retrieval {
namespace {

std::vector<float> unit(std::vector<float> vector) {
  float square = 0;
  for (const float x : vector) square += x * x;
  for (float& x : vector) x /= std::sqrt(square);
  return vector;
}

TEST(VectorIndex, finds_the_likest_first) {
  VectorIndex index(3);
  index.put(10, unit({1, 0, 0}));
  index.put(11, unit({1, 1, 0}));
  index.put(12, unit({0, 0, 1}));
  const auto hits = index.search(unit({1, 0.1F, 0}), 2);
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].passage, 10u);
  EXPECT_EQ(hits[1].passage, 11u);
  EXPECT_NEAR(index.search(unit({0, 0, 5}), 1)[0].likeness, 1, 1e-6);
  EXPECT_TRUE(index.search(unit({1, 0, 0}), 0).empty());
}

// Recall 1: the same as sorting all of them.
RC_GTEST_PROP(VectorIndex, misses_none, ()) {
  const auto dimension = *rc::gen::inRange<std::size_t>(1, 40);
  const auto count = *rc::gen::inRange<std::size_t>(0, 60);
  VectorIndex index(dimension);
  std::vector<std::vector<float>> vectors;
  const auto some = [&] {
    std::vector<float> vector;
    for (std::size_t i = 0; i < dimension; ++i) vector.push_back(static_cast<float>(*rc::gen::inRange(-50, 50)) + 0.5F);
    return unit(vector);
  };
  for (std::size_t i = 0; i < count; ++i) index.put(i, vectors.emplace_back(some()));
  const auto question = some();
  std::vector<float> all;
  for (const auto& vector : vectors) all.push_back(scalar_product(question, vector));
  std::sort(all.rbegin(), all.rend());
  const auto hits = index.search(question, 7);
  RC_ASSERT(hits.size() == std::min<std::size_t>(7, count));
  for (std::size_t i = 0; i < hits.size(); ++i) RC_ASSERT(hits[i].likeness == all[i]);
}

TEST(Fusion, what_both_rankings_have_comes_before_what_one_has) {
  const std::vector<std::vector<std::size_t>> rankings = {{1, 2, 3}, {4, 2, 5}};
  EXPECT_EQ(fuse(rankings, 3), (std::vector<std::size_t>{2, 1, 4}));
  EXPECT_TRUE(fuse({}, 3).empty());
  EXPECT_EQ(fuse(std::vector<std::vector<std::size_t>>{{7, 8}}, 5), (std::vector<std::size_t>{7, 8}));
}

}  // namespace
}  // namespace dossier::retrieval
