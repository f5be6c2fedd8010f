#include "net/events.h"
#include "net/server_fixture.h"

namespace dossier::net {
namespace {

using namespace std::chrono_literals;

struct Echo {
  std::string text;
  static const Fields& fields() {
    static const auto table =
        Fields::of<Echo>("Echo", "What was said.", {field<&Echo::text>("text", "Words.", length(0, 1000))});
    return table;
  }
};

struct Named {
  std::string name;
  static const Fields& fields() {
    static const auto table = Fields::of<Named>("Named", "", {field<&Named::name>("name", "")});
    return table;
  }
};

// Routes that every test of this file may use.
class HttpServer : public ::testing::Test, public RunningServer {
 protected:
  void SetUp() override {
    router.get("/hello/{name}", {.summary = "Greets."},
               [](Context, Path<Named> path) -> Task<Result<Echo>> { co_return Echo{"hello " + path->name}; });
    router.post("/echo", {.summary = "Repeats.", .body_bytes_max = 2000},
                [](Context, Body<Echo> body) -> Task<Result<Echo>> { co_return *body; });
    router.post("/funds/", {.summary = "Contract.", .style = Style::funds},
                [](Context, Body<Echo> body) -> Task<Result<Echo>> { co_return *body; });
    router.get("/slow", {.summary = "Waits until told."}, [this](Context context, Request) -> Task<Result<Response>> {
      ++waiting;
      while (!go_on) {
        Task<Result<void>> nap = async::sleep_until(Deadline::after(5ms));
        const Result<void> slept = co_await std::move(nap);
        if (!slept) {
          ++cancelled;
          co_return slept.error();
        }
      }
      co_return Response::text("done " + std::to_string(context.trace_id.size()));
    });
    router.get("/late", {.summary = "Takes longer than it may.", .time_max = 50ms},
               [](Context context, Request) -> Task<Result<Response>> {
                 Task<Result<void>> nap = async::sleep_until(context.deadline);
                 (void)co_await std::move(nap);
                 co_return Error{ErrorCode::deadline_exceeded, "the nap was too long; sleep less"};
               });
    router.get("/faulty", {.summary = "Throws."}, [](Context, Request) -> Task<Result<Response>> {
      throw std::runtime_error("oh");
      co_return Response{};
    });
    router.get("/full", {.summary = "Refuses."}, [](Context, Request) -> Task<Result<Response>> {
      co_return Error{ErrorCode::over_capacity, "the queue is full"};
    });
    router.get("/large", {.summary = "Sends much."}, [](Context, Request) -> Task<Result<Response>> {
      co_return Response::text(std::string(30'000'000, 'x'));
    });
  }

