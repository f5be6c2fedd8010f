#include "server/backlog_watch.h"

#include "async/timer.h"
#include "desks/funds/ingest.h"
#include "server/run_on_loop.h"
#include "store/job_table.h"

namespace dossier::server {

using async::Task;

namespace {

constexpr auto kEvery = std::chrono::seconds(1);

}  // namespace

BacklogWatch::BacklogWatch(async::Executor executor, store::Database& database, net::Server& server)
    : executor_(executor), database_(database), server_(server), scope_(executor) {}

void BacklogWatch::start() {
  run_on_loop(executor_, [this]() -> Task<void> {
    (void)scope_.spawn([this] { return work(); });
    co_return;
  });
}

void BacklogWatch::stop(Deadline deadline) {
  run_on_loop(executor_, [this, deadline]() -> Task<void> {
    scope_.stop_intake();
    scope_.cancel();
    Task<Result<void>> ending = scope_.wait(deadline);
    (void)co_await std::move(ending);
  });
}

Task<void> BacklogWatch::work() {
  while (true) {
    auto counting = database_.read({.deadline = Deadline::after(kEvery)}, [](store::Session& session) {
      return store::JobTable::waiting(session, desks::funds::kIngestKind);
    });
    // A database too busy to say has said it a second ago.
    const Result<std::int64_t> waiting = co_await std::move(counting);
    if (waiting) server_.note_backlog(static_cast<std::size_t>(*waiting));
    Task<Result<void>> pause = async::sleep_until(Deadline::after(kEvery));
    const Result<void> rested = co_await std::move(pause);
    if (!rested) co_return;
  }
}

}  // namespace dossier::server
