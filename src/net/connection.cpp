#include "net/connection.h"

#include "net/events.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sys/socket.h>

namespace dossier::net {
namespace asio = boost::asio;

namespace {

constexpr auto kLastCallTime = std::chrono::milliseconds(300);  // while stopping, for a request that is on its way

// Counts a request for as long as it is in flight.
class InFlight {
 public:
  explicit InFlight(std::atomic<std::size_t>& count) : count_(count) { count_.fetch_add(1, std::memory_order_relaxed); }
  ~InFlight() { count_.fetch_sub(1, std::memory_order_relaxed); }
  InFlight(const InFlight&) = delete;
  InFlight& operator=(const InFlight&) = delete;

 private:
  std::atomic<std::size_t>& count_;
};

int status_of_bad_head(ErrorCode code) {
  if (code == ErrorCode::deadline_exceeded) return 408;
  return code == ErrorCode::too_large ? 431 : 400;
}

}  // namespace

Error client_gone() {
  return {ErrorCode::cancelled, "the client closed the connection"};
}

Connection::Connection(Site& site, Socket socket, std::string peer, Seat seat)
    : site_(site), socket_(std::move(socket)), peer_(std::move(peer)), seat_(seat) {
  site_.connections.fetch_add(1, std::memory_order_relaxed);
}

Connection::~Connection() {
  if (events_) events_->client_left();
  site_.connections.fetch_sub(1, std::memory_order_relaxed);
}

Task<void> Connection::run() {
  boost::system::error_code ignored;
  socket_.non_blocking(true, ignored);
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  // Spawned once more to have a cancellation of its own: a client that leaves ends its handler, not the loop's scope.
  const async::Executor executor = co_await asio::this_coro::executor;
  co_await asio::co_spawn(executor, serve(), asio::bind_cancellation_slot(cancelled_.slot(), asio::use_awaitable));
}

Task<void> Connection::serve() {
  co_await asio::this_coro::throw_if_cancelled(false);
  while (true) {
    Task<bool> one = serve_one();
    const bool more = co_await std::move(one);
    if (!more) break;
  }
  boost::system::error_code ignored;
  socket_.shutdown(Socket::shutdown_both, ignored);
  socket_.close(ignored);
}

Task<bool> Connection::serve_one() {
  route_ = nullptr;
  Task<Result<void>> reading = read_head();
  const Result<void> head = co_await std::move(reading);
  if (!head && head.error().code == ErrorCode::cancelled) co_return false;
  const InFlight in_flight(site_.requests);
  served_any_ = true;
  trace_ = trace_of(request_.headers);
  origin_ = request_.headers.find("Origin");
  method_ = request_.method;
  path_ = request_.path;
  keep_alive_ = head.has_value() && parser_->keep_alive() && seat_ == Seat::usual;
  Response response;
  if (head) {
    Task<Response> answering = answer();
    response = co_await std::move(answering);
  } else {
    stages_.started = stages_.handled = system_clock().steady();
    response = refusal(status_of_bad_head(head.error().code), head.error().message, Style::funds);
  }
  if (response.status == 499) {
    account(response);
    co_return false;
  }
  Task<bool> writing = write_answer(std::move(response));
  co_return co_await std::move(writing);
}

void Connection::enter(Phase phase, std::chrono::milliseconds time_max) {
  phase_ = phase;
  expired_ = false;
  deadline_ = system_clock().steady() + time_max;
  stall_deadline_ = SteadyTime::max();
}

void Connection::sweep(SteadyTime now) {
  if (phase_ == Phase::handler) {
    char next = 0;
    const bool left = !client_left_ && ::recv(socket_.native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
    const bool late = !expired_ && now >= deadline_;
    client_left_ = client_left_ || left;
    expired_ = expired_ || late;
    if (left || late) cancelled_.emit(asio::cancellation_type::terminal);
    return;
  }
  if (now < deadline_ && now < stall_deadline_) return;
  expired_ = true;
  boost::system::error_code ignored;
  socket_.cancel(ignored);
}

void Connection::wind_up() {
  winding_up_ = true;
  if (events_) events_->end();
  if (phase_ != Phase::idle) return;
  // A request may be on its way already: a new client gets a moment for it, an old one has its turn if bytes are here.
  deadline_ = std::min(deadline_, system_clock().steady() + kLastCallTime);
  char next = 0;
  boost::system::error_code ignored;
  if (served_any_ && ::recv(socket_.native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT) <= 0) socket_.cancel(ignored);
}

void Connection::cancel() {
  winding_up_ = true;
  cancelled_.emit(asio::cancellation_type::terminal);
  boost::system::error_code ignored;
  if (phase_ != Phase::handler) socket_.cancel(ignored);
}

}  // namespace dossier::net
