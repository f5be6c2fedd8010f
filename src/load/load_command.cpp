#include "load/load_command.h"

#include "base/exit_status.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <ostream>

namespace dossier::load {
namespace {

constexpr std::size_t kClients = 10;
constexpr std::size_t kFloodClients = 1'024;  // more than all queues of the server hold

Pace pace_of(const LoadOptions& options) {
  const auto time = [](double seconds) { return std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9)); };
  const std::size_t usual = options.scenario == "overload" ? kFloodClients : kClients;
  return {.clients = options.clients > 0 ? options.clients : usual,
          .time = time(options.seconds),
          .passes_per_second = options.rate,
          .passes_max = options.passes_max,
          .pass_time_max = time(options.pass_seconds)};
}

Result<ScenarioOptions> scenario_options(const LoadOptions& options) {
  ScenarioOptions out{.question = options.question};
  if (options.file.empty()) return out;
  std::ifstream in(options.file, std::ios::binary);
  out.file.assign(std::istreambuf_iterator<char>(in), {});
  if (!in || out.file.empty()) return Error{ErrorCode::not_found, "the file cannot be read", options.file};
  return out;
}

OnSecond telling(std::ostream& err) {
  return [&err](double seconds, const Record& so_far) {
    const Record::Series& passes = so_far.of("pass");
    err << fmt::format("{:6.0f} s  {} good, {} refused, {} degraded, {} failed, p95 {:.1f} ms\n", seconds,
                       passes.good.count(), passes.refused.count(), passes.degraded.count(), passes.failed.count(),
                       passes.good.milliseconds_at(0.95));
  };
}

// Whether a scenario with a verdict passed; the others pass when anything at all went well.
bool passed(const LoadOptions& options, const Outcome& outcome) {
  const Record::Series& passes = outcome.record.of("pass");
  if (options.scenario != "fir") return passes.good.count() > 0;
  return passes.good.count() > 0 && passes.good.count() == passes.count() && outcome.unsent == 0;
}

JsonWriter head(const LoadOptions& options, const Pace& pace) {
  JsonWriter json;
  json.begin_object().member("scenario", options.scenario).member("target", options.target);
  json.member("clients", pace.clients).member("rate", options.rate);
  return json;
}

int run_flood(const LoadOptions& options, const Target& target, const Scenario& scenario, std::ostream& out,
              const OnSecond& on_second) {
  const Pace pace = pace_of(options);
  const OverloadOutcome outcome = run_overload(target, pace, scenario, on_second);
  if (options.json) {
    JsonWriter json = head(options, pace);
    outcome.write_json(json);
    out << json.end_object().take() << "\n";
  } else {
    out << outcome.text() << (outcome.passed() ? "PASS\n" : "FAIL\n");
  }
  return outcome.passed() ? exit_done : exit_needs_a_person;
}

int run_plain(const LoadOptions& options, const Target& target, const Scenario& scenario, std::ostream& out,
              const OnSecond& on_second) {
  const Pace pace = pace_of(options);
  const Outcome outcome = run(target, pace, scenario, on_second);
  const bool good = passed(options, outcome);
  if (options.json) {
    JsonWriter json = head(options, pace);
    outcome.write_json(json);
    out << json.member("passed", good).end_object().take() << "\n";
  } else {
    out << outcome.record.text();
    out << fmt::format("{:.1f} good a second over {:.1f} s, {} never sent\n", outcome.good_per_second(),
                       outcome.seconds, outcome.unsent);
    if (options.scenario == "fir") out << (good ? "PASS" : "FAIL") << ": every complaint finalised within 30 s\n";
  }
  return good ? exit_done : exit_needs_a_person;
}

}  // namespace

int run_load_command(const LoadOptions& options, std::ostream& out, std::ostream& err) {
  const auto say = [&](const Error& error) {
    err << "dossier: " << error.text() << "\n";
    return static_cast<int>(exit_status_of(error.code));
  };
  const Result<Target> target = parse_target(options.target, options.api_key);
  if (!target) return say(target.error());
  const Result<ScenarioOptions> given = scenario_options(options);
  if (!given) return say(given.error());
  const bool flood = options.scenario == "overload";
  const std::optional<Scenario> scenario = scenario_named(flood ? "chat" : options.scenario, *given);
  if (!scenario)
    return say({ErrorCode::invalid_argument, "there is no such scenario; see dossier load --help", options.scenario});
  const OnSecond on_second = telling(err);
  return flood ? run_flood(options, *target, *scenario, out, on_second)
               : run_plain(options, *target, *scenario, out, on_second);
}

}  // namespace dossier::load
