#include "base/log.h"

#include "base/json_writer.h"
#include "base/limits.h"

#include <fmt/format.h>
#include <spdlog/async_logger.h>
#include <spdlog/details/null_mutex.h>
#include <spdlog/details/periodic_worker.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/sinks/base_sink.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace dossier {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{64} * 1024;
constexpr auto kQuietWait = std::chrono::milliseconds(50);

spdlog::level::level_enum level_of(LogLevel level) {
  constexpr std::array levels = {spdlog::level::debug, spdlog::level::info, spdlog::level::warn, spdlog::level::err};
  return levels[static_cast<std::size_t>(level)];
}

// Collects lines so that a busy log costs one system call per 64 KiB, and a quiet one shows each line at once.
// Runs on the log's thread only.
class BatchSink final : public spdlog::sinks::base_sink<spdlog::details::null_mutex> {
 public:
  explicit BatchSink(int descriptor) : descriptor_(descriptor) {}
  ~BatchSink() override { write_batch(); }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    batch_.append(message.payload.data(), message.payload.size());
    batch_ += '\n';
    const auto now = std::chrono::steady_clock::now();
    if (batch_.size() >= kBatchBytes || now - written_ >= kQuietWait) write_batch();
  }
  void flush_() override { write_batch(); }

 private:
  void write_batch() {
    std::string_view rest = batch_;
    while (!rest.empty()) {
      const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) break;  // a log that cannot be written has nobody to tell
      rest.remove_prefix(static_cast<std::size_t>(count));
    }
    batch_.clear();
    written_ = std::chrono::steady_clock::now();
  }

  const int descriptor_;
  std::string batch_;
  std::chrono::steady_clock::time_point written_{};
};

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

// Members end in this order: the flusher, the logger, then the pool, which writes what waits, then the lines.
struct Log::Sink {
  Sink(const LogOptions& options, const Clock& clock)
      : lines(std::make_shared<BatchSink>(options.descriptor)),
        pool(std::make_shared<spdlog::details::thread_pool>(limits::kLogLinesWaitingMax, 1)),
        logger(std::make_shared<spdlog::async_logger>("dossier", lines, pool,
                                                      spdlog::async_overflow_policy::overrun_oldest)),
        flusher([this, &options, &clock] { flush(options, clock); }, std::chrono::seconds(1)) {
    logger->set_level(spdlog::level::trace);
  }

  void put(LogLevel level, std::string_view line) {
    logger->log(level_of(level), spdlog::string_view_t(line.data(), line.size()));
  }

  void flush(const LogOptions& options, const Clock& clock) {
    const std::size_t dropped = pool->overrun_counter();
    if (dropped != reported) {
      put(LogLevel::warning,
          line_of(options, clock.wall(), LogLevel::warning, "log_lines_dropped", {{"lines", dropped - reported}}));
      reported = dropped;
    }
    logger->flush();
  }

  std::shared_ptr<BatchSink> lines;
  std::shared_ptr<spdlog::details::thread_pool> pool;
  std::shared_ptr<spdlog::async_logger> logger;
  std::size_t reported = 0;  // flusher's thread only
  spdlog::details::periodic_worker flusher;
};

Log::Log(LogOptions options, const Clock& clock)
    : options_(options), clock_(clock), sink_(std::make_unique<Sink>(options_, clock_)) {}
Log::~Log() = default;

void Log::write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  if (enabled(level)) sink_->put(level, line_of(options_, clock_.wall(), level, event, fields));
}

std::uint64_t Log::dropped() const {
  return sink_->pool->overrun_counter();
}

}  // namespace dossier
