#include "models/endpoint.h"

#include "models/error_text.h"
#include "models/json_reading.h"
#include "models/trace_header.h"

namespace dossier::models {

using async::Task;

namespace {

// Model servers answer in seconds, not in the milliseconds of our own routes.
const std::vector<double>& model_buckets() {
  static const std::vector<double> seconds = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60};
  return seconds;
}

Metrics::Labels labels_of(const EndpointOptions& options) {
  return {{"role", options.role}, {"endpoint", options.name}};
}

// The older servers answer 200 always and say in the body how they are; others say anything or nothing there.
bool says_unhealthy(const std::string& body) {
  const Result<json::value> parsed = parse_object(body);
  return parsed && text_in(parsed->get_object(), "status") == "unhealthy";
}

double seconds_since(SteadyTime began, const Clock& clock) {
  return std::chrono::duration<double>(clock.steady() - began).count();
}

// All outcomes, from the start: a series that begins with its first event hides that event from rate().
std::map<std::string_view, Counter> outcomes_in(Metrics& metrics, const EndpointOptions& options) {
  std::map<std::string_view, Counter> counters;
  for (auto ending = Ending::good; ending <= Ending::cancelled;
       ending = static_cast<Ending>(static_cast<int>(ending) + 1)) {
    Metrics::Labels labels = labels_of(options);
    labels.emplace("outcome", outcome_of(ending));
    counters.emplace(outcome_of(ending),
                     metrics.counter("model_calls_total", "Attempts at model servers, by how they ended.", labels));
  }
  return counters;
}

// Failures of a proxy, of a server that starts, of one with too much to do. Another 5xx comes again with the same call.
bool passes(int status) {
  return status == 502 || status == 503 || status == 504;
}

Ending ending_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::deadline_exceeded: return Ending::late;
    case ErrorCode::cancelled: return Ending::cancelled;
    case ErrorCode::over_capacity: return Ending::full;
    case ErrorCode::too_large:
    case ErrorCode::unreadable: return Ending::invalid;
    default: return Ending::unreachable;
  }
}

Ending ending_of(int status) {
  if (status >= 500) return Ending::failing;
  if (status == 429) return Ending::busy;
  if (status == 401 || status == 403) return Ending::key;
  if (status == 404) return Ending::model;
  return status < 400 ? Ending::invalid : Ending::refused;  // a redirect: the url is not the server's own
}

}  // namespace

std::string_view name_of(Health health) {
  switch (health) {
    case Health::unknown: return "unknown";
    case Health::up: return "up";
    case Health::loading: return "loading";
    case Health::down: return "down";
  }
  return "unknown";
}

Endpoint::Endpoint(EndpointOptions options, Parts parts)
    : options_(std::move(options)),
      parts_(parts),
      gate_({.name = options_.name, .slots = options_.slots, .waiting_max = options_.waiting_max}),
      breaker_({.name = options_.name,
                .failures_to_open = limits::kModelFailuresToOpen,
                .open_time = limits::kModelOpenTime},
               parts.clock),
      outcomes_(outcomes_in(parts.metrics, options_)),
      duration_(parts.metrics.histogram("model_inference_duration_seconds",
                                        "From a slot at a model server to the end of its answer.", labels_of(options_),
                                        model_buckets())),
      queue_wait_(parts.metrics.histogram("model_queue_wait_seconds", "Waiting for a slot at a model server.",
                                          labels_of(options_), model_buckets())),
      waiting_(parts.metrics.gauge("model_queue_depth", "Calls that wait for a slot.", labels_of(options_))),
      inside_(parts.metrics.gauge("model_calls_running", "Calls that have a slot.", labels_of(options_))),
      breaker_state_(parts.metrics.gauge("model_breaker_state", "0 closed, 1 half-open, 2 open.", labels_of(options_))),
      up_(parts.metrics.gauge("model_endpoint_up",
                              "1: the last health check was answered well, and no key or model refused since.",
                              labels_of(options_))) {}

Task<Attempt> Endpoint::attempt(Call call, Deadline deadline) {
  if (!breaker_.would_admit()) {  // before the queue: who cannot be served need not wait for it
    count(Ending::resting);
    co_return Attempt{Ending::resting, resting_error(options_)};
  }
  const SteadyTime began = parts_.clock.steady();
  Task<Result<async::Gate::Permit>> entering = gate_.enter(deadline);
  const Result<async::Gate::Permit> permit = co_await std::move(entering);
  queue_wait_.observe(seconds_since(began, parts_.clock));
  if (!permit) {
    const Ending ending = permit.error().code == ErrorCode::cancelled ? Ending::cancelled : Ending::full;
    count(ending);
    co_return Attempt{ending, explained(permit.error())};
  }
  Task<Attempt> calling = attempt_inside(std::move(call), deadline);
  Attempt attempt = co_await std::move(calling);
  count(attempt.ending);
  remember(attempt);
  co_return attempt;
}

// With a slot: the breaker is asked again, since it may have opened while the caller waited.
Task<Attempt> Endpoint::attempt_inside(Call call, Deadline deadline) {
  Result<async::Breaker::Pass> pass = breaker_.admit(call.trace_id);
  if (!pass) co_return Attempt{Ending::resting, resting_error(options_)};
  const SteadyTime began = parts_.clock.steady();
  HttpRequest request = request_of(call);
  Task<Result<HttpAnswer>> sending = parts_.http.send(std::move(request), deadline);
  Result<HttpAnswer> answer = co_await std::move(sending);
  Attempt attempt = judge(call, std::move(answer));
  if (attempt.ending != Ending::cancelled) duration_.observe(seconds_since(began, parts_.clock));
  if (is_failure(attempt.ending)) pass->failed();
  if (attempt.ending == Ending::good || outcome_of(attempt.ending) == "refused") pass->succeeded();
  co_return attempt;
}

