#include "models/http_client.h"

#include "async/manual_time.h"
#include "models/run_for_tests.h"
#include "models/scripted_server.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace dossier::models {
namespace {

using namespace std::chrono_literals;
using async::Task;
using Request = ScriptedServer::Request;
using Wire = ScriptedServer::Wire;

class HttpClientTest : public testing::Test {
 protected:
  Result<HttpAnswer> send(HttpRequest request, std::chrono::milliseconds allowed = 5s) {
    if (request.answer_bytes_max == 0) request.answer_bytes_max = 1'000'000;
    return run(loop, client.send(std::move(request), Deadline::after(allowed)));
  }

  // Begins a call of a server that hangs; how it ends is noted.
  void begin(const ScriptedServer& server, Deadline deadline) {
    auto calling = [this, url = server.url(), deadline]() -> Task<void> {
      Task<Result<HttpAnswer>> sending = client.send({.url = url, .answer_bytes_max = 100}, deadline);
      const Result<HttpAnswer> answer = co_await std::move(sending);
      ended.push_back(answer ? ErrorCode::internal : answer.error().code);
    };
    callers.spawn(calling).value();
  }
  // Turns the loop until it holds.
  bool until(const std::function<bool()>& holds) {
    const SteadyTime limit = system_clock().steady() + 20s;
    while (!holds() && system_clock().steady() < limit) {
      loop.restart();
      loop.run_for(1ms);
    }
    return holds();
  }

  boost::asio::io_context loop{1};
  async::ManualTime time{loop};
  async::TaskScope callers{loop.get_executor()};
  std::vector<ErrorCode> ended;
  HttpClient client{{.connect_time = 300ms, .calls_max = 3}};
};

TEST_F(HttpClientTest, posts_a_body_with_its_headers_and_reuses_the_connection) {
  std::vector<Request> seen;
  ScriptedServer server([&](const Request& request, const Wire& wire) {
    seen.push_back(request);
    wire.answer("{\"n\":1}");
    return true;
  });
  for (int i = 0; i < 3; ++i) {
    const auto answer = send({.url = server.url() + "/x", .headers = {"Authorization: Bearer k"}, .body = "{}"});
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "{\"n\":1}");
  }
  EXPECT_EQ(server.connections(), 1);
  EXPECT_TRUE(seen[0].head.starts_with("POST /v1/x HTTP/1.1"));
  EXPECT_NE(seen[0].head.find("Authorization: Bearer k"), std::string::npos);
  EXPECT_EQ(seen[0].body, "{}");
}

TEST_F(HttpClientTest, sends_a_file_between_body_and_tail_also_when_a_kept_connection_turns_out_to_be_closed) {
  std::vector<std::string> seen;
  ScriptedServer server([&](const Request& request, const Wire& wire) {
    seen.push_back(request.body);
    if (seen.size() == 2) return false;  // the connection it kept ends under the second request, without an answer
    wire.answer("{}");
    return true;
  });
  std::string bytes(1'000'000, 'x');
  bytes[0] = '<', bytes.back() = '>';
  const auto file = std::make_shared<const std::string>(bytes);
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(send({.url = server.url(), .body = "head", .file = file, .tail = "tail"}));
  EXPECT_EQ(server.connections(), 2);
  ASSERT_EQ(seen.size(), 3u) << "the second was sent again from its beginning";
  for (const std::string& body : seen) EXPECT_TRUE(body == "head" + bytes + "tail") << body.size();
}

TEST_F(HttpClientTest, a_bad_status_is_an_answer_with_its_retry_after) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer("busy", 429, "Retry-After: 7\r\n");
    return true;
  });
  const auto answer = send({.url = server.url()});
  ASSERT_TRUE(answer) << answer.error().text();
  EXPECT_EQ(answer->status, 429);
  EXPECT_EQ(answer->retry_after, 7s);
}

