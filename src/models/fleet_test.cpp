#include "models/fleet.h"

#include "models/fleet_for_tests.h"

namespace dossier::models {
namespace {

using namespace std::chrono_literals;

TEST_F(FleetTest, a_failing_server_is_tried_again_and_then_answers) {
  std::atomic<int> number{0};
  ScriptedServer server([&](const Request&, const Wire& wire) {
    if (++number < 3) {
      wire.answer("{}", 503);
    } else {
      wire.answer("{}");
    }
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  const auto answer = ask();
  ASSERT_TRUE(answer) << answer.error().text();
  EXPECT_EQ(server.requests(), 3);
  EXPECT_EQ(counted("text-1", "failing"), 2);
  EXPECT_EQ(counted("text-1", "good"), 1);
}

TEST_F(FleetTest, another_endpoint_is_tried_without_a_pause) {
  ScriptedServer bad([](const Request&, const Wire& wire) {
    wire.reset();
    return false;
  });
  ScriptedServer good([](const Request&, const Wire& wire) {
    wire.answer("{}");
    return true;
  });
  fleet_of({endpoint("text-1", bad.url()), endpoint("text-2", good.url())});
  ASSERT_TRUE(ask());
  EXPECT_EQ(pauses, 0);
  EXPECT_EQ(bad.requests(), 1);
}

TEST_F(FleetTest, a_refusal_is_not_repeated_and_says_what_to_do_without_the_key) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer(R"({"error":{"message":"no model 'm' here","type":"x"}})", 404);
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  const auto answer = ask();
  ASSERT_FALSE(answer);
  EXPECT_EQ(server.requests(), 1);
  const std::string said = answer.error().text();
  EXPECT_NE(said.find("text-1"), std::string::npos);
  EXPECT_NE(said.find("no model 'm' here"), std::string::npos);
  EXPECT_NE(said.find("DOSSIER_MODELS_TEXT_MODEL"), std::string::npos);
  EXPECT_EQ(said.find("very-secret"), std::string::npos);
}

TEST_F(FleetTest, a_pause_the_server_asks_for_beyond_the_deadline_is_not_waited_for) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer("{}", 429, "Retry-After: 60\r\n");
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  const SteadyTime began = system_clock().steady();
  EXPECT_FALSE(ask(2s));
  EXPECT_LT(system_clock().steady() - began, 1s);
  EXPECT_EQ(server.requests(), 1);
}

TEST_F(FleetTest, failures_in_a_row_open_the_breaker_and_a_good_health_check_lets_one_try) {
  std::atomic<bool> works{false};
  ScriptedServer server([&](const Request& request, const Wire& wire) {
    if (request.head.starts_with("GET /health ") || works) {
      wire.answer("{}");
      return true;
    }
    wire.answer("{}", 500);
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  Endpoint& only = *fleet->endpoints().front();
  while (only.status().breaker.state != async::Breaker::State::open) ASSERT_FALSE(ask());
  EXPECT_EQ(server.requests(), limits::kModelFailuresToOpen);
  const auto refused = ask();
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("left alone"), std::string::npos);
  EXPECT_EQ(server.requests(), limits::kModelFailuresToOpen) << "nothing was sent";

  works = true;
  async::Task<bool> checking = [](Endpoint& one) -> async::Task<bool> {
    async::Task<void> looking = one.check_health();
    co_await std::move(looking);
    co_return true;
  }(only);
  run(loop, std::move(checking));
  EXPECT_EQ(only.status().health, Health::up);
  EXPECT_EQ(only.status().breaker.state, async::Breaker::State::half_open);
  EXPECT_FALSE(only.health_is_due());
  clock.advance(limits::kModelHealthAgainAfter);
  EXPECT_TRUE(only.health_is_due()) << "its breaker is not closed";
  EXPECT_TRUE(ask());
  EXPECT_EQ(only.status().breaker.state, async::Breaker::State::closed);
  EXPECT_FALSE(only.health_is_due());
}

TEST_F(FleetTest, after_its_rest_one_call_tries_and_its_failure_is_another_rest) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer("{}", 500);
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  Endpoint& only = *fleet->endpoints().front();
  while (only.status().breaker.state != async::Breaker::State::open) ASSERT_FALSE(ask());
  clock.advance(limits::kModelOpenTime - 1s);
  ASSERT_FALSE(ask());
  EXPECT_EQ(server.requests(), limits::kModelFailuresToOpen) << "it still rests";
  clock.advance(1s);
  EXPECT_EQ(only.status().breaker.state, async::Breaker::State::half_open);
  ASSERT_FALSE(ask());
  EXPECT_EQ(server.requests(), limits::kModelFailuresToOpen + 1) << "one try, and no retry of it";
  EXPECT_EQ(only.status().breaker.state, async::Breaker::State::open);
  EXPECT_EQ(only.status().breaker.openings, 2u);
}

TEST_F(FleetTest, a_caller_who_leaves_gives_his_slot_back_and_holds_nothing_against_the_server) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.hang();
    return false;
  });
  fleet_of({endpoint("text-1", server.url())});
  Endpoint& only = *fleet->endpoints().front();
  auto leaving = [&]() -> async::Task<bool> {
    async::TaskScope scope(loop.get_executor());
    Result<HttpAnswer> answer = Error{ErrorCode::internal, "never ended"};
    scope
        .spawn([&]() -> async::Task<void> {
          Fleet::MakeCall make = [](const EndpointOptions&) {
            return Call{.path = "/x", .body = "{}", .answer_bytes_max = 10'000};
          };
          async::Task<Result<HttpAnswer>> calling = fleet->call(std::move(make), Deadline::after(10s));
          answer = co_await std::move(calling);
        })
        .value();
    while (server.requests() == 0) {
      async::Task<Result<void>> pause = async::sleep_until(Deadline::after(1ms));
      (void)co_await std::move(pause);
    }
    EXPECT_EQ(only.status().gate.inside, 1u);
    scope.cancel();
    async::Task<Result<void>> ending = scope.wait(Deadline::after(1s));
    (void)co_await std::move(ending);
    co_return !answer && answer.error().code == ErrorCode::cancelled;
  };
  EXPECT_TRUE(run(loop, leaving()));
  EXPECT_EQ(only.status().gate.inside, 0u);
  EXPECT_EQ(only.status().breaker.failures, 0);
  EXPECT_EQ(counted("text-1", "cancelled"), 1);
  EXPECT_EQ(server.requests(), 1);
}

