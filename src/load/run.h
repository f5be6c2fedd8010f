#pragma once

#include "load/client.h"
#include "load/record.h"

#include <functional>

namespace dossier::load {

// One pass of one client through a scenario.
struct Visit {
  Client& client;
  Record& record;
  std::uint64_t number;  // no two passes of a run share it
  SteadyTime due;        // when it should have begun
  Deadline deadline;     // after which it has failed
};

// How a pass ended; its requests are in the visit's record already.
struct Passed {
  Ending ending = Ending::good;
  std::string why = {};  // of a failure: a kind, not a story
};

// Stateless or thread-safe; outlives the run.
using Scenario = std::function<async::Task<Passed>(Visit)>;

struct Pace {
  std::size_t clients = 10;
  std::chrono::nanoseconds time = std::chrono::seconds(10);
  // Passes a second, whether or not earlier ones have ended (open loop: `clients` then only bounds how many are under
  // way, and those that find none free wait and count from when they were due). 0: each client begins anew when it is
  // through (closed loop).
  double passes_per_second = 0;
  std::uint64_t passes_max = 0;  // 0: as many as there is time for
  std::chrono::nanoseconds pass_time_max = std::chrono::seconds(60);
};

struct Outcome {
  Record record;
  double seconds = 0;        // from the first to the last
  std::uint64_t unsent = 0;  // due in time, but nobody was free until a pass' time after the end

  double good_per_second() const;
  void write_json(JsonWriter& json) const;
};

// Told once a second, on the loop.
using OnSecond = std::function<void(double seconds, const Record& so_far)>;

// Blocks; runs a loop of its own on this thread.
Outcome run(const Target& target, const Pace& pace, const Scenario& scenario, OnSecond on_second = {});

}  // namespace dossier::load
