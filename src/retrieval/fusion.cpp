#include "retrieval/fusion.h"

#include <algorithm>
#include <map>
#include <utility>

namespace dossier::retrieval {
namespace {

constexpr double kFlattening = 60;

}  // namespace

std::vector<std::size_t> fuse(std::span<const std::vector<std::size_t>> rankings, std::size_t most) {
  std::map<std::size_t, double> scores;
  for (const std::vector<std::size_t>& ranking : rankings) {
    for (std::size_t i = 0; i < ranking.size(); ++i) scores[ranking[i]] += 1 / (kFlattening + static_cast<double>(i + 1));
  }
  std::vector<std::pair<std::size_t, double>> all(scores.begin(), scores.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::size_t> best;
  for (const auto& [passage, score] : all) {
    if (best.size() < most) best.push_back(passage);
  }
  return best;
}

}  // namespace dossier::retrieval
