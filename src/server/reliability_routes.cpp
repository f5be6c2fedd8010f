#include "server/reliability_routes.h"

#include "net/fields.h"

namespace dossier::server {
namespace {

using net::Path;
using net::Response;
using net::Task;

struct ByName {
  std::string name;
  static const net::Fields& fields() {
    static const auto table =
        net::Fields::of<ByName>("DependencyName", "One of what the server depends on.",
                                {net::field<&ByName::name>("name", "model_server, asr_ocr_server or database.")});
    return table;
  }
};

Task<Result<Response>> shown(ReliabilityParts parts, Context) {
  JsonWriter json;
  json.begin_object().key("timestamp").raw(net::to_json(parts.clock.wall()));
  parts.watch.write_breakers(json.key("circuit_breakers"));
  write_shutdown(json.key("graceful_shutdown"), parts.server(), parts.shutdown_seconds);
  parts.watch.write_monitor(json.key("health_monitor"));
  parts.watch.write_recovery(json.key("auto_recovery"));
  json.member("uptime_target", "99.9%").member("max_downtime_per_month", "43.2 minutes").end_object();
  co_return Response::json(json.take());
}

Task<Result<Response>> reset(DependencyWatch& watch, std::string name) {
  CO_TRY_DO(watch.reset_breaker(name));
  JsonWriter json;
  json.begin_object().member("success", true).member("message", name + ": the next call tries at once");
  watch.write_breaker(json.key("status"), name);
  co_return Response::json(json.end_object().take());
}

// What is being mended already, or was too often, is no error of the contract's but a "no".
Task<Result<Response>> mend(DependencyWatch& watch, std::string name) {
  Task<Result<bool>> mending = watch.mend(name);
  const Result<bool> well = co_await std::move(mending);
  if (!well && well.error().code != ErrorCode::conflict) co_return well.error();
  const bool success = well && *well;
  JsonWriter json;
  json.begin_object().member("success", success);
  json.member("message", !well ? well.error().message
                               : name + (success ? " is well" : " is not well; see its note in /reliability"));
  watch.write_recovery_of(json.key("status"), name);
  co_return Response::json(json.end_object().take());
}

}  // namespace

void add_reliability_routes(net::Router& router, ReliabilityParts parts) {
  const auto about = [](std::string summary, net::Lane lane, std::vector<int> errors = {}) {
    return net::About{.summary = std::move(summary),
                      .tag = "Service",
                      .style = net::Style::fir,
                      .errors = std::move(errors),
                      .lane = lane};
  };
  for (const char* path : {"/reliability", "/reliability/status"}) {
    router.get(path, about("Breakers, looks at what the server depends on, and how mending went.", net::Lane::vital),
               [parts](Context c) { return shown(parts, std::move(c)); });
  }
  router.post("/reliability/circuit-breaker/{name}/reset",
              about("Let the next call to a model server try, however often it failed.", net::Lane::people, {404}),
              [parts](Context, Path<ByName> path) { return reset(parts.watch, std::move(path->name)); });
  router.post("/reliability/auto-recovery/{name}/trigger",
              about("Look at a dependency at once, and let its breaker try when it is well.", net::Lane::people, {404}),
              [parts](Context, Path<ByName> path) { return mend(parts.watch, std::move(path->name)); });
}

void write_shutdown(JsonWriter& json, const net::Server::Counters& now, double shutdown_seconds) {
  json.begin_object().member("is_shutting_down", now.stopping).member("active_requests", now.requests);
  json.member("shutdown_timeout", shutdown_seconds).end_object();
}

}  // namespace dossier::server
