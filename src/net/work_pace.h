#pragma once

#include "base/clock.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace dossier::net {

// How fast a queue is worked off, learnt from looks at it while something waits in it (an idle worker tells nothing),
// and so how long what waits will take. Looked at on one thread, asked from all.
class WorkPace {
 public:
  // `finished`: pieces since the start.
  void look(SteadyTime now, std::size_t waiting, std::uint64_t finished);
  // Nothing: no piece was seen to end yet.
  std::optional<std::chrono::duration<double>> time_for(std::size_t pieces) const;

 private:
  SteadyTime looked_at_{};
  std::uint64_t finished_ = 0;
  bool waited_ = false;
  std::atomic<double> per_second_{0};
};

}  // namespace dossier::net
