#include "net/connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/error.hpp>

// How a Connection reads a request.
namespace dossier::net {
namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace {

constexpr std::size_t kReadBytes = 8u * 1024;       // heads and small bodies
constexpr std::size_t kBodyReadBytes = 64u * 1024;  // everything larger

std::string too_large_text(std::uint64_t bytes_max) {
  return "the request is larger than the " + std::to_string(bytes_max) + " bytes that are accepted here; send less";
}

}  // namespace

Task<Result<void>> Connection::read_head() {
  request_ = Request{};
  piece_.clear();
  stages_ = {};
  fault_.clear();
  style_ = Style::funds;
  parser_.emplace(request_, piece_);
  if (received_.size() == 0) {
    if (received_.capacity() > kBodyReadBytes) received_.shrink_to_fit();
    enter(Phase::idle, seat_ == Seat::usual ? site_.options.times.idle : limits::kReservedTime);
    if (site_.stopping.load(std::memory_order_relaxed)) wind_up();
    Task<Result<void>> first = read_some(kReadBytes);
    const Result<void> came = co_await std::move(first);
    if (!came) co_return client_gone();  // an idle connection ends without a word
  }
  stages_.first_byte = stages_.head = system_clock().steady();
  enter(Phase::head, seat_ == Seat::usual ? site_.options.times.head : limits::kReservedTime);
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
  const auto room = received_.prepare(bytes);
  const auto [fault, count] = co_await socket_.async_read_some(room, asio::as_tuple(asio::use_awaitable));
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
  FormReceiver receiver(*boundary, site_.options.incoming, route_->about.upload_bytes_max, site_.parts.files,
                        [this] { return take_place_for_file(); });
  const Context context{.deadline = Deadline::after(upload_time()), .trace_id = trace_.trace_id};
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
  enter(Phase::body, upload_time());
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

// All of an upload's time for one that does not say how long it is; else as long as its bytes take at the least rate,
// so that a client that sends byte by byte does not hold a place for ten minutes.
std::chrono::milliseconds Connection::upload_time() const {
  const auto most = site_.options.times.upload;
  const auto length = parser_->content_length();
  if (!length || *length / limits::kUploadRateMin >= static_cast<std::uint64_t>(most.count() / 1'000)) return most;
  return std::min(most, site_.options.times.body + std::chrono::seconds(*length / limits::kUploadRateMin));
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

}  // namespace dossier::net
