#include "store/jobs.h"

#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>

namespace dossier::store {

namespace asio = boost::asio;

namespace {

constexpr auto kAfterTrouble = std::chrono::seconds(1);  // the queue cannot be read: the disk may be full for a while

WallTime later(WallTime time, std::chrono::nanoseconds by) {
  return time + std::chrono::duration_cast<WallTime::duration>(by);
}

Context own_context() {
  return {.deadline = Deadline::after(limits::kJobWriteTime), .trace_id = "jobs", .principal = "jobs"};
}

}  // namespace

// What tells the loop that there may be something to do. Outlives Jobs in commit hooks that are still on their way.
struct Jobs::Wake {
  explicit Wake(async::Executor loop) : executor(std::move(loop)) {}

  // On the loop. Remembered when nobody waits at the moment, so that no call is lost between a look and a wait.
  void call() {
    called = true;
    event.notify_all();
  }

  async::Executor executor;
  async::Event event;
  bool called = false;
};

Jobs::Jobs(Database& database, async::Executor executor, const Clock& clock, JobsOptions options)
    : database_(database),
      executor_(std::move(executor)),
      clock_(clock),
      options_(options),
      wake_(std::make_shared<Wake>(executor_)),
      worker_(executor_),
      attempts_(executor_),
      attempts_ending_at_stop_(executor_) {}

Jobs::~Jobs() = default;

Result<JobId> Jobs::enqueue(Transaction& transaction, const NewJob& job) const {
  TRY(const JobId id, JobTable::insert(transaction, job, clock_.wall()));
  transaction.after_commit([wake = wake_] { asio::post(wake->executor, [wake] { wake->call(); }); });
  return id;
}

Result<void> Jobs::complete(Transaction& transaction, const JobLease& lease) const {
  return JobTable::complete(transaction, lease, clock_.wall());
}

Result<void> Jobs::revive(Transaction& transaction, JobId job) const {
  TRY_DO(JobTable::revive(transaction, job, clock_.wall()));
  transaction.after_commit([wake = wake_] { asio::post(wake->executor, [wake] { wake->call(); }); });
  return {};
}

void Jobs::handle(std::string kind, JobHandler handler) {
  DOSSIER_CHECK(handler.run && handler.slots > 0 && handler.time_max.count() > 0 && handler.attempts_max > 0);
  DOSSIER_CHECK(handlers_.emplace(std::move(kind), std::move(handler)).second);
}

async::Task<Result<void>> Jobs::start() {
  const WallTime forgotten = clock_.wall() - limits::kJobKeptTime;
  auto body = [forgotten](Transaction& transaction) -> Result<void> {
    TRY_DO(JobTable::reclaim(transaction));
    TRY_DO(JobTable::forget_done(transaction, forgotten));
    return {};
  };
  async::Task<Result<void>> writing = database_.write(own_context(), Priority::interactive, body);
  CO_TRY_DO(co_await std::move(writing));
  CO_TRY_DO(worker_.spawn([this] { return work(); }));
  co_return Result<void>();
}

async::Task<void> Jobs::stop(Deadline deadline) {
  stopping_ = true;
  attempts_.stop_intake();
  attempts_ending_at_stop_.stop_intake();
  attempts_ending_at_stop_.cancel();
  wake_->call();
  async::Task<Result<void>> working = worker_.wait(deadline);
  const Result<void> worker_ended = co_await std::move(working);
  async::Task<Result<void>> ending = attempts_.wait(deadline);
  const Result<void> ended = co_await std::move(ending);
  async::Task<Result<void>> handing_back = attempts_ending_at_stop_.wait(Deadline::after(limits::kJobHandBackTime));
  const Result<void> left = co_await std::move(handing_back);
  if (ended && worker_ended && left) co_return;
  // Who hears the cancellation hands its job back; who does not is found running by the next start.
  worker_.cancel();
  attempts_.cancel();
  attempts_ending_at_stop_.cancel();
  async::Task<Result<void>> last = attempts_.wait(Deadline::after(limits::kJobHandBackTime));
  const Result<void> handed_back = co_await std::move(last);
  async::Task<Result<void>> last_worker = worker_.wait(Deadline::after(limits::kJobHandBackTime));
  const Result<void> gone = co_await std::move(last_worker);
}

async::Task<void> Jobs::work() {
  const std::shared_ptr<Wake> wake = wake_;
  while (!stopping_) {
    wake->called = false;
    async::Task<Result<TakenJobs>> taking = take();
    const Result<TakenJobs> taken = co_await std::move(taking);
    std::chrono::nanoseconds until_next = taken ? limits::kJobLookTime : std::chrono::nanoseconds(kAfterTrouble);
    if (taken) {
      for (const TakenJob& job : taken->jobs) {
        ++running_;
        ++running_of_kind_[job.payload.kind];
        // Refused only during stop(): the job stays leased and the next start finds it.
        const bool ends_at_stop = handlers_.at(job.payload.kind).ends_at_stop;
        async::TaskScope& scope = ends_at_stop ? attempts_ending_at_stop_ : attempts_;
        static_cast<void>(scope.spawn([this, job] { return attempt(job); }).has_value());
      }
      if (taken->next) until_next = std::min<std::chrono::nanoseconds>(until_next, *taken->next - clock_.wall());
    }
    if (wake->called || stopping_) continue;
    async::Task<Result<void>> waiting = wake->event.wait(Deadline::after(until_next));
    const Result<void> woken = co_await std::move(waiting);
    if (!woken && woken.error().code == ErrorCode::cancelled) co_return;
  }
}

async::Task<Result<TakenJobs>> Jobs::take() {
  std::vector<KindToTake> kinds = free_slots();
  if (kinds.empty()) co_return TakenJobs{};  // the end of an attempt calls
  auto body = [kinds = std::move(kinds), total = options_.slots - running_, now = clock_.wall()](
                  Transaction& transaction) { return JobTable::take(transaction, kinds, total, now); };
  async::Task<Result<TakenJobs>> writing = database_.write(own_context(), Priority::interactive, std::move(body));
  Result<TakenJobs> taken = co_await std::move(writing);
  co_return taken;
}

std::vector<KindToTake> Jobs::free_slots() const {
  std::vector<KindToTake> kinds;
  if (running_ >= options_.slots) return kinds;
  for (const auto& [kind, handler] : handlers_) {
    const auto running = running_of_kind_.find(kind);
    const std::size_t used = running == running_of_kind_.end() ? 0 : running->second;
    if (used >= handler.slots) continue;
    kinds.push_back({kind, handler.slots - used, handler.time_max + limits::kJobLeaseMargin, handler.attempts_max});
  }
  return kinds;
}

async::Task<void> Jobs::attempt(TakenJob job) {
  async::Task<Result<void>> calling = call_handler(job);
  Result<void> result = co_await std::move(calling);
  // What follows must happen after a cancellation too: without this, its waits would return at once.
  co_await asio::this_coro::reset_cancellation_state();
  async::Task<void> settling = settle(job, std::move(result));
  co_await std::move(settling);
  --running_;
  --running_of_kind_[job.payload.kind];
  wake_->call();
}

async::Task<Result<void>> Jobs::call_handler(TakenJob job) {
  const JobHandler& handler = handlers_.at(job.payload.kind);
  Context context{.deadline = Deadline::after(handler.time_max), .trace_id = job.trace_id, .principal = job.principal};
  try {
    async::Task<Result<void>> task = handler.run(std::move(context), job.payload);
    Result<void> result = co_await std::move(task);
    co_return result;
  } catch (const std::exception& exception) {
    co_return Error{ErrorCode::internal, std::string("a fault of the program: ") + exception.what()};
  }
}

async::Task<void> Jobs::settle(TakenJob job, Result<void> result) {
  const JobLease lease = job.payload.lease;
  const WallTime now = clock_.wall();
  const WallTime retry = later(now, retry_delay(lease.job, job.payload.attempt, options_.first_delay));
  const bool hand_back = stopping_ && !result && result.error().code == ErrorCode::cancelled;
  auto body = [=, error = result ? std::string() : result.error().text(), done = result.has_value(),
               last = job.payload.last_attempt](Transaction& transaction) -> Result<void> {
    if (done) return JobTable::complete(transaction, lease, now);
    if (hand_back) return JobTable::hand_back(transaction, lease);
    if (last) return JobTable::bury(transaction, lease, now, error);
    return JobTable::retry_at(transaction, lease, retry, error);
  };
  async::Task<Result<void>> writing = database_.write(own_context(), Priority::interactive, std::move(body));
  // A conflict means the handler completed the job itself, or another attempt has it. When the disk fails, the lease
  // runs out and the job is tried again.
  const Result<void> settled = co_await std::move(writing);
}

}  // namespace dossier::store
