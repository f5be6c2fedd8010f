#pragma once

#include "base/clock.h"

#include <chrono>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>

namespace dossier::net {

// At most so many requests of one client within any window of time. Refused ones do not count. Thread-safe.
class RateLimit {
 public:
  // 0 requests: no limit.
  RateLimit(std::size_t requests, std::chrono::seconds window, const Clock& clock);

  bool enabled() const { return requests_ > 0; }
  bool admit(const std::string& client);
  std::size_t clients() const;  // remembered now
  std::size_t requests() const { return requests_; }
  std::chrono::seconds window() const { return window_; }

 private:
  void forget_quiet_clients(SteadyTime now);

  const std::size_t requests_;
  const std::chrono::seconds window_;
  const Clock& clock_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::deque<SteadyTime>> seen_;
};

}  // namespace dossier::net
