#include "net/connection.h"

#include "net/events.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/error.hpp>
#include <sys/socket.h>

#include <array>
#include <exception>

namespace dossier::net {
namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace {

constexpr auto kAnswer = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kReadBytes = 8u * 1024;         // heads and small bodies
constexpr std::size_t kBodyReadBytes = 64u * 1024;    // everything larger
constexpr std::size_t kSkippedBytesMax = 64u * 1024;  // a refused body so small is read, and the connection kept
constexpr std::size_t kJoinedBytesMax = 32u * 1024;   // a body so small is copied behind its head: one call, one packet

Error client_gone() {
  return {ErrorCode::cancelled, "the client closed the connection"};
}

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

std::string too_large_text(std::uint64_t bytes_max) {
  return "the request is larger than the " + std::to_string(bytes_max) + " bytes that are accepted here; send less";
}

}  // namespace

Connection::Connection(Site& site, Socket socket, std::string peer)
    : site_(site), socket_(std::move(socket)), peer_(std::move(peer)) {
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
  trace_ = trace_of(request_.headers);
  origin_ = request_.headers.find("Origin");
  method_ = request_.method;
  path_ = request_.path;
  keep_alive_ = head.has_value() && parser_->keep_alive();
  Response response;
  if (head) {
    Task<Response> answering = answer();
    response = co_await std::move(answering);
  } else {
    stages_.started = stages_.handled = system_clock().steady();
    response = refusal(head.error().code == ErrorCode::deadline_exceeded ? 408
                       : head.error().code == ErrorCode::too_large       ? 431
                                                                         : 400,
                       head.error().message, Style::funds);
  }
  if (response.status == 499) {
    account(response);
    co_return false;
  }
  Task<bool> writing = write_answer(std::move(response));
  co_return co_await std::move(writing);
}

// ---- reading ----

Task<Result<void>> Connection::read_head() {
  request_ = Request{};
  piece_.clear();
  stages_ = {};
  fault_.clear();
  style_ = Style::funds;
  parser_.emplace(request_, piece_);
  if (received_.size() == 0) {
    if (received_.capacity() > kBodyReadBytes) received_.shrink_to_fit();
    enter(Phase::idle, site_.options.times.idle);
    Task<Result<void>> first = read_some(kReadBytes);
    const Result<void> came = co_await std::move(first);
    if (!came) co_return client_gone();  // an idle connection ends without a word
  }
  stages_.first_byte = stages_.head = system_clock().steady();
  enter(Phase::head, site_.options.times.head);
  while (true) {
    CO_TRY_DO(parse_received());
    if (parser_->is_header_done()) break;
    Task<Result<void>> more = read_some(kReadBytes);
    CO_TRY_DO(co_await std::move(more));
  }
  request_.peer = peer_;
  stages_.head = system_clock().steady();
  co_return check_head();
}

Result<void> Connection::check_head() const {
  if (!parser_->method_known())
    return Error{ErrorCode::invalid_argument, "the method is not known; use GET, POST, PUT, PATCH, DELETE or OPTIONS"};
  if (parser_->version() >= 11 && !parser_->has_host())
    return Error{ErrorCode::invalid_argument, "a Host header is needed"};
  if (parser_->strange_encoding())
    return Error{ErrorCode::invalid_argument, "only the transfer encoding 'chunked' is understood"};
  if (request_.path.empty() || request_.path.front() != '/')
    return Error{ErrorCode::invalid_argument, "the path must begin with '/'"};
  if (request_.path.size() + request_.query.size() > limits::kTargetBytesMax)
    return Error{ErrorCode::too_large, "the address is too long"};
  return {};
}

Task<Result<void>> Connection::read_some(std::size_t bytes) {
  stall_deadline_ = system_clock().steady() + site_.options.times.stall;
  if (phase_ == Phase::idle || phase_ == Phase::head) stall_deadline_ = SteadyTime::max();
  if (winding_up_ && phase_ == Phase::idle) co_return client_gone();
  const auto room = received_.prepare(bytes);
  const auto [fault, count] = co_await socket_.async_read_some(room, kAnswer);
  stall_deadline_ = SteadyTime::max();
  received_.commit(count);
  if (!fault) co_return Result<void>();
  if (expired_) co_return Error{ErrorCode::deadline_exceeded, "the request did not arrive in time; send it again"};
  co_return client_gone();
}

Result<void> Connection::parse_received() {
  while (received_.size() > 0 && !parser_->is_done()) {
    boost::beast::error_code fault;
    const std::size_t used = parser_->put(received_.data(), fault);
    received_.consume(used);
    if (fault == http::error::need_more) return {};
    if (fault == http::error::header_limit) return Error{ErrorCode::too_large, "the request's headers are too long"};
    if (fault) return Error{ErrorCode::invalid_argument, "the request is no valid HTTP: " + fault.message()};
    if (used == 0 || (parser_->is_header_done() && phase_ == Phase::head)) return {};
  }
  return {};
}

Task<Result<void>> Connection::read_whole_body() {
  const auto length = parser_->content_length();
  const auto boundary =
      route_->inputs.takes_form() ? multipart_boundary(request_.headers.find("Content-Type")) : std::nullopt;
  // The form around the files is small; what it holds is counted exactly while it is read.
  const std::uint64_t bytes_max =
      boundary ? route_->about.upload_bytes_max + limits::kFormFieldBytesMax + limits::kBodyBytesMax
               : route_->about.body_bytes_max;
  if (length && *length > bytes_max) {
    co_return Error{ErrorCode::too_large, too_large_text(boundary ? route_->about.upload_bytes_max : bytes_max)};
  }
  if (parser_->expects_continue() && received_.size() == 0) {
    out_ = "HTTP/1.1 100 Continue\r\n\r\n";
    Task<bool> writing = write_all();
    if (!co_await std::move(writing)) co_return client_gone();
  }
  if (!boundary) {
    Task<Result<void>> reading = read_body();
    co_return co_await std::move(reading);
  }
  FormReceiver receiver(*boundary, site_.options.incoming, route_->about.upload_bytes_max, site_.parts.files);
  const Context context{.deadline = Deadline::after(site_.options.times.upload), .trace_id = trace_.trace_id};
  Task<Result<void>> reading = read_form(receiver, context);
  co_return co_await std::move(reading);
}

Task<Result<void>> Connection::read_body() {
  enter(Phase::body, site_.options.times.body);
  while (true) {
    CO_TRY_DO(parse_received());
    if (piece_.size() > route_->about.body_bytes_max)
      co_return Error{ErrorCode::too_large, too_large_text(route_->about.body_bytes_max)};
    if (parser_->is_done()) break;
    Task<Result<void>> more = read_some(kBodyReadBytes);
    CO_TRY_DO(co_await std::move(more));
  }
  request_.body = std::move(piece_);
  const bool urlencoded = request_.headers.find("Content-Type").starts_with("application/x-www-form-urlencoded");
  if (urlencoded && route_->inputs.takes_form()) request_.form = parse_query(std::exchange(request_.body, {}));
  co_return Result<void>();
}

Task<Result<void>> Connection::read_form(FormReceiver& receiver, Context context) {
  enter(Phase::body, site_.options.times.upload);
  while (true) {
    CO_TRY_DO(parse_received());
    Task<Result<void>> taking = receiver.take(std::exchange(piece_, {}), context);
    CO_TRY_DO(co_await std::move(taking));
    if (parser_->is_done()) break;
    Task<Result<void>> more = read_some(kBodyReadBytes);
    CO_TRY_DO(co_await std::move(more));
  }
  Task<Result<void>> finishing = receiver.finish(request_, context);
  co_return co_await std::move(finishing);
}

Task<Result<void>> Connection::skip_body() {
  enter(Phase::body, site_.options.times.body);
  while (true) {
    CO_TRY_DO(parse_received());
    piece_.clear();
    if (parser_->is_done()) co_return Result<void>();
    Task<Result<void>> more = read_some(kBodyReadBytes);
    CO_TRY_DO(co_await std::move(more));
  }
}

// ---- answering ----

Task<Response> Connection::answer() {
  Router::Match match = site_.parts.router.match(request_.method, request_.path);
  route_ = match.route;
  style_ = match.style;
  stages_.started = stages_.handled = system_clock().steady();
  if (std::optional<Response> early = answer_early(match)) {
    const auto length = parser_->content_length();
    if (body_left() && length && *length <= kSkippedBytesMax && !parser_->expects_continue()) {
      Task<Result<void>> skipping = skip_body();
      if (!co_await std::move(skipping)) keep_alive_ = false;
    }
    co_return std::move(*early);
  }
  request_.path_values = std::move(match.values);
  Task<Result<void>> reading = read_whole_body();
  const Result<void> body = co_await std::move(reading);
  stages_.head = stages_.started = stages_.handled = system_clock().steady();
  if (!body) co_return failure_response(body.error());
  Task<Response> calling = call_handler();
  co_return co_await std::move(calling);
}

std::optional<Response> Connection::answer_early(const Router::Match& match) {
  if (Cors::is_preflight(request_)) {
    const auto asked = parse_method(request_.headers.find("Access-Control-Request-Method"));
    return site_.cors.preflight(request_, site_.parts.router.match(asked.value_or(Method::get), request_.path).style);
  }
  const bool guarded = match.route == nullptr || !match.route->about.open;
  if (guarded) {
    if (const auto known = check_credentials(request_, site_.options.api_key); !known)
      return error_response(known.error(), style_);
    if (!site_.rate_limit.admit(client_of(request_, site_.options.trust_forwarded))) {
      Response response = Response::json(
          R"({"detail":"Too many requests: wait a minute and try again","error":"too_many_requests"})", 429);
      response.headers.push_back({"Retry-After", std::to_string(site_.rate_limit.window().count())});
      return response;
    }
  }
  if (match.route != nullptr) return std::nullopt;
  if (!match.location.empty()) {
    const std::string query = request_.query.empty() ? "" : "?" + request_.query;
    return Response::redirect("http://" + std::string(request_.headers.find("Host")) + match.location + query);
  }
  if (match.allow.empty()) return refusal(404, "Not Found", style_);
  Response response = refusal(405, "Method Not Allowed", style_);
  response.headers.push_back({"Allow", match.allow});
  return response;
}

Task<Response> Connection::call_handler() {
  const auto time_max = route_->about.time_max;
  Context context{.deadline = Deadline::after(time_max), .trace_id = trace_.trace_id};
  if (!site_.options.api_key.empty() && !route_->about.open) context.principal = "api key";
  request_.correlation_id = trace_.correlation_id;
  // The handler's own waits end at the deadline; a second later it is cancelled from outside.
  enter(Phase::handler, time_max + std::chrono::seconds(1));
  Result<Response> outcome = client_gone();
  try {
    Task<Result<Response>> running = route_->handler(std::move(context), std::move(request_));
    outcome = co_await std::move(running);
  } catch (const std::exception& exception) {
    outcome = Error{ErrorCode::internal, std::string("a fault of the program: ") + exception.what()};
  }
  stages_.handled = system_clock().steady();
  co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation());
  if (outcome) co_return std::move(outcome).value();
  if (expired_ && outcome.error().code == ErrorCode::cancelled) {
    co_return failure_response({ErrorCode::deadline_exceeded, "the answer took too long; try again later"});
  }
  co_return failure_response(outcome.error());
}

