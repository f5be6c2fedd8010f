#include "net/loops.h"

#include "async/prompt_thread.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <pthread.h>

#include <atomic>
#include <optional>
#include <string>
#include <thread>

namespace dossier::net {

namespace {
constexpr auto kTurn = std::chrono::milliseconds(100);
constexpr auto kGatherTime = std::chrono::milliseconds(20);    // after the last reason to gather
constexpr auto kGatherEvery = std::chrono::microseconds(800);  // refusals are to come within 2 ms
}  // namespace

struct Loops::Loop {
  boost::asio::io_context context{1};
  boost::asio::steady_timer turn{context};
  std::optional<Histogram> lag;
  std::atomic<SteadyTime::rep> last_turn{0};
  SteadyTime gather_until{};  // of the loop's thread only
  std::thread thread;

  void run();
  void measure() {
    turn.expires_after(kTurn);
    turn.async_wait([this](const boost::system::error_code& stopped) {
      if (stopped) return;
      const SteadyTime now = system_clock().steady();
      lag->observe(std::chrono::duration<double>(now - turn.expiry()).count());
      last_turn.store(now.time_since_epoch().count(), std::memory_order_relaxed);
      measure();
    });
  }
};

namespace {
thread_local SteadyTime* gather_until_here = nullptr;
}

void Loops::Loop::run() {
  async::make_prompt();
  gather_until_here = &gather_until;
  while (!context.stopped()) {
    if (system_clock().steady() < gather_until) {
      std::this_thread::sleep_for(kGatherEvery);
    } else {
      context.run_one();
    }
    context.poll();
  }
}

void Loops::gather() {
  if (gather_until_here != nullptr) *gather_until_here = system_clock().steady() + kGatherTime;
}

Loops::Loops(std::size_t count, Metrics& metrics) : loops_(std::make_unique<Loop[]>(count)), count_(count) {
  for (std::size_t i = 0; i < count; ++i) {
    Loop& loop = loops_[i];
    loop.lag = metrics.histogram("event_loop_lag_seconds", "How late an io loop is with its timers.",
                                 {{"loop", std::to_string(i)}});
    loop.last_turn.store(system_clock().steady().time_since_epoch().count());
    loop.measure();
    loop.thread = std::thread([&loop] { loop.run(); });
    pthread_setname_np(loop.thread.native_handle(), ("io-" + std::to_string(i)).c_str());
  }
}

Loops::~Loops() {
  for (std::size_t i = 0; i < count_; ++i) loops_[i].context.stop();
  for (std::size_t i = 0; i < count_; ++i) loops_[i].thread.join();
}

std::size_t Loops::size() const {
  return count_;
}

async::Executor Loops::executor(std::size_t index) const {
  return loops_[index].context.get_executor();
}

SteadyTime Loops::oldest_turn() const {
  SteadyTime::rep oldest = loops_[0].last_turn.load(std::memory_order_relaxed);
  for (std::size_t i = 1; i < count_; ++i)
    oldest = std::min(oldest, loops_[i].last_turn.load(std::memory_order_relaxed));
  return SteadyTime(SteadyTime::duration(oldest));
}

}  // namespace dossier::net
