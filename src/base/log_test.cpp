#include "base/log.h"

#include "base/json_writer.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>

namespace dossier {
namespace {

// The lines a log wrote until it was destroyed.
template <class F>
std::string lines_of(LogOptions options, F use) {
  std::array<int, 2> ends{};
  EXPECT_EQ(pipe(ends.data()), 0);
  options.descriptor = ends[1];
  ManualClock clock(WallTime{} + std::chrono::seconds(1728216000) + std::chrono::microseconds(7));
  {
    Log log(options, clock);
    use(log);
  }
  close(ends[1]);
  std::string text;
  char piece[4096];
  for (ssize_t count; (count = read(ends[0], piece, sizeof piece)) > 0;)
    text.append(piece, static_cast<std::size_t>(count));
  close(ends[0]);
  return text;
}

TEST(Log, writes_one_json_object_per_event) {
  EXPECT_EQ(lines_of({},
                     [](Log& log) {
                       log.info("request", {{"status", 200}, {"path", "/a\"b\n"}, {"ms", 0.25}, {"late", false}});
                     }),
            "{\"time\":\"2024-10-06T12:00:00.000007Z\",\"level\":\"info\",\"event\":\"request\",\"status\":200,"
            "\"path\":\"/a\\\"b\\n\",\"ms\":0.25,\"late\":false}\n");
}

TEST(Log, leaves_out_what_is_below_its_level) {
  EXPECT_EQ(lines_of({.least = LogLevel::error}, [](Log& log) { log.warning("slow", {}); }), "");
}

TEST(Log, is_readable_at_a_terminal_and_cannot_be_tricked_into_control_sequences) {
  EXPECT_EQ(lines_of({.human = true},
                     [](Log& log) {
                       log.info("request", {{"status", 200}, {"path", "/a\x1b[2J"}});
                     }),
            "12:00:00.000 info    request status=200 path=\"/a\\u001b[2J\"\n");
}

TEST(Log, drops_and_counts_what_nobody_takes) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  {
    Log log({.descriptor = ends[1]});
    const std::string long_text(500, 'x');
    for (int i = 0; i < 20'000; ++i) log.info("burst", {{"text", long_text}});  // 10 MB; a pipe takes 64 KiB
    EXPECT_GT(log.dropped(), 0u);
    signal(SIGPIPE, SIG_IGN);  // before the close: the writer may be at it
    close(ends[0]);            // the writer's next call fails with EPIPE
  }
  close(ends[1]);
}

TEST(JsonWriter, replaces_what_is_no_utf8) {
  std::string out;
  append_json_string(out, "a\xFF\xC3\xA9\xED\xA0\x80");
  EXPECT_EQ(out, "\"a\xEF\xBF\xBD\xC3\xA9\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(JsonWriter, puts_commas_where_they_belong) {
  JsonWriter json;
  json.begin_object()
      .member("a", 1)
      .key("b")
      .begin_array()
      .value(1.5)
      .value("x")
      .null()
      .end_array()
      .member("c", true)
      .end_object();
  EXPECT_EQ(json.text(), R"({"a":1,"b":[1.5,"x",null],"c":true})");
}

}  // namespace
}  // namespace dossier
