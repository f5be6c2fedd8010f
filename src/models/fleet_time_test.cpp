#include "async/manual_time.h"
#include "async/task_scope.h"
#include "models/fleet.h"
#include "models/scripted_server.h"

#include <gtest/gtest.h>

// When a call is tried again, when it is given up, and what becomes of a caller who leaves: told by a clock that the
// test moves. The servers are real, so that the loop is turned until they have done what a test waits for; no order
// depends on how long that takes.
namespace dossier::models {
namespace {

using namespace std::chrono_literals;
using Request = ScriptedServer::Request;
using Wire = ScriptedServer::Wire;

class FleetTimeTest : public testing::Test {
 protected:
  static constexpr auto kDeadline = 10s;
  static constexpr auto kFirstPause = 125ms;  // half of limits::kModelFirstDelay, and nothing of the random half

  static EndpointOptions endpoint(std::string name, std::string url) {
    return {.role = "text", .name = std::move(name), .url = std::move(url), .model = "m"};
  }
  Endpoint& fleet_of(std::vector<EndpointOptions> endpoints) {
    fleet =
        std::make_unique<Fleet>(std::move(endpoints), Endpoint::Parts{http, metrics, time.clock()}, [] { return 0.0; });
    return *fleet->endpoints().front();
  }
  // Begins a call; what it comes to is noted in `ended`: a status, or the name of an error.
  void ask(std::chrono::nanoseconds allowed = kDeadline) {
    auto asking = [this, deadline = time.after(allowed)]() -> async::Task<void> {
      Fleet::MakeCall make = [](const EndpointOptions&) {
        return Call{.path = "/x", .body = "{}", .answer_bytes_max = 10'000};
      };
      async::Task<Result<HttpAnswer>> calling = fleet->call(std::move(make), deadline);
      const Result<HttpAnswer> answer = co_await std::move(calling);
      ended.push_back(answer ? std::to_string(answer->status) : std::string(name_of(answer.error().code)));
    };
    callers.spawn(asking).value();
  }
  void turn() {
    loop.restart();
    loop.run_for(1ms);
  }
  // Turns the loop until it holds. What does not come at all ends the test.
  bool until(const std::function<bool()>& holds) {
    const SteadyTime limit = system_clock().steady() + 20s;
    while (!holds() && system_clock().steady() < limit) turn();
    return holds();
  }
  void pass(std::chrono::nanoseconds by) {
    time.advance(by);
    loop.restart();
    loop.poll();
  }
  // Nobody waits for anything sooner than so long from now.
  bool next_in(std::chrono::nanoseconds wait) { return time.next() == time.clock().steady() + wait; }

  boost::asio::io_context loop{1};
  async::ManualTime time{loop};
  Metrics metrics;
  HttpClient http{{.connect_time = std::chrono::seconds(5)}};
  std::unique_ptr<Fleet> fleet;
  std::vector<std::string> ended;
  async::TaskScope callers{loop.get_executor()};
};

using Ended = std::vector<std::string>;

ScriptedServer::Script hanging() {
  return [](const Request&, const Wire& wire) {
    wire.hang();
    return false;
  };
}

TEST_F(FleetTimeTest, a_failing_server_is_tried_again_after_its_pause_and_not_before) {
  std::atomic<int> number{0};
  ScriptedServer server([&](const Request&, const Wire& wire) {
    wire.answer("{}", ++number < 3 ? 503 : 200);
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  ask();
  ASSERT_TRUE(until([&] { return next_in(kFirstPause); })) << "it sleeps before the second try";
  pass(kFirstPause - 1ns);
  EXPECT_EQ(server.requests(), 1);
  pass(1ns);
  ASSERT_TRUE(until([&] { return next_in(2 * kFirstPause); })) << "twice as long before the third";
  EXPECT_EQ(server.requests(), 2);
  pass(2 * kFirstPause);
  ASSERT_TRUE(until([&] { return !ended.empty(); }));
  EXPECT_EQ(ended, Ended{"200"});
  EXPECT_EQ(server.requests(), 3);
}

TEST_F(FleetTimeTest, a_third_failure_is_the_last) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer("{}", 502);
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  ask();
  for (int retry = 1; retry < limits::kModelAttemptsMax; ++retry) {
    ASSERT_TRUE(until([&] { return next_in(retry * kFirstPause); }));
    pass(retry * kFirstPause);
  }
  ASSERT_TRUE(until([&] { return !ended.empty(); }));
  EXPECT_EQ(server.requests(), limits::kModelAttemptsMax);
  EXPECT_EQ(ended, Ended{"unavailable"});
}

TEST_F(FleetTimeTest, the_pause_a_server_asks_for_is_kept) {
  std::atomic<int> number{0};
  ScriptedServer server([&](const Request&, const Wire& wire) {
    wire.answer("{}", ++number == 1 ? 429 : 200, "Retry-After: 7\r\n");
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  ask();
  ASSERT_TRUE(until([&] { return next_in(7s); }));
  pass(7s);
  ASSERT_TRUE(until([&] { return !ended.empty(); }));
  EXPECT_EQ(ended, Ended{"200"});
}

TEST_F(FleetTimeTest, a_pause_beyond_the_deadline_is_not_waited_for) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer("{}", 429, "Retry-After: 10\r\n");
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  ask(10s);
  ASSERT_TRUE(until([&] { return !ended.empty(); })) << "without the clock being moved";
  EXPECT_EQ(server.requests(), 1);
}

TEST_F(FleetTimeTest, a_server_that_hangs_costs_its_caller_the_deadline_and_nothing_more) {
  ScriptedServer server(hanging());
  Endpoint& only = fleet_of({endpoint("text-1", server.url())});
  ask();
  ASSERT_TRUE(until([&] { return server.requests() == 1; }));
  EXPECT_TRUE(next_in(kDeadline));
  pass(kDeadline - 1ns);
  EXPECT_EQ(ended, Ended{});
  EXPECT_EQ(only.status().gate.inside, 1u);
  pass(1ns);
  EXPECT_EQ(ended, Ended{"deadline_exceeded"});
  EXPECT_EQ(only.status().gate.inside, 0u);
  EXPECT_EQ(only.status().trouble->ending, Ending::late);
  EXPECT_EQ(server.requests(), 1) << "no second try: the time is spent";
}

TEST_F(FleetTimeTest, waiting_for_a_slot_and_for_the_answer_end_at_one_deadline) {
  ScriptedServer server(hanging());
  EndpointOptions narrow = endpoint("text-1", server.url());
  narrow.slots = 1;
  Endpoint& only = fleet_of({narrow});
  ask();
  ASSERT_TRUE(until([&] { return server.requests() == 1; }));
  pass(4s);
  ask();
  turn();
  EXPECT_EQ(only.status().gate.waiting, 1u);
  pass(6s);  // the first gives its slot up
  ASSERT_TRUE(until([&] { return server.requests() == 2; }));
  EXPECT_EQ(ended, Ended{"deadline_exceeded"});
  EXPECT_TRUE(next_in(4s)) << "the second has what is left of its ten seconds";
  pass(4s);
  EXPECT_EQ(ended, (Ended{"deadline_exceeded", "deadline_exceeded"}));
}

TEST_F(FleetTimeTest, a_caller_who_leaves_gives_his_slot_back_and_holds_nothing_against_the_server) {
  std::atomic<bool> closed{false};
  ScriptedServer server([&](const Request&, const Wire& wire) {
    wire.hang();
    closed = true;
    return false;
  });
  Endpoint& only = fleet_of({endpoint("text-1", server.url())});
  ask();
  ASSERT_TRUE(until([&] { return server.requests() == 1; }));
  callers.cancel();
  ASSERT_TRUE(until([&] { return !ended.empty(); }));
  EXPECT_EQ(ended, Ended{"cancelled"});
  EXPECT_EQ(only.status().gate.inside, 0u);
  EXPECT_EQ(only.status().breaker.failures, 0);
  EXPECT_FALSE(only.status().trouble.has_value());
  EXPECT_TRUE(until([&] { return closed.load(); })) << "closing is how a model server is told to stop";
}

TEST_F(FleetTimeTest, a_caller_who_leaves_in_a_pause_is_not_tried_for_again) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer("{}", 503);
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  ask();
  ASSERT_TRUE(until([&] { return next_in(kFirstPause); }));
  callers.cancel();
  turn();
  EXPECT_EQ(ended, Ended{"cancelled"});
  EXPECT_EQ(time.waiting(), 0u);
  EXPECT_EQ(server.requests(), 1);
}

TEST_F(FleetTimeTest, retries_are_a_share_of_the_calls_when_everything_fails) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer("{}", 429);
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  constexpr std::size_t kCalls = 60;
  for (std::size_t i = 0; i < kCalls; ++i) ask(1h);
  const auto all_wait = [&] {
    const bool calling = fleet->endpoints().front()->status().gate.inside > 0;
    return !calling && time.waiting() + ended.size() == kCalls;
  };
  while (ended.size() < kCalls) {
    ASSERT_TRUE(until([&] { return ended.size() == kCalls || all_wait(); }));
    pass(limits::kModelDelayMax);
  }
  EXPECT_LE(server.requests(), kCalls + limits::kModelRetriesSavedMax + kCalls * limits::kModelRetryShare + 1);
  EXPECT_GT(server.requests(), static_cast<int>(kCalls));
}

TEST_F(FleetTimeTest, the_least_loaded_for_its_weight_is_asked) {
  ScriptedServer one(hanging()), two(hanging());
  EndpointOptions heavy = endpoint("text-1", one.url());
  heavy.weight = 3;
  fleet_of({heavy, endpoint("text-2", two.url())});
  for (int i = 0; i < 4; ++i) ask();
  ASSERT_TRUE(until([&] { return one.requests() + two.requests() == 4; }));
  EXPECT_EQ(one.requests(), 3);
  EXPECT_EQ(two.requests(), 1);
  pass(kDeadline);
}

}  // namespace
}  // namespace dossier::models