Response Connection::failure_response(const Error& error) {
  if (error.code == ErrorCode::cancelled && !client_left_ && winding_up_) {
    return failure_response({ErrorCode::unavailable, "the server is shutting down; try again later"});
  }
  if (status_of(error.code) >= 500) fault_ = error.text();
  if (error.code == ErrorCode::too_large && route_->about.too_large_status != 413) {
    Response response = refusal(route_->about.too_large_status, error.text(), style_);
    return response;
  }
  if (error.code == ErrorCode::deadline_exceeded && body_left()) return refusal(408, error.message, style_);
  return error_response(error, style_);
}

// ---- writing ----

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
    const auto [failed] = co_await socket_.async_wait(Socket::wait_write, kAnswer);
    stall_deadline_ = SteadyTime::max();
    if (failed || expired_) co_return false;
  }
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

Task<void> Connection::drain() {
  boost::system::error_code ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  enter(Phase::body, site_.options.times.drain);
  for (std::size_t thrown_away = received_.size(); thrown_away < limits::kDrainBytesMax;) {
    received_.clear();
    Task<Result<void>> more = read_some(kBodyReadBytes);
    const Result<void> came = co_await std::move(more);
    if (!came) break;
    thrown_away += received_.size();
  }
  received_.clear();
}

void Connection::account(const Response& response) {
  if (stages_.written == SteadyTime{}) stages_.written = system_clock().steady();
  const RouteSeries& series = route_ == nullptr ? site_.series.back() : site_.series[route_->number];
  Counter counter = series.by_class[static_cast<std::size_t>(response.status / 100 - 1)];
  counter.add();
  Histogram seconds = series.seconds;
  seconds.observe(std::chrono::duration<double>(stages_.handled - stages_.head).count());
  const LogLevel level = response.status >= 500 ? LogLevel::error : LogLevel::info;
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

// ---- deadlines ----

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
  boost::system::error_code ignored;
  if (phase_ == Phase::idle) socket_.cancel(ignored);
}

void Connection::cancel() {
  winding_up_ = true;
  cancelled_.emit(asio::cancellation_type::terminal);
  boost::system::error_code ignored;
  if (phase_ != Phase::handler) socket_.cancel(ignored);
}

}  // namespace dossier::net
