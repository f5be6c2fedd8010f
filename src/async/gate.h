#pragma once

#include "async/timer.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

namespace dossier::async {

struct GateOptions {
  std::string name;
  std::size_t slots = 1;        // inside at the same time
  std::size_t waiting_max = 0;  // at the door; the next is refused at once
};

// Lets so many in and makes so many wait, first come first served; everyone else is refused at once with over_capacity.
// Thread-safe: one gate is shared by all loops, and each waiter resumes on its own. Outlives its permits and waiters.
class Gate {
 public:
  // A slot, given back when this is destroyed, on any thread.
  class Permit {
   public:
    Permit(Permit&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)) {}
    Permit& operator=(Permit&&) = delete;
    ~Permit() {
      if (gate_ != nullptr) gate_->leave();
    }

   private:
    friend class Gate;
    explicit Permit(Gate& gate) : gate_(&gate) {}
    Gate* gate_;
  };

  struct Counters {
    std::size_t inside = 0, waiting = 0;
    std::uint64_t entered = 0, refused = 0, timed_out = 0;
  };

  explicit Gate(GateOptions options);
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  // Fails with over_capacity (full), deadline_exceeded (no slot came free in time) or cancelled.
  Task<Result<Permit>> enter(Deadline deadline);
  Counters counters() const;

 private:
  struct Waiter;
  class Place;

  // A slot now, or a place in the queue, or over_capacity. Null means: a slot.
  Result<std::shared_ptr<Waiter>> knock(const Executor& executor, Deadline deadline);
  void leave();
  bool give_up(const std::shared_ptr<Waiter>& waiter);

  const GateOptions options_;
  mutable std::mutex mutex_;
  std::deque<std::shared_ptr<Waiter>> queue_;
  Counters counters_;
};

}  // namespace dossier::async
