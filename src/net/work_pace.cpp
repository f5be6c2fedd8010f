#include "net/work_pace.h"

#include <algorithm>

namespace dossier::net {
namespace {

constexpr double kSecondsRemembered = 4;  // that weigh in the mean

}  // namespace

void WorkPace::look(SteadyTime now, std::size_t waiting, std::uint64_t finished) {
  const double seconds = std::chrono::duration<double>(now - looked_at_).count();
  const auto done = static_cast<double>(finished - finished_);
  if (waited_ && seconds > 0) {
    const double before = per_second_.load(std::memory_order_relaxed), lately = done / seconds;
    const double weight = before == 0 ? 1 : std::min(1.0, seconds / kSecondsRemembered);
    per_second_.store(before + weight * (lately - before), std::memory_order_relaxed);
  }
  looked_at_ = now;
  finished_ = finished;
  waited_ = waiting > 0;
}

std::optional<std::chrono::duration<double>> WorkPace::time_for(std::size_t pieces) const {
  const double per_second = per_second_.load(std::memory_order_relaxed);
  if (per_second <= 0) return std::nullopt;
  return std::chrono::duration<double>(static_cast<double>(pieces) / per_second);
}

}  // namespace dossier::net
