#include "models/warm_up.h"

#include "models/fleet_for_tests.h"

namespace dossier::models {
namespace {

TEST_F(FleetTest, a_server_that_is_slow_to_wake_keeps_nobody_from_its_gate) {
  std::atomic<int> woken{0};
  std::string body;
  ScriptedServer server([&](const Request& request, const Wire& wire) {
    if (!request.head.starts_with("POST /v1/chat/completions ")) {
      wire.answer("{}");
      return true;
    }
    body = request.body;
    ++woken;
    wire.hang();
    return false;
  });
  EndpointOptions narrow = endpoint("text-1", server.url());
  narrow.slots = 1;
  narrow.waiting_max = 0;
  fleet_of({narrow});
  auto asking_meanwhile = [&]() -> async::Task<Result<HttpAnswer>> {
    async::TaskScope scope(loop.get_executor());
    scope.spawn([&] { return warm_up(*fleet->endpoints().front()); }).value();
    while (woken == 0) {
      async::Task<Result<void>> pause = async::sleep_until(Deadline::after(std::chrono::milliseconds(1)));
      (void)co_await std::move(pause);
    }
    Fleet::MakeCall make = [](const EndpointOptions&) {
      return Call{.path = "/x", .body = "{}", .answer_bytes_max = 10'000};
    };
    async::Task<Result<HttpAnswer>> calling =
        fleet->call(std::move(make), Deadline::after(std::chrono::milliseconds(500)));
    Result<HttpAnswer> answer = co_await std::move(calling);
    scope.cancel();
    async::Task<Result<void>> ending = scope.wait(Deadline::after(std::chrono::seconds(1)));
    CO_TRY_DO(co_await std::move(ending));
    co_return answer;
  };
  EXPECT_TRUE(run(loop, asking_meanwhile()));
  EXPECT_EQ(woken, 1);
  EXPECT_NE(body.find("\"max_tokens\":1"), std::string::npos);
  EXPECT_EQ(fleet->endpoints().front()->status().breaker.failures, 0);
}

TEST_F(FleetTest, only_text_servers_are_woken) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer("{}");
    return true;
  });
  EndpointOptions other = endpoint("speech-1", server.url());
  other.role = "speech";
  fleet_of({other});
  auto waking = [&]() -> async::Task<bool> {
    async::Task<void> asking = warm_up(*fleet->endpoints().front());
    co_await std::move(asking);
    co_return true;
  };
  run(loop, waking());
  EXPECT_EQ(server.requests(), 0);
}

}  // namespace
}  // namespace dossier::models
