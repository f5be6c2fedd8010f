#include "net/calm_watch.h"

#include <algorithm>

namespace dossier::net {
namespace {

constexpr std::size_t kCalmRequests = 4;  // in flight: somebody polls, nobody floods
constexpr int kCalmLooks = 5;             // half a second of that
constexpr std::uint64_t kWorthPart = 25;  // four per cent more than was left the last time
constexpr auto kAtMostEvery = std::chrono::seconds(5);

}  // namespace

bool CalmWatch::should_give_back(SteadyTime now, std::size_t requests, std::uint64_t memory_bytes,
                                 bool short_of_memory) {
  calm_looks_ = requests <= kCalmRequests ? std::min(calm_looks_ + 1, kCalmLooks) : 0;
  const bool calm = calm_looks_ == kCalmLooks;
  if (settling_ && calm) kept_bytes_ = memory_bytes;
  settling_ = false;
  const bool worth = memory_bytes > kept_bytes_ + kept_bytes_ / kWorthPart;
  if (!short_of_memory && !(calm && worth)) return false;
  if (given_back_ != SteadyTime{} && now - given_back_ < kAtMostEvery) return false;
  given_back_ = now;
  settling_ = calm;  // in a flood that still runs, what is left says nothing
  return true;
}

}  // namespace dossier::net
