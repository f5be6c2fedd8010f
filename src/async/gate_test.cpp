#include "async/gate.h"

#include "async/manual_time.h"
#include "async/task_scope.h"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <optional>
#include <thread>
#include <vector>

namespace dossier::async {
namespace {

using namespace std::chrono_literals;

class GateTest : public testing::Test {
 protected:
  // Enters, notes who it was, and leaves after `stay`.
  void visit(int who, Deadline deadline, std::chrono::milliseconds stay) {
    auto visitor = [this, who, deadline, stay]() -> Task<void> {
      Task<Result<Gate::Permit>> entering = gate.enter(deadline);
      Result<Gate::Permit> permit = co_await std::move(entering);
      if (!permit) {
        refusals.push_back(permit.error().code);
        co_return;
      }
      entered.push_back(who);
      Task<Result<void>> staying = sleep_until(time.after(stay));
      Result<void> stayed = co_await std::move(staying);
    };
    scope.spawn(visitor).value();
  }

  void pass(std::chrono::nanoseconds by) {
    loop.restart();
    loop.poll();
    time.advance(by);
    loop.restart();
    loop.poll();
  }

  boost::asio::io_context loop{1};
  ManualTime time{loop};
  Gate gate{{.name = "model", .slots = 1, .waiting_max = 2}};
  std::vector<int> entered;
  std::vector<ErrorCode> refusals;
  TaskScope scope{loop.get_executor()};
};

TEST_F(GateTest, lets_in_by_order_of_arrival_and_refuses_at_once_when_the_queue_is_full) {
  for (int who = 1; who <= 4; ++who) visit(who, Deadline::never(), 1ms);
  for (int i = 0; i < 3; ++i) pass(1ms);
  EXPECT_EQ(entered, (std::vector<int>{1, 2, 3}));
  EXPECT_EQ(refusals, std::vector<ErrorCode>{ErrorCode::over_capacity});
  EXPECT_EQ(gate.counters().inside, 0u);
  EXPECT_EQ(gate.counters().entered, 3u);
}

TEST_F(GateTest, who_waits_past_the_deadline_leaves_the_queue_and_blocks_nobody) {
  visit(1, Deadline::never(), 20ms);
  visit(2, time.after(5ms), 0ms);
  visit(3, Deadline::never(), 0ms);
  pass(5ms);
  EXPECT_EQ(entered, std::vector<int>{1});
  EXPECT_EQ(gate.counters().waiting, 1u);
  pass(15ms);
  EXPECT_EQ(entered, (std::vector<int>{1, 3}));
  EXPECT_EQ(refusals, std::vector<ErrorCode>{ErrorCode::deadline_exceeded});
  EXPECT_EQ(gate.counters().waiting, 0u);
  EXPECT_EQ(gate.counters().inside, 0u);
}

TEST_F(GateTest, a_slot_granted_to_a_waiter_that_vanishes_goes_back) {
  auto doomed_loop = std::make_unique<boost::asio::io_context>(1);
  auto doomed_scope = std::make_unique<TaskScope>(doomed_loop->get_executor());
  std::optional<Gate::Permit> held;
  scope
      .spawn([&]() -> Task<void> {
        Task<Result<Gate::Permit>> entering = gate.enter(Deadline::never());
        Result<Gate::Permit> permit = co_await std::move(entering);
        held.emplace(std::move(permit).value());
      })
      .value();
  loop.poll();
  doomed_scope
      ->spawn([&]() -> Task<void> {
        Task<Result<Gate::Permit>> entering = gate.enter(Deadline::never());
        Result<Gate::Permit> permit = co_await std::move(entering);
        ADD_FAILURE() << "its loop never ran again";
      })
      .value();
  doomed_loop->poll();
  EXPECT_EQ(gate.counters().waiting, 1u);
  held.reset();  // grants the slot to a coroutine that will not see it
  EXPECT_EQ(gate.counters().inside, 1u);
  doomed_scope.reset();
  doomed_loop.reset();
  EXPECT_EQ(gate.counters().inside, 0u);
}

TEST_F(GateTest, serves_several_loops_and_never_lets_in_more_than_its_slots) {
  constexpr std::size_t kLoops = 3, kVisitors = 50;
  Gate shared({.name = "shared", .slots = 2, .waiting_max = kLoops * kVisitors});
  std::atomic<int> inside{0}, visits{0};
  std::vector<std::thread> threads;
  threads.reserve(kLoops);
  for (std::size_t i = 0; i < kLoops; ++i) {
    threads.emplace_back([&] {
      boost::asio::io_context own(1);
      TaskScope visitors(own.get_executor());
      const auto own_thread = std::this_thread::get_id();
      for (std::size_t n = 0; n < kVisitors; ++n) {
        visitors
            .spawn([&, own_thread]() -> Task<void> {
              Task<Result<Gate::Permit>> entering = shared.enter(Deadline::after(10s));
              Result<Gate::Permit> permit = co_await std::move(entering);
              EXPECT_TRUE(permit.has_value());
              EXPECT_EQ(std::this_thread::get_id(), own_thread);
              EXPECT_LE(++inside, 2);
              Task<Result<void>> staying = sleep_until(Deadline::after(10us));
              Result<void> stayed = co_await std::move(staying);
              --inside;
              ++visits;
            })
            .value();
      }
      own.run();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(visits, kLoops * kVisitors);
  EXPECT_EQ(shared.counters().inside, 0u);
}

}  // namespace
}  // namespace dossier::async