TEST_F(HttpClientTest, leaves_a_server_that_hangs_at_the_deadline_and_closes_the_connection) {
  std::atomic<bool> closed{false};
  ScriptedServer server([&](const Request&, const Wire& wire) {
    wire.hang();
    closed = true;
    return false;
  });
  begin(server, time.after(1h));
  ASSERT_TRUE(until([&] { return server.requests() == 1; }));
  time.advance(1h - 1ns);
  loop.poll();
  EXPECT_TRUE(ended.empty());
  EXPECT_FALSE(closed);
  time.advance(1ns);
  ASSERT_TRUE(until([&] { return !ended.empty(); }));
  EXPECT_EQ(ended.front(), ErrorCode::deadline_exceeded);
  EXPECT_TRUE(until([&] { return closed.load(); })) << "closing is how a model server is told to stop";
}

TEST_F(HttpClientTest, a_cancelled_caller_leaves_at_once) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.hang();
    return false;
  });
  begin(server, Deadline::never());
  ASSERT_TRUE(until([&] { return server.requests() == 1; }));
  callers.cancel();
  ASSERT_TRUE(until([&] { return !ended.empty(); })) << "without the clock being moved";
  EXPECT_EQ(ended.front(), ErrorCode::cancelled);
}

TEST_F(HttpClientTest, a_reset_and_a_closed_port_are_unavailable) {
  std::optional<ScriptedServer> server;
  server.emplace([](const Request&, const Wire& wire) {
    wire.reset();
    return false;
  });
  const std::string url = server->url();
  const auto reset = send({.url = url});
  ASSERT_FALSE(reset);
  EXPECT_EQ(reset.error().code, ErrorCode::unavailable);
  server.reset();
  const auto closed = send({.url = url});
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().code, ErrorCode::unavailable);
}

TEST_F(HttpClientTest, an_answer_beyond_its_limit_is_cut_off) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer(std::string(1'000, 'x'));
    return true;
  });
  const auto answer = send({.url = server.url(), .answer_bytes_max = 999});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::too_large);
}

TEST_F(HttpClientTest, pieces_are_handed_on_as_they_come_until_the_caller_has_enough) {
  std::atomic<int> taken{0};
  const auto handed_on = [&](int pieces) {
    const SteadyTime limit = system_clock().steady() + 20s;
    while (taken < pieces && system_clock().steady() < limit) std::this_thread::yield();
    return taken >= pieces;
  };
  ScriptedServer server([&](const Request&, const Wire& wire) {
    wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
    if (!handed_on(1)) return false;
    wire.send("3\r\ntwo\r\n");
    if (!handed_on(2)) return false;
    wire.send("5\r\nthree\r\n0\r\n\r\n");
    return true;
  });
  std::string all;
  const auto answer = send({.url = server.url(), .on_piece = [&](std::string_view piece) {
                              all += piece;
                              all += '|';
                              ++taken;
                              return true;
                            }});
  ASSERT_TRUE(answer) << answer.error().text();
  EXPECT_EQ(all, "one|two|three|");
  EXPECT_EQ(answer->body, "");

  taken = 0;
  std::string first;
  const auto enough = send({.url = server.url(), .on_piece = [&](std::string_view piece) {
                              first += piece;
                              ++taken;
                              return false;
                            }});
  ASSERT_FALSE(enough);
  EXPECT_EQ(enough.error().code, ErrorCode::unreadable) << "no fault of the connection";
  taken = 3;  // the server need not wait for what nobody takes
  EXPECT_EQ(first, "one");
}

TEST_F(HttpClientTest, more_calls_than_allowed_are_refused_at_once) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.hang();
    return false;
  });
  for (int i = 0; i < 4; ++i) begin(server, time.after(1h));
  ASSERT_TRUE(until([&] { return !ended.empty(); }));
  EXPECT_EQ(ended.front(), ErrorCode::over_capacity);
  time.advance(1h);
  ASSERT_TRUE(until([&] { return ended.size() == 4; }));
  EXPECT_EQ(std::count(ended.begin(), ended.end(), ErrorCode::deadline_exceeded), 3);
}

TEST_F(HttpClientTest, protocols_other_than_http_are_refused) {
  const auto file = send({.url = "file:///etc/hostname"});
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::unavailable);
}

}  // namespace
}  // namespace dossier::models
