#include "net/server_fixture.h"

// What the server does with more than it can do: who is served, who is told to come again, and how soon.
namespace dossier::net {
namespace {

using namespace std::chrono_literals;

struct Sent {
  UploadedFile file;
  static const Fields& fields() {
    static const auto table = Fields::of<Sent>("Sent", "A file.", {field<&Sent::file>("file", "The file.")});
    return table;
  }
};

class Overload : public ::testing::Test, public RunningServer {
 protected:
  void SetUp() override {
    const auto answering = [](Context, Request) -> Task<Result<Response>> { co_return Response::text("served"); };
    router.get("/health", {.summary = "Tells.", .lane = Lane::vital}, answering);
    router.get("/funds", {.summary = "Lists."}, answering);
    router.post("/ask", {.summary = "Thinks.", .needs = &stuck.pool}, answering);
    router.post("/upload", {.summary = "Takes.", .lane = Lane::ingest}, answering);
    queues = {&stuck.pool};
    memory_in_use = [this] { return memory.load(); };
  }
  // The status of an answer, and whether it says when to come again.
  static std::string outcome(const std::string& answer) {
    return answer.substr(9, 3) + (has(answer, "Retry-After: ") ? " later" : "");
  }
  std::string ask(std::string_view request) {
    Client client(port());
    return outcome(client.ask(request));
  }

  std::atomic<std::uint64_t> memory{0};
  StuckPool stuck{{.name = "stuck", .threads = 1, .queue_max = 2}};
};

TEST_F(Overload, who_needs_a_full_queue_is_told_to_come_again_and_everybody_else_is_served) {
  start();
  EXPECT_EQ(ask(post("/ask", "application/json", "{}")), "200");
  stuck.add();
  EXPECT_EQ(ask(post("/upload", "text/plain", "x")), "503 later");
  EXPECT_EQ(ask(post("/ask", "application/json", "{}")), "200");
  stuck.add();
  EXPECT_EQ(ask(post("/ask", "application/json", "{}")), "503 later");
  EXPECT_EQ(ask(get("/funds")), "200");
  EXPECT_EQ(ask(get("/health")), "200");
}

TEST_F(Overload, a_refusal_comes_before_the_body_and_keeps_the_connection) {
  start();
  stuck.add();
  stuck.add();
  Client client(port());
  const std::string body(60'000, 'x');
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(outcome(client.ask(post("/ask", "text/plain", body))), "503 later");
  EXPECT_LT(std::chrono::steady_clock::now() - began, 100ms);
  EXPECT_EQ(outcome(client.ask(get("/funds"))), "200");
  // Who asks before sending is not invited at all.
  client.send("POST /ask HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n");
  EXPECT_EQ(outcome(client.rest()), "503 later");
}

TEST_F(Overload, memory_stops_uploads_first_and_everything_but_health_next) {
  options.door.ingest_memory_bytes = 100;
  options.door.memory_bytes = 200;
  start();
  memory = 150;
  ASSERT_TRUE(eventually([&] { return server->counters().door.ingest_stopped; }));
  EXPECT_EQ(ask(post("/upload", "text/plain", "x")), "503 later");
  EXPECT_EQ(ask(get("/funds")), "200");
  memory = 250;
  ASSERT_TRUE(eventually([&] { return server->counters().door.all_stopped; }));
  EXPECT_EQ(ask(get("/funds")), "503 later");
  EXPECT_EQ(ask(get("/health")), "200");
  memory = 50;
  ASSERT_TRUE(eventually([&] { return !server->counters().door.ingest_stopped; }));
  EXPECT_EQ(ask(post("/upload", "text/plain", "x")), "200");
}

TEST_F(Overload, health_gets_through_when_no_connection_is_left_for_others) {
  options.connections_max = 1;
  start();
  Client first(port());
  EXPECT_EQ(outcome(first.ask(get("/funds"))), "200");
  EXPECT_EQ(ask(get("/health")), "200");
  Client refused(port());
  refused.send(get("/funds"));
  EXPECT_EQ(outcome(refused.rest()), "503 later");
}

std::string form_of(const std::string& part_head, const std::string& content) {
  return post(
      "/told", "multipart/form-data; boundary=b",
      "--b\r\nContent-Disposition: form-data; name=\"told\"" + part_head + "\r\n\r\n" + content + "\r\n--b--\r\n");
}

TEST_F(Overload, a_file_on_a_route_of_people_is_an_upload_and_a_field_is_not) {
  options.door.ingest_memory_bytes = 100;
  options.door.uploads_max = 1;
  router.post("/told", {.summary = "Takes a recording or words."},
              [](Context, Request) -> Task<Result<Response>> { co_return Response::text("served"); });
  start();
  const std::string file = form_of("; filename=\"told.wav\"", "sound"), field = form_of("", "words");
  EXPECT_EQ(ask(file), "200");
  memory = 150;
  ASSERT_TRUE(eventually([&] { return server->counters().door.ingest_stopped; }));
  EXPECT_EQ(ask(file), "503 later");
  EXPECT_EQ(ask(field), "200");
  memory = 50;
  ASSERT_TRUE(eventually([&] { return !server->counters().door.ingest_stopped; }));
  Client slow(port());
  slow.send(file.substr(0, file.find("sound") + 2));
  ASSERT_TRUE(eventually([&] { return server->counters().door.ingest == 1; }));
  EXPECT_EQ(ask(file), "503 later");
  slow.send(file.substr(file.find("sound") + 2));
  EXPECT_EQ(outcome(slow.answer()), "200");
  EXPECT_EQ(server->counters().door.ingest, 0u);
}

TEST_F(Overload, an_upload_that_trickles_is_cut_off_though_it_never_stops) {
  options.times.body = 200ms;  // and the time that its bytes take at the least rate: none
  router.post("/form", {.summary = "Takes a file.", .lane = Lane::ingest},
              [](Context, Form<Sent>) -> Task<Result<Response>> { co_return Response::text("served"); });
  start();
  Client client(port());
  client.send(
      "POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 500\r\n\r\n");
  const auto began = std::chrono::steady_clock::now();
  EXPECT_TRUE(eventually([&] { return server->counters().door.ingest == 1; }));
  EXPECT_TRUE(eventually([&] { return !client.send("x") || server->counters().door.ingest == 0; }));
  EXPECT_LT(std::chrono::steady_clock::now() - began, 1s);
  EXPECT_TRUE(has(client.rest(), "408 Request Timeout"));
}

}  // namespace
}  // namespace dossier::net
