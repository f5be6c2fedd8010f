// usage: streams_bench [STREAMS] [EVENTS_PER_SECOND] [SECONDS]
//
// How long an event takes from publish() to the reader, with so many streams (1,000) open at the same time on one
// server in this process and so many events a second (10,000) spread over them in turn. Each event carries the moment
// it was published; one thread reads all streams. Prints one line of JSON.
#include "load/latencies.h"
#include "net/events.h"
#include "net/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace dossier;
using namespace std::chrono_literals;

std::int64_t now_ns() {
  return std::chrono::steady_clock::now().time_since_epoch().count();
}

// The streams that clients have opened, for the publisher.
class Streams {
 public:
  async::Task<Result<net::Response>> open(Context, net::Request) {
    const auto stream = net::EventStream::make();
    const std::lock_guard lock(mutex_);
    all_.push_back(stream);
    co_return net::Response::of_events(stream);
  }
  std::vector<std::shared_ptr<net::EventStream>> all() {
    const std::lock_guard lock(mutex_);
    return all_;
  }

 private:
  std::mutex mutex_;
  std::vector<std::shared_ptr<net::EventStream>> all_;
};

int connect_and_ask(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) std::abort();
  constexpr std::string_view request = "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n";
  if (::send(socket, request.data(), request.size(), 0) < 0) std::abort();
  return socket;
}

// Reads every stream; each "data: <nanoseconds>" is one event.
class Reader {
 public:
  explicit Reader(std::uint16_t port, int streams) : poll_(::epoll_create1(0)) {
    for (int i = 0; i < streams; ++i) {
      const int socket = connect_and_ask(port);
      epoll_event wanted{.events = EPOLLIN, .data = {.fd = socket}};
      ::epoll_ctl(poll_, EPOLL_CTL_ADD, socket, &wanted);
    }
  }
  void run(const std::atomic<bool>& stop) {
    std::vector<epoll_event> ready(256);
    while (!stop) {
      const int count = ::epoll_wait(poll_, ready.data(), static_cast<int>(ready.size()), 50);
      for (int i = 0; i < count; ++i) take(ready[static_cast<std::size_t>(i)].data.fd);
    }
  }
  const load::Latencies& latencies() const { return latencies_; }

 private:
  void take(int socket) {
    char text[16'384];
    const ssize_t size = ::recv(socket, text, sizeof text, MSG_DONTWAIT);
    const std::int64_t now = now_ns();
    if (size <= 0) return;
    std::string_view rest(text, static_cast<std::size_t>(size));
    for (std::size_t at = rest.find("data: "); at != std::string_view::npos; at = rest.find("data: ")) {
      rest.remove_prefix(at + 6);
      std::int64_t published = 0;
      // A head has "data:" in its security policy, and no number behind it.
      if (std::from_chars(rest.data(), rest.data() + rest.size(), published).ec != std::errc()) continue;
      latencies_.add(std::chrono::nanoseconds(now - published));
    }
  }

  int poll_;
  load::Latencies latencies_;
};

std::uint64_t publish(Streams& streams, double per_second, double seconds) {
  const auto all = streams.all();
  const auto began = std::chrono::steady_clock::now();
  const auto total = static_cast<std::uint64_t>(per_second * seconds);
  for (std::uint64_t i = 0; i < total; ++i) {
    std::this_thread::sleep_until(
        began + std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 * static_cast<double>(i) / per_second)));
    all[i % all.size()]->publish({.data = std::to_string(now_ns())});
  }
  return total;
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 1'000;
  const double per_second = argc > 2 ? std::atof(argv[2]) : 10'000, seconds = argc > 3 ? std::atof(argv[3]) : 5;
  const auto folder = std::filesystem::temp_directory_path() / ("dossier-streams-" + std::to_string(::getpid()));
  if (!net::prepare_incoming(folder)) return 4;

  Metrics metrics;
  Log log({.least = LogLevel::error, .descriptor = -1});
  net::Loops loops(2, metrics);
  async::Pool files({.name = "files", .threads = 1, .queue_max = 16});
  Streams streams;
  net::Router router;
  router.get("/events", {.summary = "Events."}, net::bound(&streams, &Streams::open));
  const auto server = net::Server::start({.port = 0, .incoming = folder}, {loops, router, files, log, metrics});
  if (!server) return 4;

  Reader reader((*server)->port(), count);
  while (streams.all().size() < static_cast<std::size_t>(count)) std::this_thread::sleep_for(5ms);
  std::atomic<bool> stop{false};
  std::thread reading([&] { reader.run(stop); });
  const std::uint64_t published = publish(streams, per_second, seconds);
  std::this_thread::sleep_for(300ms);
  stop = true;
  reading.join();
  std::filesystem::remove_all(folder);
  const load::Latencies& all = reader.latencies();
  std::printf(
      "{\"streams\":%d,\"published\":%zu,\"received\":%zu,\"p50_us\":%.0f,\"p90_us\":%.0f,\"p99_us\":%.0f,\"max_us\":%."
      "0f}\n",
      count, published, all.count(), 1'000 * all.milliseconds_at(0.5), 1'000 * all.milliseconds_at(0.9),
      1'000 * all.milliseconds_at(0.99), 1'000 * all.milliseconds_max());
  return all.count() == published ? 0 : 4;
}
