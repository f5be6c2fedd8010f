#include "models/fleet.h"

#include "models/fleet_for_tests.h"

namespace dossier::models {
namespace {

using namespace std::chrono_literals;

TEST_F(FleetTest, what_would_come_again_with_the_same_call_is_tried_elsewhere_or_not_at_all) {
  for (const int status : {500, 501, 401, 403, 404, 400, 413, 422}) {
    ScriptedServer bad([&](const Request&, const Wire& wire) {
      wire.answer("{}", status);
      return true;
    });
    ScriptedServer good([](const Request&, const Wire& wire) {
      wire.answer("{}");
      return true;
    });
    fleet_of({endpoint("text-1", bad.url())});
    EXPECT_FALSE(ask()) << status;
    EXPECT_EQ(bad.requests(), 1) << status;
    fleet_of({endpoint("text-1", bad.url()), endpoint("text-2", good.url())});
    const bool of_the_call = status == 400 || status == 413 || status == 422;
    EXPECT_EQ(ask().has_value(), !of_the_call) << status;
    EXPECT_EQ(good.requests(), of_the_call ? 0 : 1) << status;
  }
  EXPECT_EQ(pauses, 0);
}

TEST_F(FleetTest, a_refused_key_is_remembered_until_a_call_is_taken_and_others_are_asked_first) {
  std::atomic<int> status{401};
  ScriptedServer guarded([&](const Request&, const Wire& wire) {
    wire.answer("{}", status);
    return true;
  });
  fleet_of({endpoint("text-1", guarded.url())});
  Endpoint& only = *fleet->endpoints().front();
  EXPECT_FALSE(ask());
  ASSERT_TRUE(only.status().refusing());
  EXPECT_EQ(only.status().trouble->ending, Ending::key);
  EXPECT_NE(only.status().trouble->says.find("DOSSIER_MODELS_TEXT_API_KEY"), std::string::npos);
  EXPECT_EQ(only.status().trouble->says.find("very-secret"), std::string::npos);
  EXPECT_EQ(only.status().breaker.failures, 0) << "it works; it is we who are wrong";
  EXPECT_EQ(counted("text-1", "refused"), 1);
  status = 400;
  EXPECT_FALSE(ask());
  EXPECT_FALSE(only.status().refusing()) << "it was one call that it did not like";
  status = 404;
  EXPECT_FALSE(ask());
  EXPECT_EQ(only.status().trouble->ending, Ending::model);
  status = 200;
  EXPECT_TRUE(ask());
  EXPECT_FALSE(only.status().trouble.has_value());
}

TEST_F(FleetTest, calls_of_one_case_that_fail_together_leave_the_server_to_others) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer("{}", 500);
    return true;
  });
  EndpointOptions wide = endpoint("text-1", server.url());
  wide.slots = 12;
  fleet_of({wide});
  async::TaskScope scope(loop.get_executor());
  for (int i = 0; i < 12; ++i) {
    scope
        .spawn([&]() -> async::Task<void> {
          Fleet::MakeCall make = [](const EndpointOptions&) {
            return Call{.path = "/x", .body = "{}", .trace_id = "of-one-case", .answer_bytes_max = 10'000};
          };
          async::Task<Result<HttpAnswer>> calling = fleet->call(std::move(make), Deadline::after(10s));
          const Result<HttpAnswer> answer = co_await std::move(calling);
          EXPECT_FALSE(answer);
        })
        .value();
  }
  loop.run();
  EXPECT_EQ(server.requests(), 12);
  const async::Breaker::Status breaker = fleet->endpoints().front()->status().breaker;
  EXPECT_EQ(breaker.state, async::Breaker::State::closed);
  EXPECT_EQ(breaker.failures, 1);
}

TEST_F(FleetTest, the_callers_word_about_its_trace_goes_on_with_each_call) {
  std::string head;
  ScriptedServer server([&](const Request& request, const Wire& wire) {
    head = request.head;
    wire.answer("{}");
    return true;
  });
  TraceNotes traces;
  const std::string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
  traces.note(trace, {false, "vendor=1"});
  Endpoint one(endpoint("text-1", server.url()), {http, metrics, clock, &traces});
  const auto called = run(loop, one.ask_aside({.path = "/x", .body = "{}", .trace_id = trace, .answer_bytes_max = 100},
                                              Deadline::after(5s)));
  ASSERT_TRUE(called);
  EXPECT_NE(head.find("traceparent: 00-" + trace), std::string::npos);
  EXPECT_NE(head.find("-00\r\n"), std::string::npos) << head;
  EXPECT_NE(head.find("tracestate: vendor=1"), std::string::npos);
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
