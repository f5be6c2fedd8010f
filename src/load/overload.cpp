#include "load/overload.h"

#include <fmt/format.h>

#include <thread>

namespace dossier::load {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPeakClients = 32;  // enough to keep two cores busy, and fewer than a queue holds
constexpr double kFloodTimes = 10, kCalmShare = 0.5;
constexpr auto kRecoveryTime = 1s;
// The figures of the project: what is good in a flood, of the peak, and how soon a refusal comes.
constexpr double kGoodputShareMin = 0.95, kRefusalMsMax = 2;
constexpr double kCalmSlower = 2, kCalmSlowerMs = 5;  // what counts as itself again

}  // namespace

double OverloadOutcome::goodput_share() const {
  return peak.good_per_second() > 0 ? flood.good_per_second() / peak.good_per_second() : 0;
}

double OverloadOutcome::refusal_p99_ms() const {
  return flood.record.of("question").refused.milliseconds_at(0.99);
}

bool OverloadOutcome::recovered() const {
  const Record::Series &was = before.record.of("pass"), &is = after.record.of("pass");
  const bool all_good = is.good.count() == is.count() && after.unsent == 0;
  return all_good && is.good.milliseconds_at(0.95) <= kCalmSlower * was.good.milliseconds_at(0.95) + kCalmSlowerMs;
}

bool OverloadOutcome::passed() const {
  return goodput_share() >= kGoodputShareMin && refusal_p99_ms() <= kRefusalMsMax &&
         flood.record.of("pass").failed.count() == 0 && recovered();
}

OverloadOutcome run_overload(const Target& target, const Pace& pace, const Scenario& scenario, OnSecond on_second) {
  const auto part = [&](double share, double passes_per_second, std::size_t clients) {
    Pace one = pace;
    one.clients = clients;
    one.time = std::chrono::nanoseconds(static_cast<std::int64_t>(share * static_cast<double>(pace.time.count())));
    one.passes_per_second = passes_per_second;
    return run(target, one, scenario, on_second);
  };
  OverloadOutcome outcome;
  outcome.peak = part(0.2, 0, std::min(kPeakClients, pace.clients));
  const double peak = std::max(1.0, outcome.peak.good_per_second());
  outcome.before = part(0.15, kCalmShare * peak, kPeakClients);
  outcome.flood = part(0.5, kFloodTimes * peak, pace.clients);
  std::this_thread::sleep_for(kRecoveryTime);
  outcome.after = part(0.15, kCalmShare * peak, kPeakClients);
  return outcome;
}

void OverloadOutcome::write_json(JsonWriter& json) const {
  json.member("goodput_share", goodput_share()).member("refusal_p99_ms", refusal_p99_ms());
  json.member("recovered", recovered()).member("passed", passed());
  for (const auto& [name, part] :
       {std::pair("peak", &peak), {"before", &before}, {"flood", &flood}, {"after", &after}}) {
    json.key(name).begin_object();
    part->write_json(json);
    json.end_object();
  }
}

std::string OverloadOutcome::text() const {
  std::string out;
  for (const auto& [name, part] : {std::pair("at its peak (closed loop)", &peak),
                                   {"half of it, before", &before},
                                   {"ten times the peak", &flood},
                                   {"half of it, a second after", &after}}) {
    out += fmt::format("{}: {:.0f} good a second, {} never sent\n{}\n", name, part->good_per_second(), part->unsent,
                       part->record.text());
  }
  const auto& refused = flood.record.of("question").refused;
  return out + fmt::format(
                   "good under ten times the load: {:.0f} % of the peak (aim 95 %)\nrefusals: {}, p99 {:.2f} ms "
                   "(aim 2 ms)\nitself again after a second: {}\n",
                   100 * goodput_share(), refused.count(), refusal_p99_ms(), recovered() ? "yes" : "no");
}

}  // namespace dossier::load
