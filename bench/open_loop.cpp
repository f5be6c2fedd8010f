// usage: open_loop PORT PATH RATE SECONDS CONNECTIONS
//        open_loop PORT wait QUESTION COUNT PER_SECOND SECONDS
//
// The first form sends GET PATH at a fixed rate, whether or not earlier ones were answered, and counts each from the
// moment it was due: a server that stops for a second is charged for all that were due meanwhile (no coordinated
// omission). The second opens COUNT connections, PER_SECOND of them a second, each of which asks the chat, and
// tells how they were answered within SECONDS. Each question has another number of blanks at its end: none of them is
// remembered from another. Both print one line of JSON.
#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;
using ErrorCode = boost::system::error_code;
using namespace std::chrono_literals;

struct Answer {
  int status = 0;  // 0: the connection broke
  std::string body;
};

// One connection that asks one thing at a time.
class Asker {
 public:
  using OnAnswer = std::function<void(Answer)>;

  Asker(asio::io_context& loop, tcp::endpoint server) : socket_(loop) {
    socket_.connect(server);
    socket_.set_option(tcp::no_delay(true));
  }
  void ask(const std::string& request, OnAnswer on_answer) {
    on_answer_ = std::move(on_answer);
    asio::async_write(socket_, asio::buffer(request), [this](ErrorCode fault, std::size_t) {
      if (fault) return finish({});
      read();
    });
  }

 private:
  void read() {
    socket_.async_read_some(asio::buffer(piece_), [this](ErrorCode fault, std::size_t size) {
      if (fault) return finish({});
      received_.append(piece_, size);
      const std::size_t head = received_.find("\r\n\r\n");
      if (head == std::string::npos) return read();
      const std::size_t at = received_.find("Content-Length: ");
      std::size_t length = 0;
      if (at < head) std::from_chars(received_.data() + at + 16, received_.data() + head, length);
      if (received_.size() < head + 4 + length) return read();
      Answer answer{std::atoi(received_.c_str() + 9), received_.substr(head + 4, length)};
      received_.erase(0, head + 4 + length);
      finish(std::move(answer));
    });
  }
  void finish(Answer answer) { std::exchange(on_answer_, nullptr)(std::move(answer)); }

  tcp::socket socket_;
  OnAnswer on_answer_;
  std::string received_;
  char piece_[16'384];
};

class OpenLoop {
 public:
  OpenLoop(tcp::endpoint server, std::string_view path, double rate, double seconds, int connections)
      : request_("GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        interval_(std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 / rate))),
        total_(static_cast<std::size_t>(rate * seconds)) {
    for (int i = 0; i < connections; ++i) {
      askers_.push_back(std::make_unique<Asker>(loop_, server));
      idle_.push_back(askers_.back().get());
    }
    latencies_ms_.reserve(total_);
  }

  void run() {
    began_ = Clock::now() + 100ms;
    send_due();
    loop_.run();
    std::sort(latencies_ms_.begin(), latencies_ms_.end());
    const auto at = [this](double share) {
      const auto last = latencies_ms_.size() - 1;
      return latencies_ms_[std::min(last, static_cast<std::size_t>(share * static_cast<double>(latencies_ms_.size())))];
    };
    const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
    std::printf(
        "{\"sent\":%zu,\"per_second\":%.0f,\"errors\":%zu,\"late\":%zu,\"p50_ms\":%.2f,\"p90_ms\":%.2f,"
        "\"p99_ms\":%.2f,\"p999_ms\":%.2f,\"max_ms\":%.2f}\n",
        total_, static_cast<double>(total_) / seconds, errors_, late_, at(0.5), at(0.9), at(0.99), at(0.999),
        latencies_ms_.back());
  }

 private:
  static constexpr double kLateMs = 1'000;  // nobody would wait longer for a cheap route

  Clock::time_point due(std::size_t number) const { return began_ + interval_ * static_cast<std::int64_t>(number); }

  void send_due() {
    const auto now = Clock::now();
    while (next_ < total_ && due(next_) <= now) waiting_.push_back(due(next_++));
    serve_waiting();
    if (next_ == total_) return;
    timer_.expires_at(due(next_));
    timer_.async_wait([this](ErrorCode) { send_due(); });
  }
  void serve_waiting() {
    while (!waiting_.empty() && !idle_.empty()) {
      Asker* asker = idle_.back();
      idle_.pop_back();
      const auto due_at = waiting_.front();
      waiting_.pop_front();
      asker->ask(request_, [this, asker, due_at](const Answer& answer) {
        const double ms = std::chrono::duration<double, std::milli>(Clock::now() - due_at).count();
        latencies_ms_.push_back(ms);
        late_ += ms > kLateMs;
        errors_ += answer.status != 200;
        if (answer.status != 0) idle_.push_back(asker);
        serve_waiting();
      });
    }
  }

  asio::io_context loop_{1};
  asio::steady_timer timer_{loop_};
  const std::string request_;
  const std::chrono::nanoseconds interval_;
  const std::size_t total_;
  std::vector<std::unique_ptr<Asker>> askers_;
  std::vector<Asker*> idle_;
  std::deque<Clock::time_point> waiting_;
  Clock::time_point began_;
  std::size_t next_ = 0, errors_ = 0, late_ = 0;
  std::vector<double> latencies_ms_;
};

class Waiters {
 public:
  Waiters(tcp::endpoint server, std::string question, int count, double per_second, double seconds)
      : server_(server), question_(std::move(question)), count_(count), per_second_(per_second), seconds_(seconds) {}

