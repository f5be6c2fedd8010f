#include "net/connection.h"
#include "net/loops.h"

#include <boost/asio/this_coro.hpp>

#include <exception>

// How a Connection comes to its answer.
namespace dossier::net {
namespace asio = boost::asio;

namespace {

constexpr std::size_t kSkippedBytesMax = 64u * 1024;  // a refused body so small is read, and the connection kept

}  // namespace

Task<Response> Connection::answer() {
  Router::Match match = site_.parts.router.match(request_.method, request_.path);
  route_ = match.route;
  style_ = match.style;
  stages_.started = stages_.handled = system_clock().steady();
  std::optional<Response> early = answer_early(match);
  Result<Door::Place> place = early ? Error{ErrorCode::cancelled, "answered already"} : take_place();
  if (!early && !place) early = refused_response(place.error());
  if (early) {
    Task<void> skipping = skip_small_body();
    co_await std::move(skipping);
    co_return std::move(*early);
  }
  Task<Response> answering = answer_inside(std::move(match.values));
  co_return co_await std::move(answering);
}

// Says when to come again by how long the queue is.
Response Connection::refused_response(const Error& error) const {
  Loops::gather();
  Response response = error_response(error, style_);
  const std::chrono::seconds wait = site_.door.come_again(lane_, route_->about.needs);
  for (Parameter& header : response.headers) {
    if (header.name == "Retry-After") header.value = std::to_string(wait.count());
  }
  return response;
}

Result<Door::Place> Connection::take_place() {
  const About& about = route_->about;
  lane_ = about.lane;
  if (seat_ == Seat::reserved && about.lane != Lane::vital) return site_.door.turn_away();
  return site_.door.admit(about.lane, about.needs);
}

// A file among what people send on one of their own routes is an upload like any other: while it is received it has a
// place of the ingest lane, or is refused before anything of it is kept.
Result<void> Connection::take_place_for_file() {
  if (lane_ == Lane::ingest || file_place_) return {};
  lane_ = Lane::ingest;
  TRY(Door::Place place, site_.door.admit(lane_, nullptr));
  file_place_.emplace(std::move(place));
  return {};
}

// The body of a request that is refused: when it is small it is read, and the connection kept.
Task<void> Connection::skip_small_body() {
  const auto length = parser_->content_length();
  if (!body_left() || !length || *length > kSkippedBytesMax || parser_->expects_continue()) co_return;
  Task<Result<void>> skipping = skip_body();
  if (!co_await std::move(skipping)) keep_alive_ = false;
}

Task<Response> Connection::answer_inside(std::vector<Parameter> path_values) {
  request_.path_values = std::move(path_values);
  Task<Result<void>> reading = read_whole_body();
  const Result<void> body = co_await std::move(reading);
  file_place_.reset();
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
  // Browsers ask OPTIONS without a key; here it is answered with 405 or 404, which tells nobody anything.
  const bool guarded = request_.method != Method::options && (match.route == nullptr || !match.route->about.open);
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
  if (site_.parts.traces != nullptr && request_.headers.has("traceparent")) {
    const std::string_view state = tracestate_of(request_.headers, trace_);
    site_.parts.traces->note(trace_.trace_id, {trace_.sampled, std::string(state)});
  }
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
  return error.code == ErrorCode::over_capacity ? refused_response(error) : error_response(error, style_);
}

}  // namespace dossier::net
