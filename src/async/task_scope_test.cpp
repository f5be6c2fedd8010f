#include "async/task_scope.h"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace dossier::async {
namespace {

using namespace std::chrono_literals;

class TaskScopeTest : public testing::Test {
 protected:
  boost::asio::io_context loop{1};
  std::vector<std::string> faults;
  TaskScope scope{loop.get_executor(), [this](const std::string& what) { faults.push_back(what); }};
};

TEST_F(TaskScopeTest, cancel_ends_every_wait_and_wait_sees_the_last_task_out) {
  int cancelled = 0;
  for (int i = 0; i < 3; ++i) {
    scope
        .spawn([&]() -> Task<void> {
          Task<Result<void>> sleep = sleep_until(Deadline::never());
          Result<void> slept = co_await std::move(sleep);
          if (slept.error().code == ErrorCode::cancelled) ++cancelled;
        })
        .value();
  }
  bool waited = false;
  TaskScope owner(loop.get_executor());
  owner
      .spawn([&]() -> Task<void> {
        Task<Result<void>> early = scope.wait(Deadline::after(2ms));
        Result<void> in_vain = co_await std::move(early);
        EXPECT_EQ(in_vain.error().code, ErrorCode::deadline_exceeded);
        scope.stop_intake();
        scope.cancel();
        Task<Result<void>> late = scope.wait(Deadline::after(5s));
        Result<void> idle = co_await std::move(late);
        EXPECT_TRUE(idle.has_value());
        waited = true;
      })
      .value();
  loop.run();
  EXPECT_EQ(cancelled, 3);
  EXPECT_TRUE(waited);
  EXPECT_EQ(scope.running(), 0u);
}

TEST_F(TaskScopeTest, stopped_intake_refuses_without_starting) {
  scope.stop_intake();
  bool started = false;
  const Result<void> refused = scope.spawn([&]() -> Task<void> {
    started = true;
    co_return;
  });
  loop.run();
  EXPECT_EQ(refused.error().code, ErrorCode::cancelled);
  EXPECT_FALSE(started);
}

TEST_F(TaskScopeTest, an_exception_that_escapes_is_told_and_ends_only_its_task) {
  bool other_ended = false;
  scope
      .spawn([]() -> Task<void> {
        throw std::runtime_error("broken");
        co_return;
      })
      .value();
  scope
      .spawn([&]() -> Task<void> {
        Task<Result<void>> sleep = sleep_until(Deadline::after(1ms));
        Result<void> slept = co_await std::move(sleep);
        other_ended = slept.has_value();
      })
      .value();
  loop.run();
  EXPECT_EQ(faults, std::vector<std::string>{"broken"});
  EXPECT_TRUE(other_ended);
}

TEST_F(TaskScopeTest, what_a_task_captured_lives_until_the_task_ends) {
  auto owned = std::make_shared<int>(1);
  const std::weak_ptr<int> watch = owned;
  scope
      .spawn([owned = std::move(owned), &watch]() -> Task<void> {
        Task<Result<void>> sleep = sleep_until(Deadline::after(1ms));
        Result<void> slept = co_await std::move(sleep);
        EXPECT_FALSE(watch.expired());
      })
      .value();
  loop.run();
  EXPECT_TRUE(watch.expired());
}

}  // namespace
}  // namespace dossier::async
