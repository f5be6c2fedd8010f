#include "server/metrics_json.h"

#include "desks/fir/contract_activity.h"
#include "net/fields.h"
#include "server/overload_bounds.h"

#include <limits>

namespace dossier::server {

using async::Task;
using desks::fir::ContractActivity;

namespace {

constexpr auto kHolds = std::chrono::seconds(10);     // the contract's
constexpr auto kCountTime = std::chrono::seconds(2);  // for looking into the database
constexpr auto kRecent = std::chrono::hours(1);

void write_counts(JsonWriter& json, const std::vector<ContractActivity::Count>& counts, std::string_view seconds_name) {
  json.key("recent_hour").begin_array();
  for (const ContractActivity::Count& one : counts) {
    json.begin_object().member("status", one.status).member("count", one.count);
    json.member(seconds_name, one.mean_seconds.value_or(std::numeric_limits<double>::quiet_NaN())).end_object();
  }
  json.end_array();
}

}  // namespace

MetricsJson::MetricsJson(Parts parts)
    : parts_(std::move(parts)),
      figures_(parts_.metrics, "metrics_json"),
      remembered_({.entries_max = 1, .time = kHolds}, parts_.executor, parts_.clock) {}

Task<std::string> MetricsJson::get(Context context) {
  Task<Result<std::string>> getting = remembered_.get("", context.deadline, [this] { return make(); });
  Result<std::string> made = co_await std::move(getting);
  figures_.show(remembered_.counters());
  if (made) co_return std::move(*made);
  JsonWriter json;
  json.begin_object().member("error", made.error().text()).end_object();
  co_return json.take();
}

Task<Result<std::string>> MetricsJson::make() {
  auto count = [since = parts_.clock.wall() - kRecent](store::Session& session) {
    return desks::fir::contract_activity(session, since);
  };
  auto counting = parts_.database.read({.deadline = Deadline::after(kCountTime)}, std::move(count));
  CO_TRY(const ContractActivity activity, co_await std::move(counting));
  const net::Server::Counters now = parts_.server();
  JsonWriter json;
  json.begin_object().key("timestamp").raw(net::to_json(parts_.clock.wall()));
  write_counts(json.key("sessions").begin_object(), activity.sessions, "avg_duration");
  json.member("cache_size", entries_of(parts_.caches, "knowledge")).end_object();
  write_counts(json.key("firs").begin_object(), activity.reports, "avg_time_seconds");
  json.end_object();
  json.key("rate_limiter").begin_object().member("active_clients", now.limited_clients).end_object();
  json.key("server").begin_object().member("connections", now.connections);
  json.member("active_requests", now.requests).end_object();
  write_overload(json.key("overload"), parts_.config, now);
  write_caches(json.key("caches"), parts_.caches);
  co_return json.end_object().take();
}

}  // namespace dossier::server
