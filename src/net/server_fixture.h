#pragma once

#include "async/timer.h"
#include "net/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>

// For net's tests: a real server on a free port, and a client that sends exactly the bytes it is told to.
namespace dossier::net {

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  }
  ~Client() { close(); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }
  // One answer: head and body. Empty when the connection ends first.
  std::string answer(bool of_head = false) {
    std::size_t end;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
      if (!receive()) return std::exchange(received_, {});
    }
    const std::size_t at = received_.find("Content-Length: ");
    const std::size_t length = at < end && !of_head ? std::stoul(received_.substr(at + 16)) : 0;
    while (received_.size() < end + 4 + length) {
      if (!receive()) break;
    }
    std::string whole = received_.substr(0, end + 4 + length);
    received_.erase(0, whole.size());
    return whole;
  }
  std::string ask(std::string_view bytes) {
    send(bytes);
    return answer();
  }
  // Whatever comes until the server closes the connection, or "(still open)".
  std::string rest() {
    while (receive()) continue;
    return timed_out_ ? "(still open)" : std::exchange(received_, {});
  }
  void close() {
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
  }

 private:
  bool receive() {
    pollfd wait{socket_, POLLIN, 0};
    timed_out_ = ::poll(&wait, 1, 3000) == 0;
    char piece[65536];
    const ssize_t count = timed_out_ ? 0 : ::recv(socket_, piece, sizeof piece, 0);
    if (count > 0) received_.append(piece, static_cast<std::size_t>(count));
    return count > 0;
  }

  int socket_;
  std::string received_;
  bool timed_out_ = false;
};

// A pool whose only thread is kept busy for as long as this lives, so that a test decides what waits in it.
class StuckPool {
 public:
  explicit StuckPool(async::PoolOptions options) : pool(std::move(options)) {
    add();
    while (pool.counters().running == 0) std::this_thread::yield();
  }
  ~StuckPool() { release(); }
  // Lets go what was added so far; what is added from hold() on is stuck again.
  void release() {
    const std::lock_guard lock(mutex_);
    free_ = true;
    freed_.notify_all();
  }
  void hold() {
    const std::lock_guard lock(mutex_);
    free_ = false;
  }
  void add() {
    pool.post([this](async::Turn) {
          std::unique_lock lock(mutex_);
          freed_.wait(lock, [this] { return free_; });
        })
        .value();
  }

 private:
  std::mutex mutex_;
  std::condition_variable freed_;
  bool free_ = false;

 public:
  async::Pool pool;  // last: ends first, while its work may still use the others
};

inline bool eventually(const std::function<bool()>& holds) {
  for (int i = 0; i < 300; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

class RunningServer {
 public:
  RunningServer() {
    folder = std::filesystem::temp_directory_path() / ("dossier-net-test-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    EXPECT_TRUE(prepare_incoming(folder));
    options.port = 0;
    options.incoming = folder;
  }
  ~RunningServer() {
    server.reset();
    std::filesystem::remove_all(folder);
  }

  void start() {
    auto started = Server::start(options, {loops, router, files, log, metrics, queues, memory_in_use});
    ASSERT_TRUE(started) << started.error().text();
    server = std::move(started).value();
  }
  std::uint16_t port() const { return server->port(); }
  std::size_t files_left() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
  }

  std::filesystem::path folder;
  ServerOptions options;
  Router router;
  Metrics metrics;
  Log log{{.least = LogLevel::error, .descriptor = -1}};  // unread
  Loops loops{2, metrics};
  async::Pool files{{.name = "files", .threads = 2, .queue_max = 64}};
  std::vector<const async::Pool*> queues;
  Door::MemoryInUse memory_in_use;
  std::unique_ptr<Server> server;
};

inline std::string get(std::string_view path, std::string_view headers = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers) + "\r\n";
}
inline std::string post(std::string_view path, std::string_view type, std::string_view body,
                        std::string_view headers = "") {
  return "POST " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + std::string(type) + "\r\n" +
         std::string(headers) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}
inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace dossier::net