Task<Result<HttpAnswer>> Endpoint::ask_aside(Call call, Deadline deadline) {
  HttpRequest request = request_of(call);
  Task<Result<HttpAnswer>> sending = parts_.http.send(std::move(request), deadline);
  Result<HttpAnswer> answer = co_await std::move(sending);
  Attempt attempt = judge(call, std::move(answer));
  if (attempt.ending == Ending::good || is_lasting_refusal(attempt.ending)) remember(attempt);
  co_return std::move(attempt.answer);
}

HttpRequest Endpoint::request_of(Call& call) const {
  HttpRequest request{.url = options_.url + call.path,
                      .headers = {"Content-Type: " + call.content_type},
                      .body = std::move(call.body),
                      .file = std::move(call.file),
                      .tail = std::move(call.tail),
                      .answer_bytes_max = call.answer_bytes_max,
                      .on_piece = std::move(call.on_piece)};
  if (!options_.api_key.empty()) request.headers.push_back("Authorization: Bearer " + options_.api_key);
  const TraceNotes::Note note = parts_.traces == nullptr ? TraceNotes::Note{} : parts_.traces->find(call.trace_id);
  const std::string trace = traceparent_of(call.trace_id, note.sampled);
  if (!trace.empty()) request.headers.push_back("traceparent: " + trace);
  if (!trace.empty() && !note.state.empty()) request.headers.push_back("tracestate: " + note.state);
  return request;
}

Attempt Endpoint::judge(const Call& call, Result<HttpAnswer> answer) const {
  if (!answer) return {ending_of(answer.error().code), explained(answer.error())};
  if (answer->good()) {
    const Result<void> read = call.read ? call.read(*answer) : Result<void>();
    if (read) return {Ending::good, std::move(answer)};
    const Ending ending = read.error().code == ErrorCode::not_found ? Ending::empty : Ending::invalid;
    return {ending, invalid_error(options_, read.error().message)};
  }
  return {ending_of(answer->status), status_error(options_, *answer), answer->retry_after, passes(answer->status)};
}

Error Endpoint::explained(Error error) const {
  return transport_error(options_, std::move(error));
}

void Endpoint::count(Ending ending) {
  outcomes_.at(outcome_of(ending)).add();
}

void Endpoint::remember(const Attempt& attempt) {
  const Ending ending = attempt.ending;
  if (ending == Ending::full || ending == Ending::resting || ending == Ending::cancelled) return;
  std::optional<Trouble> trouble;
  if (ending != Ending::good) trouble = {ending, attempt.answer.error().text(), parts_.clock.wall()};
  const std::lock_guard lock(trouble_mutex_);
  trouble_ = std::move(trouble);
}

double Endpoint::load() const {
  const async::Gate::Counters now = gate_.counters();
  return static_cast<double>(now.inside + now.waiting + 1) / options_.weight;
}

// ---- health ----

bool Endpoint::health_is_due() const {
  const Status now = status();
  if (!now.checked) return true;
  const bool well = now.health == Health::up && now.breaker.state == async::Breaker::State::closed && !now.refusing();
  const auto age = parts_.clock.wall() - *now.checked;
  return age < age.zero() || age >= (well ? limits::kModelHealthEvery : limits::kModelHealthAgainAfter);
}

Task<void> Endpoint::check_health() {
  const Deadline deadline = Deadline::after(limits::kModelHealthTime, parts_.clock);
  // "/health" stands beside "/v1", not under it. Servers without one (Ollama, Groq) have a list of models.
  std::string root = options_.url;
  if (options_.wire == Wire::openai) root.resize(root.size() - std::string_view("/v1").size());
  Task<Health> first = look(root + "/health", deadline);
  Health found = co_await std::move(first);
  if (found == Health::unknown) {
    Task<Health> second = look(options_.url + "/models", deadline);
    found = co_await std::move(second);
    if (found == Health::unknown) found = Health::up;  // it answers; it just has neither route
  }
  health_.store(found);
  checked_.store(parts_.clock.wall().time_since_epoch().count());
  if (found == Health::up) breaker_.looks_well();
}

// Unknown: there is no such route.
Task<Health> Endpoint::look(std::string url, Deadline deadline) {
  HttpRequest request{.url = std::move(url), .answer_bytes_max = limits::kModelTextBytesMax};
  if (!options_.api_key.empty()) request.headers.push_back("Authorization: Bearer " + options_.api_key);
  Task<Result<HttpAnswer>> asking = parts_.http.send(std::move(request), deadline);
  const Result<HttpAnswer> answer = co_await std::move(asking);
  if (!answer) co_return Health::down;
  if (answer->good()) co_return says_unhealthy(answer->body) ? Health::down : Health::up;
  if (answer->status == 503) co_return Health::loading;
  co_return answer->status >= 500 ? Health::down : Health::unknown;
}

Endpoint::Status Endpoint::status() const {
  Status status{.health = health_.load(), .breaker = breaker_.status(), .gate = gate_.counters()};
  if (const auto checked = checked_.load(); checked != kNever) status.checked = WallTime(WallTime::duration(checked));
  const std::lock_guard lock(trouble_mutex_);
  status.trouble = trouble_;
  return status;
}

void Endpoint::sample() {
  const Status now = status();
  waiting_.set(static_cast<double>(now.gate.waiting));
  inside_.set(static_cast<double>(now.gate.inside));
  const bool open = now.breaker.state == async::Breaker::State::open;
  breaker_state_.set(open ? 2 : now.breaker.state == async::Breaker::State::half_open ? 1 : 0);
  up_.set(now.health == Health::up && !now.refusing() ? 1 : 0);
}

}  // namespace dossier::models
