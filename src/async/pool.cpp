#include "async/pool.h"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

namespace dossier::async {

namespace {

constexpr std::size_t kThreadNameBytesMax = 15;  // of Linux
constexpr int kLoweredNice = 10;

}  // namespace

Pool::Pool(PoolOptions options) : options_(std::move(options)) {
  DOSSIER_CHECK(options_.threads > 0 && options_.queue_max > options_.reserve);
  threads_.reserve(options_.threads);
  for (std::size_t i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { run_thread(); });
}

Pool::~Pool() {
  close();
  for (std::thread& thread : threads_) thread.join();
}

void Pool::close() {
  {
    const std::lock_guard lock(mutex_);
    closing_.store(true, std::memory_order_relaxed);
  }
  ready_.notify_all();
}

Result<void> Pool::post(Work work) {
  {
    const std::lock_guard lock(mutex_);
    if (closing()) return Error{ErrorCode::cancelled, "the program is shutting down; try again after its restart"};
    if (queue_.size() >= options_.queue_max) {
      ++counters_.refused;
      return Error{ErrorCode::over_capacity, "too much work is waiting already; try again in a few seconds",
                   options_.name};
    }
    queue_.push_back({std::move(work), system_clock().steady()});
  }
  ready_.notify_one();
  return {};
}

Pool::Counters Pool::counters() const {
  const std::lock_guard lock(mutex_);
  Counters counters = counters_;
  counters.waiting = queue_.size();
  if (!queue_.empty()) counters.oldest_wait = system_clock().steady() - queue_.front().since;
  return counters;
}

bool Pool::full() const {
  const std::lock_guard lock(mutex_);
  return used_up(1);
}

bool Pool::strained() const {
  const std::lock_guard lock(mutex_);
  return used_up(2);
}

bool Pool::used_up(std::size_t part) const {
  if (queue_.empty()) return false;
  if (queue_.size() * part >= options_.queue_max - options_.reserve) return true;
  return options_.queue_time_max.count() > 0 &&
         system_clock().steady() - queue_.front().since >= options_.queue_time_max / static_cast<std::int64_t>(part);
}

void Pool::run_thread() {
  pthread_setname_np(pthread_self(), options_.name.substr(0, kThreadNameBytesMax).c_str());
  // On Linux the priority belongs to the thread. Being refused it costs fairness, not correctness.
  if (options_.lowered) setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kLoweredNice);

  std::unique_lock lock(mutex_);
  while (true) {
    ready_.wait(lock, [this] { return closing() || !queue_.empty(); });
    if (queue_.empty()) return;
    auto [work, since] = std::move(queue_.front());
    queue_.pop_front();
    const Turn turn = closing() ? Turn::dropped : Turn::run;
    ++counters_.running;
    lock.unlock();
    if (options_.on_turn) options_.on_turn(system_clock().steady() - since);
    work(turn);
    work = nullptr;  // what the work owned is gone before it counts as finished
    lock.lock();
    --counters_.running;
    ++counters_.finished;
  }
}

}  // namespace dossier::async