  void run() {
    const auto began = Clock::now();
    begin_next();
    end_.expires_at(began + std::chrono::milliseconds(static_cast<std::int64_t>(seconds_ * 1'000)));
    end_.async_wait([this](ErrorCode fault) {
      if (!fault) loop_.stop();
    });
    loop_.run();
    std::printf("{\"asked\":%zu,\"answered\":%d,\"good\":%d,\"degraded\":%d,\"last_after_seconds\":%.2f}\n",
                askers_.size(), answered_, good_, degraded_, std::chrono::duration<double>(last_ - began).count());
  }

 private:
  std::string request(std::size_t blanks) const {
    const std::string body = "{\"query\":\"" + question_ + std::string(blanks, ' ') + "\"}";
    return "POST /api/chat/query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
  }
  void begin_next() {
    askers_.push_back(std::make_unique<Asker>(loop_, server_));
    requests_.push_back(request(requests_.size()));
    askers_.back()->ask(requests_.back(), [this](const Answer& answer) {
      ++answered_;
      good_ += answer.status == 200 && answer.body.find("\"answer\":\"The document says") != std::string::npos;
      degraded_ += answer.body.find("\"degraded\":true") != std::string::npos;
      last_ = Clock::now();
      if (answered_ == count_) end_.cancel();
    });
    if (askers_.size() == static_cast<std::size_t>(count_)) return;
    next_.expires_after(std::chrono::microseconds(static_cast<std::int64_t>(1e6 / per_second_)));
    next_.async_wait([this](ErrorCode) { begin_next(); });
  }

  asio::io_context loop_{1};
  asio::steady_timer next_{loop_}, end_{loop_};
  const tcp::endpoint server_;
  const std::string question_;
  const int count_;
  const double per_second_, seconds_;
  std::vector<std::unique_ptr<Asker>> askers_;
  std::deque<std::string> requests_;  // a deque: what is being sent stays where it is
  int answered_ = 0, good_ = 0, degraded_ = 0;
  Clock::time_point last_ = Clock::now();
};

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> given(argv + 1, argv + argc);
  if (given.size() != 5 && given.size() != 6) {
    std::fprintf(stderr,
                 "usage: open_loop PORT PATH RATE SECONDS CONNECTIONS | PORT wait QUESTION COUNT PER_SECOND SECONDS\n");
    return 2;
  }
  const tcp::endpoint server(asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(std::stoi(given[0])));
  if (given[1] != "wait") {
    OpenLoop(server, given[1], std::stod(given[2]), std::stod(given[3]), std::stoi(given[4])).run();
    return 0;
  }
  Waiters(server, given[2], std::stoi(given[3]), std::stod(given[4]), std::stod(given[5])).run();
  return 0;
}
