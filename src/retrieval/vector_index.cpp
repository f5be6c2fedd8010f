#include "retrieval/vector_index.h"

#include "base/check.h"

#include <algorithm>
#include <array>

namespace dossier::retrieval {
namespace {

constexpr std::size_t kLanes = 8;

}  // namespace

float scalar_product(std::span<const float> one, std::span<const float> other) {
  std::array<float, kLanes> lanes{};
  std::size_t i = 0;
  for (; i + kLanes <= one.size(); i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] += one[i + lane] * other[i + lane];
  }
  float sum = 0;
  for (; i < one.size(); ++i) sum += one[i] * other[i];
  for (const float lane : lanes) sum += lane;
  return sum;
}

void VectorIndex::put(std::size_t passage, std::span<const float> vector) {
  DOSSIER_CHECK(vector.size() == dimension_);
  passages_.push_back(passage);
  numbers_.insert(numbers_.end(), vector.begin(), vector.end());
}

std::vector<VectorIndex::Hit> VectorIndex::search(std::span<const float> question, std::size_t most) const {
  DOSSIER_CHECK(question.size() == dimension_);
  const auto better = [](const Hit& a, const Hit& b) { return a.likeness > b.likeness; };
  std::vector<Hit> best;  // sorted, at most `most`
  for (std::size_t i = 0; i < passages_.size() && most > 0; ++i) {
    const Hit hit{passages_[i], scalar_product(question, {numbers_.data() + i * dimension_, dimension_})};
    if (best.size() == most && hit.likeness <= best.back().likeness) continue;
    if (best.size() == most) best.pop_back();
    best.insert(std::upper_bound(best.begin(), best.end(), hit, better), hit);
  }
  return best;
}

}  // namespace dossier::retrieval
