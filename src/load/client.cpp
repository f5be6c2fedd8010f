#include "load/client.h"

#include "async/timer.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>

#include <array>
#include <charconv>

namespace dossier::load {
namespace asio = boost::asio;
using async::Task;
using Tcp = asio::ip::tcp;

namespace {

constexpr std::size_t kAnswerBytesMax = 64u * 1024 * 1024;

}  // namespace

Result<Target> parse_target(std::string_view url, std::string api_key) {
  const auto wrong = [&] {
    return Error{ErrorCode::invalid_argument, "give the server as http://127.0.0.1:8000", std::string(url)};
  };
  std::string_view rest = url;
  if (!rest.starts_with("http://")) return wrong();
  rest.remove_prefix(7);
  if (rest.ends_with('/')) rest.remove_suffix(1);
  const std::size_t colon = rest.rfind(':');
  Target target{.host = std::string(rest.substr(0, colon)), .api_key = std::move(api_key)};
  if (target.host == "localhost") target.host = "127.0.0.1";
  if (colon != std::string_view::npos) {
    const std::string_view port = rest.substr(colon + 1);
    const auto [end, fault] = std::from_chars(port.data(), port.data() + port.size(), target.port);
    if (fault != std::errc() || end != port.data() + port.size()) return wrong();
  }
  boost::system::error_code fault;
  asio::ip::make_address(target.host, fault);
  if (fault) return wrong();
  return target;
}

// The connection, and the timer that ends a wait on it.
struct Client::Wire : std::enable_shared_from_this<Wire> {
  explicit Wire(const async::Executor& executor) : socket(executor), timer(executor) {}

  Task<Result<void>> open(const Target& target);
  Task<Result<Reply>> answer();
  Task<Result<void>> read_some();
  void close();
  // Closes the connection at the deadline, unless relax() comes first.
  void watch(Deadline deadline);
  void relax();
  Error fault(std::string what) const;

  Tcp::socket socket;
  asio::steady_timer timer;
  std::string received;
  std::array<char, 16'384> piece{};
  bool late = false, ended = false;
};

Client::Client(async::Executor executor, Target target)
    : target_(std::move(target)), wire_(std::make_shared<Wire>(executor)) {}

Client::~Client() = default;

Task<Result<Reply>> Client::get(std::string path, Deadline deadline) {
  return send(head("GET", path) + "\r\n", deadline);
}

Task<Result<Reply>> Client::post(std::string path, std::string json, Deadline deadline) {
  return send(fmt::format("{}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}", head("POST", path),
                          json.size(), json),
              deadline);
}

Task<Result<Reply>> Client::upload(std::string path, std::string file_name, std::string content, Deadline deadline) {
  const std::string body = fmt::format(
      "--dossier-load\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n"
      "Content-Type: application/pdf\r\n\r\n{}\r\n--dossier-load--\r\n",
      file_name, content);
  return send(fmt::format("{}Content-Type: multipart/form-data; boundary=dossier-load\r\nContent-Length: {}\r\n\r\n{}",
                          head("POST", path), body.size(), body),
              deadline);
}

std::string Client::head(std::string_view method, const std::string& path) const {
  const std::string key = target_.api_key.empty() ? "" : "X-API-Key: " + target_.api_key + "\r\n";
  return fmt::format("{} {} HTTP/1.1\r\nHost: {}:{}\r\n{}", method, path, target_.host, target_.port, key);
}

Task<Result<Reply>> Client::send(std::string request, Deadline deadline) {
  wire_->watch(deadline);
  struct Relax {
    Wire& wire;
    ~Relax() { wire.relax(); }
  };
  const Relax relax{*wire_};
  if (!wire_->socket.is_open()) {
    Task<Result<void>> opening = wire_->open(target_);
    CO_TRY_DO(co_await std::move(opening));
  }
  const auto bytes = asio::buffer(request);
  const auto [fault, sent] = co_await asio::async_write(wire_->socket, bytes, asio::as_tuple(asio::use_awaitable));
  (void)sent;
  // What could not be sent may have been refused already: the answer says so.
  Task<Result<Reply>> answering = wire_->answer();
  Result<Reply> reply = co_await std::move(answering);
  if (!reply) wire_->close();
  co_return reply;
}

Task<Result<void>> Client::Wire::open(const Target& target) {
  const Tcp::endpoint endpoint(asio::ip::make_address(target.host), target.port);
  received.clear();
  ended = false;
  const auto [failed] = co_await socket.async_connect(endpoint, asio::as_tuple(asio::use_awaitable));
  if (failed) {
    const Error error = fault("cannot connect");
    close();
    co_return error;
  }
  boost::system::error_code ignored;
  socket.set_option(Tcp::no_delay(true), ignored);
  co_return Result<void>();
}

Task<Result<void>> Client::Wire::read_some() {
  const auto room = asio::buffer(piece);
  const auto [failed, size] = co_await socket.async_read_some(room, asio::as_tuple(asio::use_awaitable));
  if (failed == asio::error::eof) ended = true;
  if (failed) co_return fault("the connection broke");
  received.append(piece.data(), size);
  if (received.size() > kAnswerBytesMax) co_return Error{ErrorCode::too_large, "the answer does not end"};
  co_return Result<void>();
}

// The server's answers have a length or, being events, end with the connection.
Task<Result<Reply>> Client::Wire::answer() {
  std::size_t head = 0;
  while ((head = received.find("\r\n\r\n")) == std::string::npos) {
    Task<Result<void>> reading = read_some();
    CO_TRY_DO(co_await std::move(reading));
  }
  Reply reply;
  const std::string_view lines = std::string_view(received).substr(0, head + 2);
  if (!lines.starts_with("HTTP/1.1 ") || lines.size() < 12)
    co_return Error{ErrorCode::unreadable, "the answer is no HTTP"};
  std::from_chars(lines.data() + 9, lines.data() + 12, reply.status);
  const bool closes = lines.find("\r\nConnection: close\r\n") != std::string_view::npos;
  const std::size_t at = lines.find("\r\nContent-Length: ");
  std::size_t length = 0;
  const bool measured = at != std::string_view::npos;
  if (measured) std::from_chars(lines.data() + at + 18, lines.data() + lines.size(), length);
  const bool endless = !measured && closes && reply.status != 204;
  while (endless || received.size() < head + 4 + length) {
    Task<Result<void>> reading = read_some();
    const Result<void> more = co_await std::move(reading);
    if (!more && endless && ended) break;
    if (!more) co_return more.error();
  }
  reply.body = received.substr(head + 4, endless ? std::string::npos : length);
  received.erase(0, head + 4 + reply.body.size());
  if (closes) close();
  co_return reply;
}

void Client::Wire::close() {
  boost::system::error_code ignored;
  socket.close(ignored);
  received.clear();
}

void Client::Wire::watch(Deadline deadline) {
  late = false;
  timer.expires_at(deadline.when());
  timer.async_wait([watched = weak_from_this()](const boost::system::error_code& stopped) {
    const auto wire = watched.lock();
    // It may have been set anew in the same turn of the loop.
    if (stopped || !wire || system_clock().steady() < wire->timer.expiry()) return;
    wire->late = true;
    boost::system::error_code ignored;
    wire->socket.cancel(ignored);
  });
}

void Client::Wire::relax() {
  timer.cancel();
}

Error Client::Wire::fault(std::string what) const {
  if (late) return {ErrorCode::deadline_exceeded, "no answer in time"};
  return {ErrorCode::unavailable, std::move(what)};
}

}  // namespace dossier::load
