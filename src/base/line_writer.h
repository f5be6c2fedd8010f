#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace dossier {

// Takes lines from any thread and writes them from a thread of its own. Giving one never waits for who reads them, and
// while lines keep coming it makes no system call either: the writer is woken by the first line after a pause, then
// looks by itself a hundred times a second. (spdlog's queue wakes its thread for each line; at five thousand refused
// requests a second that was a fifth of what a refusal cost.)
class LineWriter {
 public:
  // The line that tells how many were dropped since the last such line. Called on the writer's thread.
  using TellDropped = std::function<std::string(std::uint64_t lines)>;

  // `descriptor` is not closed. When `lines_max` lines wait, they are dropped and counted, and the newer ones kept.
  LineWriter(int descriptor, std::size_t lines_max, TellDropped tell_dropped);
  ~LineWriter();  // after everything that waits is written
  LineWriter(const LineWriter&) = delete;
  LineWriter& operator=(const LineWriter&) = delete;

  void put(std::string_view line);
  std::uint64_t dropped() const;

 private:
  void run();
  void write_out(std::string_view bytes) const;

  const int descriptor_;
  const std::size_t lines_max_;
  const TellDropped tell_dropped_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::string waiting_;  // whole lines
  std::size_t lines_ = 0;
  std::uint64_t dropped_ = 0;
  bool asleep_ = true;  // the writer waits for a line, and must be woken
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace dossier
