#include "async/cache.h"

#include "async/manual_time.h"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

namespace dossier::async {
namespace {

using namespace std::chrono_literals;
using Came = std::vector<std::string>;

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
    Task<Result<void>> working = sleep_until(time.after(kMakingTime));
    CO_TRY_DO(co_await std::move(working));
    if (key == "bad") co_return Error{ErrorCode::unavailable, "as ordered"};
    co_return key + std::to_string(number);
  }
  // What comes without the clock being moved.
  std::vector<std::string> run() {
    loop.restart();
    loop.poll();
    return std::exchange(came, {});
  }
  // What comes when so much time has passed.
  std::vector<std::string> run(std::chrono::nanoseconds by) {
    std::vector<std::string> all = run();
    time.advance(by);
    for (std::string& one : run()) all.push_back(std::move(one));
    return all;
  }

  static constexpr auto kMakingTime = 20ms;
  boost::asio::io_context loop{1};
  ManualTime time{loop};
  Cache<std::string> cache{{.entries_max = 2, .time = 5min}, loop.get_executor(), time.clock()};
  TaskScope callers{loop.get_executor()};
  int made = 0;
  std::vector<std::string> came;
};

TEST_F(CacheTest, callers_at_the_same_time_wait_for_one_making) {
  for (int i = 0; i < 3; ++i) ask("a");
  EXPECT_EQ(run(kMakingTime - 1ns), Came{}) << "it is still being made";
  ask("a");
  EXPECT_EQ(run(1ns), (Came{"a1", "a1", "a1", "a1"}));
  EXPECT_EQ(made, 1);
  EXPECT_EQ(cache.counters().misses, 1u);
  EXPECT_EQ(cache.counters().joined, 3u);
}

TEST_F(CacheTest, remembers_until_the_time_is_over) {
  ask("a");
  run(kMakingTime);
  time.advance(5min - 1ns);
  ask("a");
  EXPECT_EQ(run(), Came{"a1"});
  EXPECT_EQ(cache.counters().hits, 1u);
  time.advance(1ns);
  ask("a");
  EXPECT_EQ(run(kMakingTime), Came{"a2"});
}

TEST_F(CacheTest, the_one_not_asked_for_the_longest_goes) {
  for (const char* key : {"a", "b", "a", "c", "a", "b"}) {
    ask(key);
    run(kMakingTime);
  }
  EXPECT_EQ(made, 4) << "b was made twice, a never went";
  EXPECT_EQ(cache.counters().entries, 2u);
}

TEST_F(CacheTest, a_caller_that_leaves_takes_nothing_from_the_others) {
  ask("a", time.after(5ms));
  ask("a");
  EXPECT_EQ(run(5ms), Came{"deadline_exceeded"});
  EXPECT_EQ(run(15ms), Came{"a1"});
  ask("a");
  EXPECT_EQ(run(), Came{"a1"});
}

TEST_F(CacheTest, when_the_last_who_waits_leaves_the_making_is_cancelled) {
  ask("a", time.after(2ms));
  ask("a", time.after(5ms));
  EXPECT_EQ(run(2ms), Came{"deadline_exceeded"});
  EXPECT_EQ(cache.counters().abandoned, 0u) << "another still waits";
  EXPECT_EQ(run(3ms), Came{"deadline_exceeded"});
  EXPECT_EQ(cache.counters().abandoned, 1u);
  EXPECT_EQ(time.waiting(), 0u) << "the making went on";
  EXPECT_EQ(cache.counters().entries, 0u);
  ask("a");
  EXPECT_EQ(run(kMakingTime), Came{"a2"});
}

TEST_F(CacheTest, a_failure_is_told_and_forgotten) {
  ask("bad");
  ask("bad");
  EXPECT_EQ(run(kMakingTime), (Came{"unavailable", "unavailable"}));
  ask("bad");
  run(kMakingTime);
  EXPECT_EQ(made, 2);
}

TEST_F(CacheTest, at_the_end_those_who_wait_are_told) {
  ask("a");
  callers
      .spawn([this]() -> Task<void> {
        Task<Result<void>> ending = cache.end(time.after(1s));
        const Result<void> ended = co_await std::move(ending);
        EXPECT_TRUE(ended);
      })
      .value();
  EXPECT_EQ(run(), Came{"cancelled"});
}

}  // namespace
}  // namespace dossier::async
