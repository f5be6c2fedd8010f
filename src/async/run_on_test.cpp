#include "async/run_on.h"

#include "async/manual_time.h"
#include "async/task_scope.h"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>
#include <thread>

namespace dossier::async {
namespace {

using namespace std::chrono_literals;

// A loop with a pool beside it. A test spawns coroutines and runs the loop until nothing is left to do.
class RunOn : public testing::Test {
 protected:
  template <class F>
  void run(F work) {
    scope.spawn(std::move(work)).value();
    loop.run();
    loop.restart();
  }
  // A piece of work that keeps the only thread busy until the gate is opened.
  void block_pool() {
    pool.post([this](Turn) {
          std::unique_lock lock(mutex);
          opened.wait(lock, [this] { return open; });
        })
        .value();
    while (pool.counters().running == 0) std::this_thread::yield();
  }
  void open_pool() {
    const std::lock_guard lock(mutex);
    open = true;
    opened.notify_all();
  }

  // Begins what waits for the pool, and gives control back once the loop has nothing to do.
  template <class F>
  void begin(F work) {
    scope.spawn(std::move(work)).value();
    loop.poll();
    loop.restart();
  }
  void pass(std::chrono::nanoseconds by) {
    time.advance(by);
    loop.poll();
    loop.restart();
  }

  boost::asio::io_context loop{1};
  ManualTime time{loop};
  std::mutex mutex;
  std::condition_variable opened;
  bool open = false;
  Pool pool{{.name = "test", .threads = 1, .queue_max = 1}};
  TaskScope scope{loop.get_executor()};
};

TEST_F(RunOn, resumes_the_caller_on_its_own_loop_with_the_result) {
  std::thread::id worked_on, resumed_on;
  int answer = 0;
  run([&]() -> Task<void> {
    auto work = [&](const StopToken&) {
      worked_on = std::this_thread::get_id();
      return 42;
    };
    Task<Result<int>> task = run_on(pool, Context{}, work);
    Result<int> result = co_await std::move(task);
    answer = result.value();
    resumed_on = std::this_thread::get_id();
  });
  EXPECT_EQ(answer, 42);
  EXPECT_NE(worked_on, resumed_on);
  EXPECT_EQ(resumed_on, std::this_thread::get_id());
}

TEST_F(RunOn, hands_on_errors_and_turns_escaped_exceptions_into_them) {
  ErrorCode failed{}, thrown{};
  run([&]() -> Task<void> {
    auto failing = [](const StopToken&) -> Result<void> { return Error{ErrorCode::not_found, "no such thing"}; };
    auto throwing = [](const StopToken&) { throw std::runtime_error("library trouble"); };
    Task<Result<void>> first = run_on(pool, Context{}, failing);
    Result<void> first_result = co_await std::move(first);
    failed = first_result.error().code;
    Task<Result<void>> second = run_on(pool, Context{}, throwing);
    Result<void> second_result = co_await std::move(second);
    thrown = second_result.error().code;
  });
  EXPECT_EQ(failed, ErrorCode::not_found);
  EXPECT_EQ(thrown, ErrorCode::internal);
}

TEST_F(RunOn, the_waiter_leaves_at_the_deadline_while_the_work_goes_on_with_what_it_owns) {
  std::atomic<bool> begun{false}, saw_stop{false};
  auto owned = std::make_shared<int>(7);
  const std::weak_ptr<int> watch = owned;
  std::optional<ErrorCode> left;
  begin([&, owned = std::move(owned)]() mutable -> Task<void> {
    auto work = [owned = std::move(owned), &begun, &saw_stop, this](const StopToken& stop) {
      begun = true;
      while (!stop.stopped()) std::this_thread::yield();
      saw_stop = true;
      std::unique_lock lock(mutex);
      opened.wait(lock, [this] { return open; });  // it ignores the token for a while
      return *owned;
    };
    Task<Result<int>> task = run_on(pool, Context{.deadline = time.after(1h)}, std::move(work));
    Result<int> result = co_await std::move(task);
    left = result.error().code;
  });
  while (!begun) std::this_thread::yield();
  pass(1h - 1ns);
  EXPECT_EQ(left, std::nullopt);
  EXPECT_FALSE(saw_stop);
  pass(1ns);
  EXPECT_EQ(left, ErrorCode::deadline_exceeded);
  EXPECT_FALSE(watch.expired()) << "the work goes on";
  open_pool();
  while (pool.counters().finished == 0) std::this_thread::yield();
  EXPECT_TRUE(saw_stop);
  EXPECT_TRUE(watch.expired());
}

TEST_F(RunOn, work_whose_deadline_passed_in_the_queue_is_never_started) {
  block_pool();
  bool started = false;
  std::optional<ErrorCode> left;
  begin([&]() -> Task<void> {
    auto work = [&](const StopToken&) { started = true; };
    Task<Result<void>> task = run_on(pool, Context{.deadline = time.after(1h)}, work);
    Result<void> result = co_await std::move(task);
    left = result.error().code;
  });
  pass(1h);
  EXPECT_EQ(left, ErrorCode::deadline_exceeded);
  open_pool();
  while (pool.counters().finished < 2) std::this_thread::yield();
  EXPECT_FALSE(started);
}

TEST_F(RunOn, a_full_queue_refuses_at_once) {
  block_pool();
  pool.post([](Turn) {}).value();
  run([&]() -> Task<void> {
    Task<Result<void>> task = run_on(pool, Context{}, [](const StopToken&) {});
    Result<void> result = co_await std::move(task);
    EXPECT_EQ(result.error().code, ErrorCode::over_capacity);
  });
  EXPECT_EQ(pool.counters().refused, 1u);
  open_pool();
}

TEST_F(RunOn, a_cancelled_caller_leaves_and_the_work_is_told) {
  std::atomic<bool> ended{false};
  ErrorCode code{};
  run([&]() -> Task<void> {
    auto work = [&](const StopToken& stop) {
      boost::asio::post(loop, [&] { scope.cancel(); });
      while (!stop.stopped()) std::this_thread::yield();
      ended = true;
    };
    Task<Result<void>> task = run_on(pool, Context{}, work);
    Result<void> result = co_await std::move(task);
    code = result.error().code;
    // Cancelled once is cancelled for good: the next wait does not sleep.
    Task<Result<void>> sleep = sleep_until(Deadline::never());
    Result<void> slept = co_await std::move(sleep);
    EXPECT_EQ(slept.error().code, ErrorCode::cancelled);
  });
  EXPECT_EQ(code, ErrorCode::cancelled);
  while (!ended) std::this_thread::yield();
}

TEST_F(RunOn, closing_a_pool_drops_what_waits_and_stops_what_runs) {
  ErrorCode dropped{};
  run([&]() -> Task<void> {
    auto small = std::make_unique<Pool>(PoolOptions{.name = "small", .threads = 1, .queue_max = 4});
    small
        ->post([&](Turn) {
          while (!small->closing()) std::this_thread::yield();
        })
        .value();
    boost::asio::post(loop, [&] { small->close(); });
    Task<Result<void>> task = run_on(*small, Context{}, [](const StopToken&) {});
    Result<void> result = co_await std::move(task);
    dropped = result.error().code;
    EXPECT_EQ(small->post([](Turn) {}).error().code, ErrorCode::cancelled);
  });
  EXPECT_EQ(dropped, ErrorCode::cancelled);
}

}  // namespace
}  // namespace dossier::async
