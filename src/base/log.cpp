#include "base/log.h"

#include "base/json_writer.h"
#include "base/limits.h"
#include "base/line_writer.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace dossier {
namespace {

// The date and time up to the second change rarely and are expensive to write: each thread keeps its last.
std::string_view second_text(std::chrono::sys_seconds second) {
  thread_local std::chrono::sys_seconds last{};
  thread_local std::string text;
  if (second == last && !text.empty()) return text;
  const auto day = std::chrono::floor<std::chrono::days>(second);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{second - day};
  text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
  last = second;
  return text;
}

void append_time(std::string& line, WallTime now) {
  const auto second = std::chrono::floor<std::chrono::seconds>(now);
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now - second).count();
  line += second_text(second);
  fmt::format_to(std::back_inserter(line), ".{:06}Z", micros);
}

struct AppendJson {
  std::string& line;
  void operator()(std::string_view text) const { append_json_string(line, text); }
  void operator()(bool truth) const { line += truth ? "true" : "false"; }
  void operator()(std::int64_t number) const { fmt::format_to(std::back_inserter(line), "{}", number); }
  void operator()(double number) const { fmt::format_to(std::back_inserter(line), "{:.6g}", number); }
};

struct AppendHuman {
  std::string& line;
  void operator()(std::string_view text) const {
    if (text.find_first_of(" \"\n\t\x1b") != std::string_view::npos) {
      append_json_string(line, text);
    } else {
      line += text;
    }
  }
  void operator()(const auto& other) const { AppendJson{line}(other); }
};

void append_json_line(std::string& line, WallTime now, LogLevel level, std::string_view event,
                      std::initializer_list<LogField> fields) {
  line += "{\"time\":\"";
  append_time(line, now);
  line.append("\",\"level\":\"").append(name_of(level)).append("\",\"event\":");
  append_json_string(line, event);
  for (const LogField& field : fields) {
    line += ',';
    append_json_string(line, field.key);
    line += ':';
    std::visit(AppendJson{line}, field.value);
  }
  line += '}';
}

void append_human_line(std::string& line, WallTime now, LogLevel level, std::string_view event,
                       std::initializer_list<LogField> fields) {
  append_time(line, now);
  line = line.substr(line.find('T') + 1, 12);
  fmt::format_to(std::back_inserter(line), " {:<7} {}", name_of(level), event);
  for (const LogField& field : fields) {
    line.append(" ").append(field.key).append("=");
    std::visit(AppendHuman{line}, field.value);
  }
}

// Valid until the thread's next call.
std::string_view line_of(const LogOptions& options, WallTime now, LogLevel level, std::string_view event,
                         std::initializer_list<LogField> fields) {
  thread_local std::string line;
  line.clear();
  if (options.human) {
    append_human_line(line, now, level, event, fields);
  } else {
    append_json_line(line, now, level, event, fields);
  }
  return line;
}

}  // namespace

std::string_view name_of(LogLevel level) {
  constexpr std::array<std::string_view, 4> names = {"debug", "info", "warning", "error"};
  return names[static_cast<std::size_t>(level)];
}

std::optional<LogLevel> parse_log_level(std::string_view name) {
  for (LogLevel level : {LogLevel::debug, LogLevel::info, LogLevel::warning, LogLevel::error}) {
    if (name == name_of(level)) return level;
  }
  return std::nullopt;
}

struct Log::Sink final : LineWriter {
  using LineWriter::LineWriter;
};

Log::Log(LogOptions options, const Clock& clock) : options_(options), clock_(clock) {
  const auto tell_dropped = [this](std::uint64_t lines) {
    return std::string(line_of(options_, clock_.wall(), LogLevel::warning, "log_lines_dropped", {{"lines", lines}}));
  };
  sink_ = std::make_unique<Sink>(options_.descriptor, limits::kLogLinesWaitingMax, tell_dropped);
}

Log::~Log() = default;

void Log::write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  if (enabled(level)) sink_->put(line_of(options_, clock_.wall(), level, event, fields));
}

std::uint64_t Log::dropped() const {
  return sink_->dropped();
}

}  // namespace dossier
