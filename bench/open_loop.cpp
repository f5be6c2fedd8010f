// usage: open_loop PORT PATH RATE SECONDS CONNECTIONS
//        open_loop PORT wait QUESTION COUNT PER_SECOND SECONDS
//
// What the scripts here need of the room `load`, as one line of JSON each. The first form sends GET PATH at a fixed
// rate, open loop. The second has COUNT clients, PER_SECOND of them a second, ask the chat, and tells how they were
// answered within SECONDS.
#include "load/scenarios.h"

#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace dossier::load;

constexpr double kLateMs = 1'000;  // nobody would wait longer for a cheap route

std::chrono::nanoseconds seconds_of(double seconds) {
  return std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
}

void ask_at_a_rate(const Target& server, const std::string& path, double rate, double seconds,
                   std::size_t connections) {
  const Pace pace{.clients = connections, .time = seconds_of(seconds), .passes_per_second = rate};
  const Outcome outcome = run(server, pace, getting(path));
  const Record::Series& passes = outcome.record.of("pass");
  const Latencies& good = passes.good;
  std::printf(
      "{\"sent\":%zu,\"per_second\":%.0f,\"errors\":%zu,\"late\":%zu,\"p50_ms\":%.2f,\"p90_ms\":%.2f,"
      "\"p99_ms\":%.2f,\"p999_ms\":%.2f,\"max_ms\":%.2f}\n",
      passes.count(), outcome.good_per_second(), passes.count() - good.count() + outcome.unsent,
      good.count_above(kLateMs), good.milliseconds_at(0.5), good.milliseconds_at(0.9), good.milliseconds_at(0.99),
      good.milliseconds_at(0.999), good.milliseconds_max());
}

void let_wait(const Target& server, const std::string& question, std::size_t count, double per_second, double seconds) {
  const Pace pace{.clients = count,
                  .time = seconds_of(static_cast<double>(count) / per_second),
                  .passes_per_second = per_second,
                  .pass_time_max = seconds_of(seconds)};
  const Outcome outcome = run(server, pace, chatting({.question = question}));
  const Record::Series& passes = outcome.record.of("pass");
  std::printf(
      "{\"asked\":%zu,\"good\":%zu,\"degraded\":%zu,\"refused\":%zu,\"failed\":%zu,\"last_after_seconds\":%.2f}\n",
      passes.count(), passes.good.count(), passes.degraded.count(), passes.refused.count(), passes.failed.count(),
      outcome.seconds);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> given(argv + 1, argv + argc);
  if (given.size() != 5 && given.size() != 6) {
    std::fprintf(stderr,
                 "usage: open_loop PORT PATH RATE SECONDS CONNECTIONS | PORT wait QUESTION COUNT PER_SECOND SECONDS\n");
    return 2;
  }
  const Target server{.host = "127.0.0.1", .port = static_cast<std::uint16_t>(std::stoi(given[0])), .api_key = ""};
  if (given[1] == "wait") {
    let_wait(server, given[2], std::stoul(given[3]), std::stod(given[4]), std::stod(given[5]));
  } else {
    ask_at_a_rate(server, given[1], std::stod(given[2]), std::stod(given[3]), std::stoul(given[4]));
  }
  return 0;
}
