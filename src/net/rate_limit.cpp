#include "net/rate_limit.h"

#include "base/limits.h"

namespace dossier::net {

RateLimit::RateLimit(std::size_t requests, std::chrono::seconds window, const Clock& clock)
    : requests_(requests), window_(window), clock_(clock) {}

bool RateLimit::admit(const std::string& client) {
  if (!enabled()) return true;
  const SteadyTime now = clock_.steady();
  const std::lock_guard lock(mutex_);
  if (seen_.size() >= limits::kRateLimitClientsMax) forget_quiet_clients(now);
  auto& times = seen_[client];
  while (!times.empty() && times.front() + window_ <= now) times.pop_front();
  if (times.size() >= requests_) return false;
  times.push_back(now);
  return true;
}

std::size_t RateLimit::clients() const {
  const std::lock_guard lock(mutex_);
  return seen_.size();
}

// When even the busy ones are too many, everybody starts again: a bound on memory comes before exact counting.
void RateLimit::forget_quiet_clients(SteadyTime now) {
  std::erase_if(seen_, [&](const auto& entry) { return entry.second.empty() || entry.second.back() + window_ <= now; });
  if (seen_.size() >= limits::kRateLimitClientsMax) seen_.clear();
}

}  // namespace dossier::net
