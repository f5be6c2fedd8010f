#include "async/cache.h"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

namespace dossier::async {
namespace {

using namespace std::chrono_literals;

class CacheTest : public testing::Test {
 protected:
  // Asks, and notes what came.
  void ask(const std::string& key, Deadline deadline = Deadline::never()) {
    auto asking = [this, key, deadline]() -> Task<void> {
      Task<Result<std::string>> getting = cache.get(key, deadline, [this, key] { return make(key); });
      Result<std::string> value = co_await std::move(getting);
      came.push_back(value ? *value : std::string(name_of(value.error().code)));
    };
    callers.spawn(asking).value();
  }
  Task<Result<std::string>> make(std::string key) {
    const int number = ++made;
    Task<Result<void>> working = sleep_until(Deadline::after(20ms));
    CO_TRY_DO(co_await std::move(working));
    if (key == "bad") co_return Error{ErrorCode::unavailable, "as ordered"};
    co_return key + std::to_string(number);
  }
  std::vector<std::string> run() {
    loop.restart();
    loop.run();
    return std::exchange(came, {});
  }

  boost::asio::io_context loop{1};
  ManualClock clock;
  Cache<std::string> cache{{.entries_max = 2, .time = 5min}, loop.get_executor(), clock};
  TaskScope callers{loop.get_executor()};
  int made = 0;
  std::vector<std::string> came;
};

using Came = std::vector<std::string>;

TEST_F(CacheTest, callers_at_the_same_time_wait_for_one_making) {
  for (int i = 0; i < 3; ++i) ask("a");
  EXPECT_EQ(run(), (Came{"a1", "a1", "a1"}));
  EXPECT_EQ(made, 1);
  EXPECT_EQ(cache.counters().misses, 1u);
  EXPECT_EQ(cache.counters().joined, 2u);
}

TEST_F(CacheTest, remembers_until_the_time_is_over) {
  ask("a");
  run();
  clock.advance(4min);
  ask("a");
  EXPECT_EQ(run(), Came{"a1"});
  EXPECT_EQ(cache.counters().hits, 1u);
  clock.advance(1min);
  ask("a");
  EXPECT_EQ(run(), Came{"a2"});
}

TEST_F(CacheTest, the_one_not_asked_for_the_longest_goes) {
  for (const char* key : {"a", "b", "a", "c", "a", "b"}) {
    ask(key);
    run();
  }
  EXPECT_EQ(made, 4) << "b was made twice, a never went";
  EXPECT_EQ(cache.counters().entries, 2u);
}

TEST_F(CacheTest, a_caller_that_leaves_takes_nothing_from_the_others) {
  ask("a", Deadline::after(5ms));
  ask("a");
  EXPECT_EQ(run(), (Came{"deadline_exceeded", "a1"}));
  ask("a");
  EXPECT_EQ(run(), Came{"a1"});
}

TEST_F(CacheTest, when_the_last_who_waits_leaves_the_making_is_cancelled) {
  ask("a", Deadline::after(2ms));
  ask("a", Deadline::after(5ms));
  const SteadyTime began = system_clock().steady();
  EXPECT_EQ(run(), (Came{"deadline_exceeded", "deadline_exceeded"}));
  EXPECT_LT(system_clock().steady() - began, 18ms) << "the making went on";
  EXPECT_EQ(cache.counters().abandoned, 1u);
  EXPECT_EQ(cache.counters().entries, 0u);
  ask("a");
  EXPECT_EQ(run(), Came{"a2"});
}

TEST_F(CacheTest, a_failure_is_told_and_forgotten) {
  ask("bad");
  ask("bad");
  EXPECT_EQ(run(), (Came{"unavailable", "unavailable"}));
  ask("bad");
  run();
  EXPECT_EQ(made, 2);
}

TEST_F(CacheTest, at_the_end_those_who_wait_are_told) {
  ask("a");
  callers
      .spawn([this]() -> Task<void> {
        Task<Result<void>> ending = cache.end(Deadline::after(1s));
        const Result<void> ended = co_await std::move(ending);
        EXPECT_TRUE(ended);
      })
      .value();
  EXPECT_EQ(run(), Came{"cancelled"});
}

}  // namespace
}  // namespace dossier::async
