#include "load/record.h"

#include <fmt/format.h>

namespace dossier::load {
namespace {

constexpr std::size_t kErrorKindsMax = 50;  // a server that says something else each time must not fill the memory

void write_latencies(JsonWriter& json, std::string_view name, const Latencies& all) {
  json.key(name).begin_object().member("count", all.count());
  json.member("p50_ms", all.milliseconds_at(0.5)).member("p90_ms", all.milliseconds_at(0.9));
  json.member("p95_ms", all.milliseconds_at(0.95)).member("p99_ms", all.milliseconds_at(0.99));
  json.member("p999_ms", all.milliseconds_at(0.999)).member("max_ms", all.milliseconds_max()).end_object();
}

std::string line(const std::string& what, const char* ending, const Latencies& all) {
  if (all.count() == 0) return {};
  return fmt::format("{:<12} {:<9} {:>9} {:>10.2f} {:>10.2f} {:>10.2f} {:>10.2f} {:>10.2f}\n", what, ending,
                     all.count(), all.milliseconds_at(0.5), all.milliseconds_at(0.95), all.milliseconds_at(0.99),
                     all.milliseconds_at(0.999), all.milliseconds_max());
}

}  // namespace

void Record::add(const std::string& what, Ending ending, std::chrono::nanoseconds took, const std::string& why) {
  Series& series = series_[what];
  switch (ending) {
    case Ending::good: return series.good.add(took);
    case Ending::refused: return series.refused.add(took);
    case Ending::degraded: return series.degraded.add(took);
    case Ending::failed: series.failed.add(took);
  }
  const std::string kind = what + ": " + why;
  const bool known = errors_.contains(kind) || errors_.size() < kErrorKindsMax;
  ++errors_[known ? kind : "others"];
}

void Record::add(const Record& others) {
  for (const auto& [what, series] : others.series_) {
    Series& mine = series_[what];
    mine.good.add(series.good);
    mine.refused.add(series.refused);
    mine.degraded.add(series.degraded);
    mine.failed.add(series.failed);
  }
  for (const auto& [kind, count] : others.errors_) errors_[kind] += count;
}

const Record::Series& Record::of(const std::string& what) const {
  static const Series none;
  const auto at = series_.find(what);
  return at == series_.end() ? none : at->second;
}

void Record::write_json(JsonWriter& json) const {
  json.key("requests").begin_object();
  for (const auto& [what, series] : series_) {
    json.key(what).begin_object();
    write_latencies(json, "good", series.good);
    write_latencies(json, "refused", series.refused);
    write_latencies(json, "degraded", series.degraded);
    write_latencies(json, "failed", series.failed);
    json.end_object();
  }
  json.end_object().key("errors").begin_object();
  for (const auto& [kind, count] : errors_) json.member(kind, count);
  json.end_object();
}

std::string Record::text() const {
  std::string out = fmt::format("{:<12} {:<9} {:>9} {:>10} {:>10} {:>10} {:>10} {:>10}\n", "what", "ending", "count",
                                "p50 ms", "p95 ms", "p99 ms", "p99.9 ms", "max ms");
  for (const auto& [what, series] : series_) {
    out += line(what, "good", series.good) + line(what, "refused", series.refused);
    out += line(what, "degraded", series.degraded) + line(what, "failed", series.failed);
  }
  for (const auto& [kind, count] : errors_) out += fmt::format("{:>9} x {}\n", count, kind);
  return out;
}

}  // namespace dossier::load
