#include "async/manual_time.h"

#include "async/completion.h"
#include "async/task_scope.h"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

namespace dossier::async {
namespace {

using namespace std::chrono_literals;

class ManualTimeTest : public testing::Test {
 protected:
  void sleep(std::string name, Deadline deadline) {
    auto sleeping = [this, name = std::move(name), deadline]() -> Task<void> {
      Task<Result<void>> resting = sleep_until(deadline);
      const Result<void> rested = co_await std::move(resting);
      woke.push_back(name + (rested ? "" : ": " + std::string(name_of(rested.error().code))));
    };
    scope.spawn(sleeping).value();
    poll();
  }
  void poll() {
    loop.restart();
    loop.poll();
  }
  void pass(std::chrono::nanoseconds by) {
    time.advance(by);
    poll();
  }

  boost::asio::io_context loop{1};
  ManualTime time{loop};
  TaskScope scope{loop.get_executor()};
  std::vector<std::string> woke;
};

using Woke = std::vector<std::string>;

TEST_F(ManualTimeTest, whoever_sleeps_wakes_when_the_clock_is_moved_there_and_no_sooner) {
  sleep("late", time.after(2s));
  sleep("soon", time.after(1s));
  EXPECT_EQ(time.next(), time.clock().steady() + 1s);
  pass(1s - 1ns);
  EXPECT_EQ(woke, Woke{});
  pass(1ns);
  EXPECT_EQ(woke, Woke{"soon"});
  pass(1s);
  EXPECT_EQ(woke, (Woke{"soon", "late"}));
  EXPECT_EQ(time.waiting(), 0u);
}

TEST_F(ManualTimeTest, what_is_due_already_needs_no_moving) {
  sleep("now", time.after(0s));
  EXPECT_EQ(woke, Woke{"now"});
}

TEST_F(ManualTimeTest, who_is_cancelled_wakes_without_the_clock) {
  sleep("never", Deadline::never());
  EXPECT_EQ(time.next(), std::nullopt);
  scope.cancel();
  poll();
  EXPECT_EQ(woke, Woke{"never: cancelled"});
}

TEST_F(ManualTimeTest, a_result_ends_a_wait_before_its_deadline_and_the_deadline_before_a_result) {
  std::vector<std::string> came;
  const auto wait_for = [&](std::shared_ptr<Completion<int>> done) {
    auto waiting = [&, done]() -> Task<void> {
      Task<Result<int>> coming = Completion<int>::wait(done, time.after(1s), "the test");
      const Result<int> result = co_await std::move(coming);
      came.push_back(result ? std::to_string(*result) : std::string(name_of(result.error().code)));
    };
    scope.spawn(waiting).value();
    poll();
  };
  const auto in_time = Completion<int>::make(loop.get_executor()), late = Completion<int>::make(loop.get_executor());
  wait_for(in_time);
  wait_for(late);
  in_time->complete(42);
  poll();
  EXPECT_EQ(came, Woke{"42"});
  pass(1s);
  EXPECT_EQ(came, (Woke{"42", "deadline_exceeded"}));
  EXPECT_TRUE(late->abandoned());
}

}  // namespace
}  // namespace dossier::async
