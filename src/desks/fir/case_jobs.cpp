#include "desks/fir/case_jobs.h"

#include "store/job_table.h"

#include <boost/json.hpp>

namespace dossier::desks::fir {

using async::Task;
using store::Priority;
using store::Session;
using store::Transaction;

void write_order(JsonWriter& json, const CaseOrder& order) {
  json.member("case", order.id.value);
  if (!order.wanted) return;
  const auto wanted = std::chrono::duration_cast<std::chrono::milliseconds>(order.wanted->time_since_epoch());
  json.member("wanted_ms", wanted.count());
}

boost::json::object payload_object(const std::string& payload) {
  boost::json::error_code fault;
  const auto json = boost::json::parse(payload, fault);
  return !fault && json.is_object() ? json.get_object() : boost::json::object();
}

std::optional<CaseOrder> read_order(const boost::json::object& payload) {
  const auto* id = payload.if_contains("case");
  if (id == nullptr || !id->is_int64()) return std::nullopt;
  CaseOrder order{CaseId{id->get_int64()}};
  if (const auto* wanted = payload.if_contains("wanted_ms"); wanted != nullptr && wanted->is_int64())
    order.wanted = WallTime(std::chrono::milliseconds(wanted->get_int64()));
  return order;
}

Task<Result<void>> end_with(Services& services, Context context, store::JobLease lease, CaseId id, CaseCommand what,
                            std::string subject) {
  auto body = [&services, context, lease, id, what = std::move(what),
               subject = std::move(subject)](Transaction& transaction) -> Result<void> {
    std::optional<store::JobStatus> latest;
    if (!subject.empty()) {
      TRY(latest, store::JobTable::latest(transaction, subject));
    }
    if (!latest || latest->id == lease.job) TRY_DO(act(services, transaction, context, id, what, "dossier"));
    return services.jobs.complete(transaction, lease);
  };
  return services.database.write(std::move(context), Priority::interactive, std::move(body));
}

void log_attempt(Services& services, std::string_view event, CaseId id, const Result<void>& result) {
  if (result) return;
  services.log.write(LogLevel::warning, event,
                     {{"case", id.value}, {"result", name_of(result.error().code)}, {"error", result.error().message}});
}

Result<bool> has_no_job(Session& session, const std::string& subject) {
  TRY(const auto job, store::JobTable::latest(session, subject));
  return !job || job->state == store::JobState::dead || job->state == store::JobState::done;
}

Task<Result<std::int64_t>> close_abandoned(Services& services, Context context, FindAbandoned find) {
  Task<Result<std::vector<Abandoned>>> looking = services.database.read(context, find);
  CO_TRY(const std::vector<Abandoned> found, co_await std::move(looking));
  if (found.empty()) co_return std::int64_t{0};
  auto close = [&services, context, find = std::move(find)](Transaction& transaction) -> Result<std::int64_t> {
    TRY(const std::vector<Abandoned> still, find(transaction));
    for (const Abandoned& one : still) TRY_DO(act(services, transaction, context, one.id, one.told, "dossier"));
    return static_cast<std::int64_t>(still.size());
  };
  Task<Result<std::int64_t>> closing = services.database.write(std::move(context), Priority::bulk, std::move(close));
  co_return co_await std::move(closing);
}

}  // namespace dossier::desks::fir
