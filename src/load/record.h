#pragma once

#include "base/json_writer.h"
#include "load/latencies.h"

#include <map>
#include <string>

namespace dossier::load {

// What became of one pass through a scenario, or of one request.
enum class Ending {
  good,
  refused,   // 503 or 429: the server protects itself
  degraded,  // answered by rules where a model should have: no error, and not done either
  failed     // anything else; `why` says what
};

// What happened, counted. One thread.
class Record {
 public:
  // `what` is "pass" for a whole one, else the request: "create", "approve".
  void add(const std::string& what, Ending ending, std::chrono::nanoseconds took, const std::string& why = {});
  void add(const Record& others);

  struct Series {
    Latencies good, refused, degraded, failed;
    std::uint64_t count() const { return good.count() + refused.count() + degraded.count() + failed.count(); }
  };
  // Empty when nothing of that name happened.
  const Series& of(const std::string& what) const;
  const std::map<std::string, Series>& series() const { return series_; }
  const std::map<std::string, std::uint64_t>& errors() const { return errors_; }

  void write_json(JsonWriter& json) const;
  // A table of lines for people.
  std::string text() const;

 private:
  std::map<std::string, Series> series_;
  std::map<std::string, std::uint64_t> errors_;  // by kind
};

}  // namespace dossier::load
