#include "server/health_routes.h"

#include "async/run_on.h"
#include "net/fields.h"
#include "server/model_health.h"
#include "server/overload_bounds.h"
#include "server/reliability_routes.h"
#include "server/version.h"

namespace dossier::server {
namespace {

using net::Request;
using net::Response;
using net::Task;

// A health check that waits longer than this is itself a bad sign.
constexpr auto kAskTime = std::chrono::milliseconds(500);
constexpr auto kAnswerHolds = std::chrono::seconds(1);
// A database that answered so recently and is late now is busy, not gone.
constexpr auto kBusyTime = std::chrono::seconds(10);

constexpr int kCollections = 1;  // of knowledge: the offences and what shows them

// Whether an Accept header names the media type itself; "*/*" does not.
bool accepts(const Request& request, std::string_view type) {
  return request.headers.find("Accept").find(type) != std::string_view::npos;
}

constexpr std::string_view kFrontPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Dossier</title>"
    "<body><h1>Dossier</h1><p>The server is running. Its routes are described at <a "
    "href=\"/docs\">/docs</a>.</p></body></html>";

}  // namespace

HealthRoutes::HealthRoutes(Parts parts)
    : parts_(std::move(parts)),
      figures_(parts_.metrics, "health"),
      metrics_json_({parts_.database, parts_.executor, parts_.metrics, parts_.clock, [this] { return counters(); },
                     parts_.caches, parts_.config}) {
  show_bounds(parts_.metrics, parts_.config);
  parts_.caches.push_back(
      {"health", [this] { return async::CacheCounters{.hits = remembered_.load(), .misses = asked_.load()}; }});
  parts_.caches.push_back({"metrics_json", [this] { return metrics_json_.counters(); }});
}

void HealthRoutes::add(net::Router& router) {
  const auto about = [](std::string summary, std::string type = "application/json") {
    return net::About{.summary = std::move(summary),
                      .tag = "Service",
                      .style = net::Style::funds,
                      .open = true,
                      .lane = net::Lane::vital,
                      .content_type = std::move(type)};
  };
  router.get("/", about("What this is; a page for browsers."), net::bound(this, &HealthRoutes::root));
  router.get("/health", about("How the server and what it depends on are doing."),
             net::bound(this, &HealthRoutes::health));
  router.get("/health/live", about("Whether the process answers at all."), net::bound(this, &HealthRoutes::live));
  net::About ready_about = about("Whether requests can be served now.");
  ready_about.errors = {503};
  router.get("/health/ready", ready_about, net::bound(this, &HealthRoutes::ready));
  net::About metrics_about = about("Figures as JSON, or as Prometheus text where Accept names text/plain.");
  metrics_about.open = false;
  router.get("/metrics", metrics_about, net::bound(this, &HealthRoutes::metrics));
  net::About text_about = about("Figures as Prometheus text.", "text/plain");
  text_about.open = false;
  router.get("/prometheus/metrics", text_about, net::bound(this, &HealthRoutes::metrics_text));
  add_reliability_routes(router, {parts_.dependencies, parts_.clock, [this] { return counters(); },
                                  static_cast<double>(parts_.config.server.shutdown_seconds)});
}

net::Server::Counters HealthRoutes::counters() const {
  const net::Server* server = server_.load();
  return server == nullptr ? net::Server::Counters{} : server->counters();
}

Task<Result<Response>> HealthRoutes::root(Context, Request request) {
  if (accepts(request, "text/html")) co_return Response::html(std::string(kFrontPage));
  co_return Response::json(
      R"({"message":"Dossier: fund reports and First Information Reports","version":"1.0.0","docs":"/docs"})");
}

bool HealthRoutes::database_answered_within(std::chrono::nanoseconds time) const {
  const SteadyTime::rep answered = database_answered_.load();
  return answered != kNever && parts_.clock.steady() - SteadyTime(SteadyTime::duration(answered)) < time;
}

Task<Result<void>> HealthRoutes::ask_database(Context context) {
  const bool holds = database_answered_within(kAnswerHolds);
  ++(holds ? remembered_ : asked_);
  figures_.show({.hits = remembered_.load(), .misses = asked_.load()});
  if (holds) co_return Result<void>();
  context.deadline = context.deadline.sooner(Deadline::after(kAskTime));
  auto asking = parts_.database.read(
      std::move(context), [](store::Session& session) -> Result<std::int64_t> { return session.number("SELECT 1"); });
  const Result<std::int64_t> answered = co_await std::move(asking);
  if (answered) {
    database_answered_.store(parts_.clock.steady().time_since_epoch().count());
    co_return Result<void>();
  }
  const bool late =
      answered.error().code == ErrorCode::deadline_exceeded || answered.error().code == ErrorCode::over_capacity;
  if (late && database_answered_within(kBusyTime)) co_return Result<void>();
  co_return answered.error();
}

Task<Result<Response>> HealthRoutes::health(Context context) {
  Task<Result<void>> asking = ask_database(std::move(context));
  const Result<void> database = co_await std::move(asking);
  const net::Server::Counters now = counters();
  JsonWriter json;
  const bool well = database && models_are_well(parts_.models) && parts_.config.left_out.empty();
  json.begin_object().member("status", well ? "healthy" : "degraded").member("version", kVersion);
  write_models(json);
  json.member("database", database ? "connected" : "unavailable");
  json.member("kb_collections", kCollections).member("kb_cache_size", entries_of(parts_.caches, "knowledge"));
  json.member("session_persistence", "sqlite").member("magic_available", true);
  write_concurrency(json.key("concurrency"), now);
  write_overload(json.key("overload"), parts_.config, now);
  write_caches(json.key("caches"), parts_.caches);
  write_reliability(json.key("reliability"), now);
  co_return Response::json(json.end_object().take());
}

void HealthRoutes::write_models(JsonWriter& json) const {
  json.member("embeddings_loaded", role_health(parts_.models, "embedding") == "healthy");
  write_role(json.key("model_server"), parts_.models, "text");
  write_role(json.key("embedding_server"), parts_.models, "embedding");
  write_role(json.key("asr_ocr_server"), parts_.models, "speech");
  write_role(json.key("image_server"), parts_.models, "image");
  json.key("settings_left_out").begin_array();
  for (const Error& fault : parts_.config.left_out) json.value(fault.text());
  for (const Error& fault : parts_.models.faults()) {
    if (fault.where.starts_with("models.ca_file")) json.value(fault.text());
  }
  json.end_array();
}

void HealthRoutes::write_concurrency(JsonWriter& json, const net::Server::Counters& now) const {
  json.begin_object().member("max_concurrent_requests", parts_.config.server.connections_max);
  json.member("max_concurrent_model_calls", model_slots(parts_.models));
  json.member("http_pool_size", parts_.models.endpoints().empty() ? 0u : limits::kModelConnectionsMax);
  json.member("active_requests", now.requests).member("connections", now.connections).end_object();
}

void HealthRoutes::write_reliability(JsonWriter& json, const net::Server::Counters& now) const {
  parts_.dependencies.write_breakers(json.begin_object().key("circuit_breakers"));
  write_shutdown(json.key("graceful_shutdown"), now, static_cast<double>(parts_.config.server.shutdown_seconds));
  parts_.dependencies.write_monitor(json.key("health_monitor"));
  json.end_object();
}

Task<Result<Response>> HealthRoutes::live(Context) {
  co_return Response::json(R"({"status":"alive"})");
}

Task<Result<Response>> HealthRoutes::ready(Context context) {
  if (counters().stopping) co_return Error{ErrorCode::unavailable, "the server is shutting down"};
  Task<Result<void>> asking = ask_database(std::move(context));
  const Result<void> database = co_await std::move(asking);
  if (!database) co_return Error{ErrorCode::unavailable, database.error().text()};
  co_return Response::json(R"({"status":"ready"})");
}

Task<Result<Response>> HealthRoutes::metrics(Context context, Request request) {
  if (accepts(request, "text/plain") || accepts(request, "openmetrics")) {
    Task<Result<Response>> text = metrics_text(std::move(context));
    co_return co_await std::move(text);
  }
  Task<std::string> getting = metrics_json_.get(std::move(context));
  std::string body = co_await std::move(getting);
  co_return Response::json(std::move(body));
}

// Collecting every series takes longer than a loop may be kept.
Task<Result<Response>> HealthRoutes::metrics_text(Context context) {
  // A database that is busy must not keep anybody from seeing that it is: then the jobs stay as they were counted last.
  Context look = context;
  look.deadline = look.deadline.sooner(Deadline::after(kAskTime));
  auto counting =
      parts_.database.read(std::move(look), [](store::Session& session) { return store::JobTable::counts(session); });
  const auto jobs = co_await std::move(counting);
  if (jobs) parts_.gauges.set_jobs(*jobs);
  auto collecting = async::run_on(parts_.pool, std::move(context), [this](const async::StopToken&) -> std::string {
    parts_.gauges.sample();
    return parts_.metrics.text();
  });
  Result<std::string> text = co_await std::move(collecting);
  if (!text) co_return std::move(text).error();
  co_return Response{.content_type = "text/plain; version=0.0.4; charset=utf-8", .body = std::move(*text)};
}

}  // namespace dossier::server
