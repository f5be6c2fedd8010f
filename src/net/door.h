#pragma once

#include "async/pool.h"
#include "base/limits.h"
#include "base/metrics.h"
#include "net/lane.h"
#include "net/work_pace.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

namespace dossier::net {

struct DoorOptions {
  std::size_t uploads_max = limits::kUploadsMax;  // requests of the ingest lane at the same time
  std::size_t backlog_max = limits::kBacklogMax;  // accepted work that waits, above which no more comes in
  std::uint64_t ingest_memory_bytes = limits::kIngestMemoryBytesMax;  // above it no new work comes in; 0: no bound
  std::uint64_t memory_bytes = limits::kMemoryBytesMax;               // above it only vital requests; 0: no bound
};

// Decides about each request once its head was read, before its body costs anything: whoever cannot be served is told
// so at once. Ingest gives way first, as soon as any queue is half used up or memory runs short; people only when the
// queue that their request needs is full; vital requests never. Thread-safe. The pools outlive it.
class Door {
 public:
  // The memory of this process that is in use, in bytes.
  using MemoryInUse = std::function<std::uint64_t()>;

  // A request's place inside, given back when this is destroyed.
  class Place {
   public:
    Place(Place&& other) noexcept : count_(std::exchange(other.count_, nullptr)) {}
    Place& operator=(Place&&) = delete;
    ~Place() {
      if (count_ != nullptr) count_->fetch_sub(1, std::memory_order_relaxed);
    }

   private:
    friend class Door;
    explicit Place(std::atomic<std::size_t>& count) : count_(&count) {}
    std::atomic<std::size_t>* count_;
  };

  struct Counters {
    std::size_t people = 0, ingest = 0;                // inside now
    std::size_t backlog = 0;                           // accepted work that waited when it was last counted
    std::uint64_t memory_bytes = 0;                    // when it was last looked at
    bool ingest_stopped = false, all_stopped = false;  // by memory
  };

  Door(DoorOptions options, std::vector<const async::Pool*> queues, MemoryInUse memory_in_use, Metrics& metrics);
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;

  // A place, or over_capacity. `needs`: the pool that the request cannot be served without, or null.
  Result<Place> admit(Lane lane, const async::Pool* needs);
  // How long whoever was just refused should stay away: until the queue it needs, as it stands, is done; for uploads
  // the longest queue, and the backlog. In whole seconds, from 1 to 30.
  std::chrono::seconds come_again(Lane lane, const async::Pool* needs) const;
  // The refusal of a request for whose connection there is no room. Counted.
  Error turn_away();
  // How much accepted work waits now; once a second.
  void note_backlog(std::size_t waiting, SteadyTime now = system_clock().steady());
  // Ten times a second, on one thread: how fast the queues are worked off.
  void look_at_queues(SteadyTime now = system_clock().steady());
  // Ten times a second. True: memory is above a bound, so that giving back what is free would help.
  bool look_at_memory();
  Counters counters() const;

 private:
  Error refuse(Counter& counted, const char* why) const;
  bool any_strained() const;
  // Until what waits in a queue is done, and until there is room in the backlog.
  std::chrono::duration<double> queue_time(const async::Pool& pool) const;
  std::chrono::duration<double> backlog_time() const;

  const DoorOptions options_;
  const std::vector<const async::Pool*> queues_;
  const MemoryInUse memory_in_use_;
  std::atomic<std::uint64_t> memory_bytes_{0};
  std::atomic<std::size_t> vital_{0}, people_{0}, ingest_{0}, backlog_{0};
  std::vector<WorkPace> queue_paces_;  // in the order of queues_
  WorkPace backlog_pace_;
  std::uint64_t backlog_done_ = 0;  // by how much it was seen to shrink; the thread of note_backlog only
  Counter by_queue_, by_memory_, by_uploads_, by_backlog_, by_connections_;
};

// What the kernel counts as this process' own memory; 0 where it cannot be read. Takes some 5 us.
std::uint64_t resident_bytes();

}  // namespace dossier::net
