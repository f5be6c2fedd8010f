#include "net/connection.h"
#include "net/events.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>

// How a Connection writes an answer and accounts for it.
namespace dossier::net {
namespace asio = boost::asio;

namespace {

constexpr std::size_t kJoinedBytesMax = 32u * 1024;  // a body so small is copied behind its head: one call, one packet

}  // namespace

Task<bool> Connection::write_answer(Response response) {
  if (body_left() || !parser_->is_header_done()) keep_alive_ = false;
  if (winding_up_ || response.close || response.events) keep_alive_ = false;
  std::optional<std::size_t> length;
  if (!response.events) length = response.body.size();
  out_.clear();
  append_answer_head(out_, site_, origin_, response, trace_, stages_, length, keep_alive_,
                     parser_->is_header_done() && parser_->version() == 10);
  body_ = method_ == Method::head ? std::string() : std::move(response.body);
  if (body_.size() <= kJoinedBytesMax) {
    out_ += body_;
    body_.clear();
  }
  Task<bool> writing = write_all();
  bool written = co_await std::move(writing);
  if (written && response.events && method_ != Method::head) {
    Task<bool> telling = write_events(std::move(response.events));
    written = co_await std::move(telling);
  }
  stages_.written = system_clock().steady();
  account(response);
  if (written && keep_alive_) co_return true;
  if (written && (body_left() || received_.size() > 0)) {
    Task<void> draining = drain();
    co_await std::move(draining);
  }
  co_return false;
}

Task<bool> Connection::write_all() {
  enter(Phase::write, site_.options.times.upload);
  std::size_t sent = 0;
  const std::size_t total = out_.size() + body_.size();
  while (sent < total) {
    const std::size_t of_head = std::min(sent, out_.size());
    const std::array<asio::const_buffer, 2> rest = {asio::buffer(out_) + of_head,
                                                    asio::buffer(body_) + (sent - of_head)};
    // Mostly the socket takes everything at once, and the loop need not be asked.
    boost::system::error_code fault;
    sent += socket_.write_some(rest, fault);
    if (!fault) continue;
    if (fault != asio::error::would_block && fault != asio::error::try_again) co_return false;
    stall_deadline_ = system_clock().steady() + site_.options.times.stall;
    const auto [failed] = co_await socket_.async_wait(Socket::wait_write, asio::as_tuple(asio::use_awaitable));
    stall_deadline_ = SteadyTime::max();
    if (failed || expired_) co_return false;
  }
  // What was sent must not be sent again behind the next head, and an idle connection holds no memory for it.
  if (!body_.empty()) std::string().swap(body_);
  co_return true;
}

Task<bool> Connection::write_events(std::shared_ptr<EventStream> events) {
  events_ = std::move(events);
  bool written = true;
  while (written && !client_left_) {
    phase_ = Phase::handler;  // sweep() then notices a client that leaves
    deadline_ = SteadyTime::max();
    Task<std::optional<std::string>> coming = events_->next();
    std::optional<std::string> text = co_await std::move(coming);
    if (!text) break;
    out_ = std::move(*text);
    Task<bool> writing = write_all();
    written = co_await std::move(writing);
  }
  events_->client_left();
  events_.reset();
  co_return written && !client_left_;
}

void Connection::account(const Response& response) {
  if (stages_.written == SteadyTime{}) stages_.written = system_clock().steady();
  const RouteSeries& series = route_ == nullptr ? site_.series.back() : site_.series[route_->number];
  Counter counter = series.by_class[static_cast<std::size_t>(response.status / 100 - 1)];
  counter.add();
  Histogram seconds = series.seconds;
  seconds.observe(std::chrono::duration<double>(stages_.handled - stages_.head).count());
  // 503 is how the server protects itself, not a fault of it.
  const bool fault = response.status >= 500 && response.status != 503;
  const LogLevel level = fault ? LogLevel::error : response.status == 503 ? LogLevel::warning : LogLevel::info;
  site_.parts.log.write(level, "request",
                        {{"method", name_of(method_)},
                         {"path", path_},
                         {"route", route_ == nullptr ? std::string_view("none") : std::string_view(route_->pattern)},
                         {"status", response.status},
                         {"read_ms", Stages::milliseconds(stages_.first_byte, stages_.head)},
                         {"queue_ms", Stages::milliseconds(stages_.head, stages_.started)},
                         {"handler_ms", Stages::milliseconds(stages_.started, stages_.handled)},
                         {"write_ms", Stages::milliseconds(stages_.handled, stages_.written)},
                         {"peer", peer_},
                         {"correlation_id", trace_.correlation_id},
                         {"trace_id", trace_.trace_id},
                         {"error", fault_}});
}

}  // namespace dossier::net
