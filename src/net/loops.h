#pragma once

#include "async/task.h"
#include "base/clock.h"
#include "base/metrics.h"

#include <memory>

namespace dossier::net {

// The io loops: each is one io_context run by one thread, so that what happens on a loop needs no locks. How late a
// loop is with its timers is measured ten times a second and exported as event_loop_lag_seconds{loop}.
class Loops {
 public:
  Loops(std::size_t count, Metrics& metrics);
  // Stops the threads; what was still suspended on a loop is destroyed with it.
  ~Loops();
  Loops(const Loops&) = delete;
  Loops& operator=(const Loops&) = delete;

  std::size_t size() const;
  async::Executor executor(std::size_t index) const;
  // When the loop that is furthest behind last turned. A watchdog compares it with now.
  SteadyTime oldest_turn() const;

  // On a loop's thread: what comes in during the next moments is gathered. The loop then looks for it a thousand times
  // a second instead of being woken for each piece, so that the refusals of a flood take less of the cores that the
  // accepted work needs, and come up to a millisecond later.
  static void gather();

 private:
  struct Loop;
  std::unique_ptr<Loop[]> loops_;
  std::size_t count_;
};

}  // namespace dossier::net
