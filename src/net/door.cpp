#include "net/door.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace dossier::net {
namespace {

constexpr std::chrono::seconds kSoonest{1}, kLatest{30};
constexpr std::chrono::seconds kMemoryTime{5};  // what was freed is given back so often (calm_watch.cpp)

Counter refused(Metrics& metrics, const char* reason) {
  return metrics.counter("http_refused_total", "Requests refused at the door, by what there was too little of.",
                         {{"reason", reason}});
}

}  // namespace

Door::Door(DoorOptions options, std::vector<const async::Pool*> queues, MemoryInUse memory_in_use, Metrics& metrics)
    : options_(options),
      queues_(std::move(queues)),
      memory_in_use_(std::move(memory_in_use)),
      queue_paces_(queues_.size()),
      by_queue_(refused(metrics, "queue")),
      by_memory_(refused(metrics, "memory")),
      by_uploads_(refused(metrics, "uploads")),
      by_backlog_(refused(metrics, "backlog")),
      by_connections_(refused(metrics, "connections")) {}

Result<Door::Place> Door::admit(Lane lane, const async::Pool* needs) {
  if (lane == Lane::vital) {
    vital_.fetch_add(1, std::memory_order_relaxed);
    return Place(vital_);
  }
  const Counters now = counters();
  const bool ingest = lane == Lane::ingest;
  if (now.all_stopped || (ingest && now.ingest_stopped))
    return refuse(by_memory_, "the server is short of memory; try again in a few seconds");
  if (ingest && now.ingest >= options_.uploads_max)
    return refuse(by_uploads_, "as many files as can be taken are being received; try again in a few seconds");
  if (ingest && now.backlog >= options_.backlog_max)
    return refuse(by_backlog_, "what was sent before has to be read first; try again later");
  if ((needs != nullptr && needs->full()) || (ingest && any_strained()))
    return refuse(by_queue_, "too much work is waiting already; try again in a few seconds");
  std::atomic<std::size_t>& count = ingest ? ingest_ : people_;
  count.fetch_add(1, std::memory_order_relaxed);
  return Place(count);
}

std::chrono::seconds Door::come_again(Lane lane, const async::Pool* needs) const {
  const Counters now = counters();
  const bool ingest = lane == Lane::ingest;
  std::chrono::duration<double> wait = kSoonest;
  for (const async::Pool* pool : queues_) {
    if (ingest || pool == needs) wait = std::max(wait, queue_time(*pool));
  }
  if (ingest && now.backlog >= options_.backlog_max) wait = std::max(wait, backlog_time());
  if (now.all_stopped || (ingest && now.ingest_stopped))
    wait = std::max<std::chrono::duration<double>>(wait, kMemoryTime);
  return std::chrono::ceil<std::chrono::seconds>(std::min<std::chrono::duration<double>>(wait, kLatest));
}

// Where no pace is known yet, as long as the first in the queue has waited already.
std::chrono::duration<double> Door::queue_time(const async::Pool& pool) const {
  const async::Pool::Counters now = pool.counters();
  const auto at = std::find(queues_.begin(), queues_.end(), &pool) - queues_.begin();
  return queue_paces_[static_cast<std::size_t>(at)].time_for(now.waiting).value_or(now.oldest_wait);
}

std::chrono::duration<double> Door::backlog_time() const {
  const std::size_t waiting = backlog_.load(std::memory_order_relaxed);
  if (waiting < options_.backlog_max) return kSoonest;  // it shrank while this was asked
  return backlog_pace_.time_for(waiting + 1 - options_.backlog_max).value_or(kLatest);
}

void Door::note_backlog(std::size_t waiting, SteadyTime now) {
  const std::size_t before = backlog_.exchange(waiting, std::memory_order_relaxed);
  if (before > waiting) backlog_done_ += before - waiting;
  backlog_pace_.look(now, waiting, backlog_done_);
}

void Door::look_at_queues(SteadyTime now) {
  for (std::size_t i = 0; i < queues_.size(); ++i) {
    const async::Pool::Counters seen = queues_[i]->counters();
    queue_paces_[i].look(now, seen.waiting, seen.finished);
  }
}

Error Door::turn_away() {
  return refuse(by_connections_, "too many connections; try again in a second");
}

Error Door::refuse(Counter& counted, const char* why) const {
  counted.add();
  return {ErrorCode::over_capacity, why};
}

bool Door::any_strained() const {
  return std::any_of(queues_.begin(), queues_.end(), [](const async::Pool* pool) { return pool->strained(); });
}

bool Door::look_at_memory() {
  if (!memory_in_use_) return false;
  memory_bytes_.store(memory_in_use_(), std::memory_order_relaxed);
  const Counters now = counters();
  return now.ingest_stopped || now.all_stopped;
}

Door::Counters Door::counters() const {
  Counters counters{.people = people_.load(std::memory_order_relaxed),
                    .ingest = ingest_.load(std::memory_order_relaxed),
                    .backlog = backlog_.load(std::memory_order_relaxed),
                    .memory_bytes = memory_bytes_.load(std::memory_order_relaxed)};
  const auto above = [&](std::uint64_t bound) { return bound > 0 && counters.memory_bytes >= bound; };
  counters.all_stopped = above(options_.memory_bytes);
  counters.ingest_stopped = counters.all_stopped || above(options_.ingest_memory_bytes);
  return counters;
}

// "size resident shared ..." in pages, see proc(5).
std::uint64_t resident_bytes() {
  const int file = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  std::array<char, 128> text{};
  const ssize_t size = ::read(file, text.data(), text.size());
  ::close(file);
  if (size <= 0) return 0;
  const char* const begin = text.data();
  const char* const end = begin + size;
  const char* blank = std::find(begin, end, ' ');
  std::uint64_t pages = 0;
  if (blank != end) std::from_chars(blank + 1, end, pages);
  return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace dossier::net
