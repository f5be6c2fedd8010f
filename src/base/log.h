#pragma once

#include "base/clock.h"

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace dossier {

enum class LogLevel { debug, info, warning, error };
std::string_view name_of(LogLevel level);
std::optional<LogLevel> parse_log_level(std::string_view name);

// One fact of an event. Texts are borrowed for the call only. Never the text of a document, a prompt or a secret.
struct LogField {
  std::string_view key;
  std::variant<std::string_view, std::int64_t, double, bool> value;

  LogField(std::string_view k, std::string_view text) : key(k), value(text) {}
  LogField(std::string_view k, const std::string& text) : key(k), value(std::string_view(text)) {}
  LogField(std::string_view k, const char* text) : key(k), value(std::string_view(text)) {}
  LogField(std::string_view k, double number) : key(k), value(number) {}
  LogField(std::string_view k, bool truth) : key(k), value(truth) {}
  LogField(std::string_view k, std::integral auto number) : key(k), value(static_cast<std::int64_t>(number)) {}
};

struct LogOptions {
  LogLevel least = LogLevel::info;
  bool human = false;  // "09:15:45.123 info  request status=200" instead of JSON
  int descriptor = 2;  // where the lines go; not closed; -1: nowhere
};

// One event per line: {"time":...,"level":...,"event":...,fields}. Thread-safe and never blocking: lines are made by
// the caller and written by a thread of the log's own, some ten milliseconds later. When limits::kLogLinesWaitingMax
// lines wait, they are dropped and counted, the newer ones kept, and a line says how many.
class Log {
 public:
  explicit Log(LogOptions options = {}, const Clock& clock = system_clock());
  ~Log();  // after everything that waits is written
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  bool enabled(LogLevel level) const { return level >= options_.least; }
  void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields);
  void info(std::string_view event, std::initializer_list<LogField> fields) { write(LogLevel::info, event, fields); }
  void warning(std::string_view event, std::initializer_list<LogField> fields) {
    write(LogLevel::warning, event, fields);
  }
  void error(std::string_view event, std::initializer_list<LogField> fields) { write(LogLevel::error, event, fields); }

  std::uint64_t dropped() const;

 private:
  struct Sink;

  const LogOptions options_;
  const Clock& clock_;
  std::unique_ptr<Sink> sink_;
};

}  // namespace dossier
