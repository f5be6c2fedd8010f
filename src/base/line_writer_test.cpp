#include "base/line_writer.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <vector>

namespace dossier {
namespace {

struct Pipe {
  Pipe() { EXPECT_EQ(pipe(ends.data()), 0); }
  ~Pipe() {
    for (const int end : ends) close(end);
  }
  // What was written, as soon as something is there; nothing when ten seconds pass without.
  std::string next() const {
    pollfd waiting{.fd = ends[0], .events = POLLIN, .revents = 0};
    if (poll(&waiting, 1, 10'000) <= 0) return {};
    std::array<char, 65536> piece{};
    const ssize_t count = read(ends[0], piece.data(), piece.size());
    return {piece.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
  }
  std::array<int, 2> ends{};
};

std::string told(std::uint64_t lines) {
  return "dropped " + std::to_string(lines);
}

TEST(LineWriter, writes_a_line_though_no_other_follows) {
  const Pipe out;
  LineWriter writer(out.ends[1], 10, told);
  writer.put("alone");
  EXPECT_EQ(out.next(), "alone\n");
  writer.put("in the pause after it");
  EXPECT_EQ(out.next(), "in the pause after it\n");
}

TEST(LineWriter, keeps_the_lines_of_many_threads_whole_and_each_threads_in_order) {
  const Pipe out;
  std::optional<LineWriter> writer(std::in_place, out.ends[1], 4'000, told);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&writer, thread] {
      for (int i = 0; i < 1'000; ++i) writer->put(std::to_string(thread) + " " + std::to_string(i));
    });
  }
  for (std::thread& thread : threads) thread.join();
  writer.reset();  // writes what waits: 4,000 short lines are less than a pipe holds
  std::istringstream lines(out.next());
  std::array<int, 4> next{};
  for (int thread = 0, i = 0; lines >> thread >> i;) {
    ASSERT_TRUE(thread >= 0 && thread < 4);
    ASSERT_EQ(i, next[static_cast<std::size_t>(thread)]++);
  }
  for (const int count : next) EXPECT_EQ(count, 1'000);
}

TEST(LineWriter, keeps_the_newest_when_nobody_takes_them_and_says_how_many_are_gone) {
  const Pipe out;
  const std::string filling(60'000, 'x');  // nearly what a pipe holds
  LineWriter writer(out.ends[1], 3, told);
  writer.put(filling);
  while (writer.dropped() == 0) writer.put(filling);  // the writer is stuck; three wait, and the next makes them go
  EXPECT_EQ(writer.dropped(), 3u);
  std::string text;
  while (text.find("dropped 3\n") == std::string::npos) {
    const std::string more = out.next();
    ASSERT_FALSE(more.empty());
    text += more;
  }
}

}  // namespace
}  // namespace dossier
