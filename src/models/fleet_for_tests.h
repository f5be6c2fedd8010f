#pragma once

#include "models/fleet.h"
#include "models/run_for_tests.h"
#include "models/scripted_server.h"

#include <gtest/gtest.h>

namespace dossier::models {

// A fleet of scripted servers, on one loop, with a clock moved by hand for the breakers. It begins at the machine's
// present moment, so that deadlines of either clock mean the same. What depends on pauses and deadlines stands in
// fleet_time_test.cpp.
class FleetTest : public testing::Test {
 protected:
  FleetTest() { clock.advance(system_clock().steady().time_since_epoch()); }

  using Request = ScriptedServer::Request;
  using Wire = ScriptedServer::Wire;

  static EndpointOptions endpoint(std::string name, std::string url) {
    return {.role = "text", .name = std::move(name), .url = std::move(url), .model = "m", .api_key = "very-secret"};
  }
  Fleet& fleet_of(std::vector<EndpointOptions> endpoints) {
    fleet = std::make_unique<Fleet>(std::move(endpoints), Endpoint::Parts{http, metrics, clock}, [this] {
      ++pauses;
      return 0.0;
    });
    return *fleet;
  }
  Result<HttpAnswer> ask(std::chrono::milliseconds allowed = std::chrono::seconds(5)) {
    Fleet::MakeCall make = [](const EndpointOptions&) {
      return Call{.path = "/x", .body = "{}", .answer_bytes_max = 10'000};
    };
    return run(loop, fleet->call(std::move(make), Deadline::after(allowed)));
  }
  double counted(const std::string& endpoint_name, const std::string& outcome) {
    return metrics
        .counter("model_calls_total", "Attempts at model servers, by how they ended.",
                 {{"role", "text"}, {"endpoint", endpoint_name}, {"outcome", outcome}})
        .value();
  }

  int pauses = 0;  // before further attempts: the chance is asked for each
  boost::asio::io_context loop{1};
  ManualClock clock;
  Metrics metrics;
  HttpClient http{{.connect_time = std::chrono::milliseconds(300)}};
  std::unique_ptr<Fleet> fleet;
};

}  // namespace dossier::models
