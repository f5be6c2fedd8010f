#include "load/run.h"

#include "async/timer.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace dossier::load {
namespace {

using async::Task;
using namespace std::chrono_literals;

// A pass that takes as long as it is told to and needs no server.
Scenario taking(std::function<std::chrono::milliseconds(std::uint64_t number)> time) {
  return [time = std::move(time)](Visit visit) -> Task<Passed> {
    Task<Result<void>> sleeping = async::sleep_until(Deadline::after(time(visit.number)));
    (void)co_await std::move(sleeping);
    co_return Passed{};
  };
}

const Target kNowhere{.host = "127.0.0.1", .port = 1, .api_key = ""};

TEST(Run, a_server_that_stops_is_charged_for_all_that_were_due_meanwhile) {
  // A hundred a second for half a second; the first takes 300 ms, and there is one client only.
  const Pace pace{.clients = 1, .time = 500ms, .passes_per_second = 100};
  const Outcome outcome = run(kNowhere, pace, taking([](std::uint64_t number) { return number == 0 ? 300ms : 0ms; }));
  const Latencies& passes = outcome.record.of("pass").good;
  EXPECT_EQ(passes.count(), 50u);
  // Some thirty were due while the first was under way; half of those waited 150 ms or longer.
  EXPECT_GT(passes.milliseconds_at(0.6), 50);
  EXPECT_GT(passes.milliseconds_max(), 290);
}

TEST(Run, a_closed_loop_begins_anew_when_it_is_through) {
  const Pace pace{.clients = 4, .time = 200ms};
  const Outcome outcome = run(kNowhere, pace, taking([](std::uint64_t) { return 20ms; }));
  const Latencies& passes = outcome.record.of("pass").good;
  EXPECT_GE(passes.count(), 20u);
  EXPECT_LE(passes.count(), 44u);
  EXPECT_GE(passes.milliseconds_at(0.01), 19);
}

TEST(Run, what_nobody_was_free_for_is_told_as_never_sent) {
  const Pace pace{.clients = 1, .time = 200ms, .passes_per_second = 50, .pass_time_max = 100ms};
  const Outcome outcome = run(kNowhere, pace, taking([](std::uint64_t) { return 400ms; }));
  EXPECT_EQ(outcome.record.of("pass").count() + outcome.unsent, 10u);
  EXPECT_GT(outcome.unsent, 0u);
}

TEST(Run, ends_after_so_many_passes) {
  const Pace pace{.clients = 3, .time = 10s, .passes_max = 7};
  EXPECT_EQ(run(kNowhere, pace, taking([](std::uint64_t) { return 1ms; })).record.of("pass").count(), 7u);
}

TEST(Target, is_an_address_and_a_port) {
  const Result<Target> target = parse_target("http://localhost:8123/", "k");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->host + ":" + std::to_string(target->port), "127.0.0.1:8123");
  for (const char* wrong : {"https://127.0.0.1", "127.0.0.1:80", "http://127.0.0.1:x", "http://somewhere.example"})
    EXPECT_FALSE(parse_target(wrong, "")) << wrong;
}

// A server that says what it is told to, to one client.
class Scripted {
 public:
  explicit Scripted(std::string answer)
      : answer_(std::move(answer)), door_(loop_, {boost::asio::ip::address_v4::loopback(), 0}) {
    thread_ = std::thread([this] {
      boost::asio::ip::tcp::socket socket(loop_);
      boost::system::error_code fault;
      door_.accept(socket, fault);
      char received[4096];
      if (!fault) socket.read_some(boost::asio::buffer(received), fault);
      if (!fault) boost::asio::write(socket, boost::asio::buffer(answer_), fault);
    });
  }
  ~Scripted() { thread_.join(); }
  Target target() const { return {.host = "127.0.0.1", .port = door_.local_endpoint().port(), .api_key = ""}; }

 private:
  boost::asio::io_context loop_;
  const std::string answer_;
  boost::asio::ip::tcp::acceptor door_;
  std::thread thread_;
};

Result<Reply> asked(const std::string& answer, Deadline deadline) {
  Scripted server(answer);
  boost::asio::io_context loop;
  Client client(loop.get_executor(), server.target());
  Result<Reply> reply = Error{};
  boost::asio::co_spawn(
      loop,
      [&]() -> Task<void> {
        Task<Result<Reply>> sending = client.get("/x", deadline);
        reply = co_await std::move(sending);
      },
      [](std::exception_ptr) {});
  loop.run();
  return reply;
}

TEST(Client, reads_answers_with_a_length_and_those_that_end_with_the_connection) {
  const Deadline soon = Deadline::after(3s);
  const auto measured = asked("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more", soon);
  ASSERT_TRUE(measured);
  EXPECT_EQ(measured->body, "hello");
  const auto endless = asked("HTTP/1.1 503 No\r\nConnection: close\r\n\r\nas long as it goes", soon);
  ASSERT_TRUE(endless);
  EXPECT_EQ(std::to_string(endless->status) + endless->body, "503as long as it goes");
}

TEST(Client, tells_a_broken_answer_from_a_late_one) {
  EXPECT_EQ(asked("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhel", Deadline::after(3s)).error().code,
            ErrorCode::unavailable);
  EXPECT_EQ(asked("", Deadline::after(-1ms)).error().code, ErrorCode::deadline_exceeded);
}

}  // namespace
}  // namespace dossier::load