TEST_F(FleetTest, a_server_that_hangs_costs_its_caller_the_deadline_and_nothing_more) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.hang();
    return false;
  });
  fleet_of({endpoint("text-1", server.url())});
  const SteadyTime began = system_clock().steady();
  const auto answer = ask(60ms);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::deadline_exceeded);
  EXPECT_LT(system_clock().steady() - began, 400ms);
  EXPECT_EQ(server.requests(), 1) << "no second try: the time is spent";
  EXPECT_EQ(fleet->endpoints().front()->status().gate.inside, 0u);
}

TEST_F(FleetTest, retries_are_a_share_of_the_calls_when_everything_fails) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer("{}", 429);
    return true;
  });
  fleet_of({endpoint("text-1", server.url())});
  async::TaskScope scope(loop.get_executor());
  constexpr int kCalls = 60;
  for (int i = 0; i < kCalls; ++i) {
    scope
        .spawn([&]() -> async::Task<void> {
          Fleet::MakeCall make = [](const EndpointOptions&) {
            return Call{.path = "/x", .body = "{}", .answer_bytes_max = 10'000};
          };
          async::Task<Result<HttpAnswer>> calling = fleet->call(std::move(make), Deadline::after(10s));
          const Result<HttpAnswer> answer = co_await std::move(calling);
          EXPECT_FALSE(answer);
        })
        .value();
  }
  loop.run();
  EXPECT_LE(server.requests(), kCalls + limits::kModelRetriesSavedMax + kCalls * limits::kModelRetryShare + 1);
  EXPECT_GT(server.requests(), kCalls);
}

TEST_F(FleetTest, the_least_loaded_for_its_weight_is_asked) {
  ScriptedServer one([](const Request&, const Wire& wire) {
    wire.hang();
    return false;
  });
  ScriptedServer two([](const Request&, const Wire& wire) {
    wire.hang();
    return false;
  });
  EndpointOptions heavy = endpoint("text-1", one.url());
  heavy.weight = 3;
  fleet_of({heavy, endpoint("text-2", two.url())});
  async::TaskScope scope(loop.get_executor());
  for (int i = 0; i < 4; ++i) {
    scope
        .spawn([&]() -> async::Task<void> {
          Fleet::MakeCall make = [](const EndpointOptions&) {
            return Call{.path = "/x", .body = "{}", .answer_bytes_max = 10'000};
          };
          async::Task<Result<HttpAnswer>> calling = fleet->call(std::move(make), Deadline::after(50ms));
          const Result<HttpAnswer> answer = co_await std::move(calling);
          EXPECT_FALSE(answer);
        })
        .value();
  }
  loop.run();
  EXPECT_EQ(one.requests(), 3);
  EXPECT_EQ(two.requests(), 1);
}

TEST_F(FleetTest, health_knows_up_loading_gone_and_servers_without_the_route) {
  const auto health_of = [&](int status, int status_of_models) {
    ScriptedServer server([&](const Request& request, const Wire& wire) {
      wire.answer("{}", request.head.starts_with("GET /health ") ? status : status_of_models);
      return true;
    });
    Endpoint one(endpoint("text-1", server.url()), {http, metrics, clock});
    async::Task<Health> checking = [](Endpoint& e) -> async::Task<Health> {
      async::Task<void> looking = e.check_health();
      co_await std::move(looking);
      co_return e.status().health;
    }(one);
    return run(loop, std::move(checking));
  };
  EXPECT_EQ(health_of(200, 404), Health::up);
  EXPECT_EQ(health_of(503, 404), Health::loading);
  EXPECT_EQ(health_of(500, 404), Health::down);
  EXPECT_EQ(health_of(404, 200), Health::up);
  EXPECT_EQ(health_of(404, 503), Health::loading);
}

}  // namespace
}  // namespace dossier::models