  std::atomic<int> waiting{0}, cancelled{0};
  std::atomic<bool> go_on{false};
};

TEST_F(HttpServer, keeps_a_connection_for_many_requests) {
  start();
  Client client(port());
  for (int i = 0; i < 3; ++i) {
    const std::string answer = client.ask(get("/hello/you"));
    EXPECT_TRUE(has(answer, "HTTP/1.1 200 OK")) << answer;
    EXPECT_TRUE(has(answer, R"({"text":"hello you"})")) << answer;
  }
}

TEST_F(HttpServer, answers_pipelined_requests_in_their_order) {
  start();
  Client client(port());
  client.send(get("/hello/1") + post("/echo", "application/json", R"({"text":"2"})") + get("/nothing") +
              get("/hello/4"));
  EXPECT_TRUE(has(client.answer(), "hello 1"));
  EXPECT_TRUE(has(client.answer(), R"("text":"2")"));
  EXPECT_TRUE(has(client.answer(), "404 Not Found"));
  EXPECT_TRUE(has(client.answer(), "hello 4"));
}

TEST_F(HttpServer, takes_a_request_byte_by_byte_and_in_chunks) {
  start();
  Client client(port());
  for (char byte : get("/hello/slowly")) client.send({&byte, 1});
  EXPECT_TRUE(has(client.answer(), "hello slowly"));
  client.send(
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: "
      "chunked\r\n\r\n5\r\n{\"tex\r\n");
  client.send("9\r\nt\":\"abc\"}\r\n0\r\n\r\n");
  EXPECT_TRUE(has(client.answer(), R"({"text":"abc"})"));
}

TEST_F(HttpServer, a_large_answer_is_not_sent_again_when_the_next_request_asks_first) {
  start();
  Client client(port());
  EXPECT_TRUE(has(client.ask(get("/large")), "200 OK"));
  const std::string body = R"({"text":"again"})";
  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type: application/json\r\n" +
              std::string("Content-Length: ") + std::to_string(body.size()) + "\r\n\r\n");
  EXPECT_EQ(client.answer(), "HTTP/1.1 100 Continue\r\n\r\n");
  const std::string answer = client.ask(body);
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK") && has(answer, body)) << answer.substr(0, 100);
}

TEST_F(HttpServer, closes_when_asked_and_by_the_rules_of_http_1_0) {
  start();
  EXPECT_TRUE(has(Client(port()).ask(get("/hello/x", "Connection: close\r\n")), "Connection: close"));
  Client old(port());
  old.send("GET /hello/x HTTP/1.0\r\n\r\n");
  EXPECT_TRUE(has(old.rest(), "hello x"));
}

TEST_F(HttpServer, head_has_the_length_but_no_body) {
  start();
  Client client(port());
  client.send("HEAD /hello/you HTTP/1.1\r\nHost: x\r\n\r\n" + get("/hello/next"));
  const std::string head = client.answer(true);
  EXPECT_TRUE(has(head, "Content-Length: 20")) << head;
  EXPECT_TRUE(has(client.answer(), "hello next"));
}

TEST_F(HttpServer, cuts_off_a_client_that_is_slow_with_its_headers) {
  options.times.head = 150ms;
  start();
  Client client(port());
  client.send("GET /hello/x HTTP/1.1\r\nHo");
  EXPECT_TRUE(has(client.rest(), "408 Request Timeout"));
}

TEST_F(HttpServer, closes_an_idle_connection_without_a_word) {
  options.times.idle = 150ms;
  start();
  Client client(port());
  EXPECT_EQ(client.rest(), "");
}

TEST_F(HttpServer, cuts_off_a_client_that_stops_in_the_middle_of_a_body) {
  options.times.stall = 150ms;
  start();
  Client client(port());
  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
  EXPECT_TRUE(has(client.rest(), "408 Request Timeout"));
}

TEST_F(HttpServer, cuts_off_a_client_that_does_not_read) {
  options.times.stall = 150ms;
  start();
  Client client(port());
  client.send(get("/large"));
  EXPECT_TRUE(eventually([&] { return server->counters().requests == 0 && server->counters().connections == 0; }));
}

TEST_F(HttpServer, refuses_a_body_beyond_the_limit_readably_even_when_it_is_announced_late) {
  start();
  const std::string large(100'000, ' ');
  EXPECT_TRUE(has(Client(port()).ask(post("/echo", "application/json", large)), "413 Content Too Large"));
  Client chunked(port());
  chunked.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n186A0\r\n" + large +
               "\r\n0\r\n\r\n");
  EXPECT_TRUE(has(chunked.answer(), "413 Content Too Large"));
}

TEST_F(HttpServer, refuses_headers_beyond_the_limit) {
  start();
  Client client(port());
  client.send(get("/hello/x", "X-Long: " + std::string(100'000, 'x') + "\r\n"));
  EXPECT_TRUE(has(client.rest(), "431 Request Header Fields Too Large"));
}

TEST_F(HttpServer, refuses_what_is_no_http_and_what_smugglers_send) {
  start();
  const auto answer_to = [&](const std::string& bytes) {
    Client client(port());
    client.send(bytes);
    return client.rest();
  };
  EXPECT_TRUE(has(answer_to("\x16\x03\x01 hello\r\n\r\n"), "400 Bad Request"));
  EXPECT_TRUE(has(answer_to("GET /hello/x HTTP/1.1\r\n\r\n"), "a Host header is needed"));
  EXPECT_TRUE(has(answer_to("GET /hello/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), "400 Bad Request"));
  EXPECT_TRUE(has(answer_to("BREW /hello/x HTTP/1.1\r\nHost: a\r\n\r\n"), "400 Bad Request"));
  const std::string both =
      answer_to("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
  EXPECT_TRUE(has(both, "400 Bad Request")) << both;
  EXPECT_TRUE(has(answer_to("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n"), "400 Bad Request"));
}

TEST_F(HttpServer, malformed_json_and_wrong_types_name_the_place) {
  start();
  Client client(port());
  EXPECT_TRUE(has(client.ask(post("/echo", "application/json", "{\"text\":")), "JSON decode error at byte 8"));
  EXPECT_TRUE(has(client.ask(post("/funds/", "application/json", R"({"text":3})")),
                  R"("loc":["body","text"],"msg":"Input should be a valid string")"));
  EXPECT_TRUE(has(client.ask(post("/echo", "application/json", R"({"text":"a","colour":1})")), R"("field":"colour")"));
}

TEST_F(HttpServer, unknown_paths_methods_and_slashes) {
  start();
  Client client(port());
  EXPECT_TRUE(has(client.ask(get("/nothing")), R"({"detail":"Not Found"})"));
  EXPECT_TRUE(has(client.ask("DELETE /funds/ HTTP/1.1\r\nHost: x\r\n\r\n"), "Allow: POST"));
  EXPECT_TRUE(has(client.ask(post("/funds?a=1", "application/json", "{}")), "Location: http://localhost/funds/?a=1"));
  EXPECT_TRUE(has(client.ask(get("/hello/x/")), "307 Temporary Redirect"));
}

TEST_F(HttpServer, every_answer_has_security_and_tracing_headers) {
  start();
  Client client(port());
  const std::string parent = "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n";
  const std::string answer = client.ask(get("/hello/x", "X-Correlation-ID: abc-1\r\n" + parent));
  for (const char* line :
       {"X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "X-XSS-Protection: 1; mode=block",
        "default-src 'self'", "Server-Timing: read;dur=", "X-Correlation-ID: abc-1\r\n",
        "traceparent: 00-0af7651916cd43dd8448eb211c80319c-", "Date: "}) {
    EXPECT_TRUE(has(answer, line)) << line << "\n" << answer;
  }
  EXPECT_FALSE(has(client.ask(get("/hello/x", "X-Correlation-ID: a b\r\n")), "X-Correlation-ID: a b"));
}

TEST_F(HttpServer, preflights_are_answered_for_known_origins_only_and_need_no_key) {
  options.cors_origins = {"http://localhost:3000/"};
  options.api_key = "secret";
  start();
  Client client(port());
  const std::string ask =
      "OPTIONS /echo HTTP/1.1\r\nHost: x\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: "
      "x-thing\r\nOrigin: ";
  const std::string good = client.ask(ask + "http://localhost:3000\r\n\r\n");
  for (const char* line : {"200 OK", "Access-Control-Allow-Origin: http://localhost:3000\r\n",
                           "Access-Control-Allow-Methods: GET, POST, PUT, DELETE, OPTIONS", "X-API-Key", "x-thing",
                           "Access-Control-Allow-Credentials: true", "Access-Control-Max-Age: 3600", "Vary: Origin"}) {
    EXPECT_TRUE(has(good, line)) << line << "\n" << good;
  }
  const std::string bad = client.ask(ask + "http://evil.example\r\n\r\n");
  EXPECT_TRUE(has(bad, "400 Bad Request"));
  EXPECT_FALSE(has(bad, "Access-Control-Allow-Origin"));
}

TEST_F(HttpServer, a_key_is_asked_for_when_one_is_configured) {
  options.api_key = "secret";
  start();
  Client client(port());
  const std::string none = client.ask(get("/hello/x"));
  EXPECT_TRUE(has(none, "401 Unauthorized") && has(none, "API key required"));
  EXPECT_TRUE(has(client.ask(get("/hello/x", "X-API-Key: wrong\r\n")), "Invalid API key"));
  EXPECT_TRUE(has(client.ask(get("/hello/x", "X-API-Key: secret\r\n")), "200 OK"));
  EXPECT_TRUE(has(client.ask(get("/hello/x", "Authorization: bearer secret\r\n")), "200 OK"));
  EXPECT_TRUE(has(client.ask(get("/hello/x", "X-API-Key:\r\n")), "API key required"));
}

TEST_F(HttpServer, a_rate_limit_is_kept_when_one_is_configured) {
  options.rate_limit_requests = 2;
  start();
  Client client(port());
  EXPECT_TRUE(has(client.ask(get("/hello/x")), "X-RateLimit-Limit: 2"));
  EXPECT_TRUE(has(client.ask(get("/hello/x")), "200 OK"));
  const std::string refused = client.ask(get("/hello/x"));
  EXPECT_TRUE(has(refused, "429 Too Many Requests") && has(refused, R"("error":"too_many_requests")") &&
              has(refused, "Retry-After: 60"))
      << refused;
}

TEST_F(HttpServer, failures_of_handlers_become_answers) {
  start();
  Client client(port());
  EXPECT_TRUE(has(client.ask(get("/faulty")), "500 Internal Server Error"));
  EXPECT_TRUE(has(client.ask(get("/late")), "504 Gateway Timeout"));
  const std::string full = client.ask(get("/full"));
  EXPECT_TRUE(has(full, "503 Service Unavailable") && has(full, "Retry-After: 1"));
  EXPECT_TRUE(has(client.ask(get("/hello/still-there")), "still-there"));
}

TEST_F(HttpServer, a_client_that_leaves_cancels_its_handler) {
  start();
  Client client(port());
  client.send(get("/slow"));
  ASSERT_TRUE(eventually([&] { return waiting == 1; }));
  client.close();
  EXPECT_TRUE(eventually([&] { return cancelled == 1; }));
}

TEST_F(HttpServer, stopping_finishes_what_is_in_flight_and_closes_what_is_idle) {
  start();
  Client idle(port()), busy(port());
  EXPECT_TRUE(has(idle.ask(get("/hello/x")), "200 OK"));
  busy.send(get("/slow"));
  ASSERT_TRUE(eventually([&] { return waiting == 1; }));
  std::thread stopper([&] { EXPECT_TRUE(server->stop(Deadline::after(5s))); });
  EXPECT_EQ(idle.rest(), "");
  EXPECT_EQ(cancelled, 0);
  go_on = true;
  const std::string answer = busy.rest();
  EXPECT_TRUE(has(answer, "done 32") && has(answer, "Connection: close")) << answer;
  stopper.join();
}

TEST_F(HttpServer, stopping_answers_whoever_had_asked_before) {
  start();
  Client connected(port()), asked(port()), late(port());
  connected.ask(get("/hello/x"));
  connected.send(get("/hello/again"));
  asked.send(get("/hello/new"));
  std::thread stopper([&] { EXPECT_TRUE(server->stop(Deadline::after(5s))); });
  EXPECT_TRUE(has(connected.rest(), "hello again"));
  EXPECT_TRUE(has(asked.rest(), "hello new"));
  EXPECT_EQ(late.rest(), "");
  stopper.join();
}

TEST_F(HttpServer, stopping_cancels_what_does_not_finish_in_time) {
  start();
  Client busy(port());
  busy.send(get("/slow"));
  ASSERT_TRUE(eventually([&] { return waiting == 1; }));
  EXPECT_FALSE(server->stop(Deadline::after(50ms)));
  EXPECT_TRUE(has(busy.rest(), "503 Service Unavailable"));
  EXPECT_EQ(cancelled, 1);
}

TEST_F(HttpServer, turns_away_whom_it_has_no_room_for) {
  options.connections_max = 1;
  start();
  Client first(port());
  EXPECT_TRUE(has(first.ask(get("/hello/x")), "200 OK"));
  Client second(port());
  second.send(get("/hello/x"));
  EXPECT_TRUE(has(second.rest(), "503 Service Unavailable"));
}

TEST_F(HttpServer, says_what_to_do_when_the_port_is_taken) {
  start();
  ServerOptions same = options;
  same.port = port();
  const auto second = Server::start(same, {loops, router, files, log, metrics});
  ASSERT_FALSE(second);
  EXPECT_TRUE(has(second.error().text(), "another program listens there already; stop it or choose another --port"));
}

TEST_F(HttpServer, sends_events_as_they_come_and_notices_when_the_reader_leaves) {
  std::shared_ptr<EventStream> stream = EventStream::make();
  router.get("/events", {.summary = "Tells."},
             [stream](Context, Request) -> Task<Result<Response>> { co_return Response::of_events(stream); });
  start();
  Client client(port());
  stream->publish({.name = "step", .data = "one\ntwo", .id = "1"});
  const std::string head = client.ask(get("/events"));
  EXPECT_TRUE(has(head, "Content-Type: text/event-stream")) << head;
  stream->publish({.data = "three"});
  stream->end();
  EXPECT_EQ(client.rest(), "id: 1\nevent: step\ndata: one\ndata: two\n\ndata: three\n\n");
  EXPECT_FALSE(stream->publish({.data = "late"}));
}

TEST(EventStream, cuts_off_a_reader_that_is_too_slow) {
  const auto stream = EventStream::make();
  for (std::size_t i = 0; i <= limits::kEventsWaitingMax; ++i) stream->publish({.data = "x"});
  EXPECT_FALSE(stream->publish({.data = "x"}));
}

}  // namespace
}  // namespace dossier::net
