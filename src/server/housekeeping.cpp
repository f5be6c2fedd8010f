#include "server/housekeeping.h"

#include "base/limits.h"
#include "desks/fir/preparing.h"
#include "desks/fir/transcribing.h"
#include "desks/funds/ingest.h"
#include "server/run_on_loop.h"

namespace dossier::server {

using async::Task;

namespace {

Context own_context() {
  return {
      .deadline = Deadline::after(limits::kHousekeepingTime), .trace_id = "housekeeping", .principal = "housekeeping"};
}

}  // namespace

Housekeeping::Housekeeping(async::Executor executor, desks::funds::Services& funds, desks::fir::Services& fir, Log& log)
    : executor_(executor), services_(funds), fir_(fir), log_(log), scope_(executor, [&log](const std::string& what) {
        log.error("housekeeping_fault", {{"error", what}});
      }) {}

void Housekeeping::start() {
  run_on_loop(executor_, [this]() -> Task<void> {
    (void)scope_.spawn([this] { return work(); });
    co_return;
  });
}

void Housekeeping::stop(Deadline deadline) {
  run_on_loop(executor_, [this, deadline]() -> Task<void> {
    scope_.stop_intake();
    scope_.cancel();
    Task<Result<void>> ending = scope_.wait(deadline.sooner(Deadline::after(limits::kHousekeepingTime)));
    (void)co_await std::move(ending);
  });
}

Task<void> Housekeeping::work() {
  while (true) {
    Task<void> working = round();
    co_await std::move(working);
    Task<Result<void>> pause = async::sleep_until(Deadline::after(limits::kHousekeepingEvery));
    const Result<void> rested = co_await std::move(pause);
    if (!rested) co_return;
  }
}

Task<void> Housekeeping::round() {
  Task<Result<std::int64_t>> closing = desks::funds::close_abandoned(services_, own_context());
  tell("documents_closed", co_await std::move(closing));
  Task<Result<std::int64_t>> giving_up = desks::fir::close_abandoned_preparations(fir_, own_context());
  tell("preparations_closed", co_await std::move(giving_up));
  Task<Result<std::int64_t>> no_transcript = desks::fir::close_abandoned_transcriptions(fir_, own_context());
  tell("transcriptions_closed", co_await std::move(no_transcript));
  Task<Result<documents::Swept>> sweeping = services_.documents.sweep(own_context());
  const Result<documents::Swept> swept = co_await std::move(sweeping);
  tell("files_removed", swept ? Result<std::int64_t>(static_cast<std::int64_t>(swept->removed)) : swept.error());
  auto forget = [&idempotency = services_.idempotency](store::Transaction& transaction) {
    return idempotency.forget_expired(transaction);
  };
  Task<Result<std::int64_t>> forgetting = services_.database.write(own_context(), store::Priority::bulk, forget);
  tell("answers_forgotten", co_await std::move(forgetting));
}

void Housekeeping::tell(std::string_view what, const Result<std::int64_t>& count) {
  if (!count) return log_.warning("housekeeping", {{"what", what}, {"error", count.error().text()}});
  if (*count > 0) log_.info("housekeeping", {{"what", what}, {"count", *count}});
}

}  // namespace dossier::server
