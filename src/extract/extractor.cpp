#include "extract/extractor.h"

#include "async/completion.h"

#include <boost/asio/this_coro.hpp>
#include <fcntl.h>
#include <fmt/core.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstdint>
#include <cstring>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

namespace dossier::extract {

// A file on its way, shared by its caller's handle and the extractor. Whoever moves `stage` away from `waiting` has it.
struct ExtractorJob {
  enum class Stage { waiting, running, finished };

  Descriptor file;
  std::string password;
  Deadline deadline = Deadline::never();
  Descriptor interrupt;  // an eventfd, readable once the job was called off
  Extractor::Done done;
  std::atomic<Stage> stage = Stage::waiting;

  bool take(Stage next) {
    Stage expected = Stage::waiting;
    return stage.compare_exchange_strong(expected, next);
  }
  void call_off() {
    if (take(Stage::finished)) return done(Error{ErrorCode::cancelled, "the reading was called off"});
    std::uint64_t one = 1;
    [[maybe_unused]] ssize_t written = ::write(interrupt.number(), &one, sizeof one);
  }
};

namespace {

using namespace std::chrono_literals;
using Stage = ExtractorJob::Stage;

constexpr auto kStartTime = 10s;    // a busy machine is slow to start a process; usual is 15 ms
constexpr int kLostWorkersMax = 3;  // per file: then its remaining pages are left unread

// A thread's own worker, started when it is needed and replaced when it is lost or worn.
class Seat {
 public:
  explicit Seat(const ExtractorOptions& options) : options_(options) {}

  // The worker for the next file: the one at hand, or a fresh one.
  Result<WorkerProcess*> ready() {
    if (worker_ && files_ >= options_.files_per_worker) worker_.reset();
    if (!worker_) {
      files_ = 0;
      TRY(WorkerProcess worker, WorkerProcess::start(options_.worker, Deadline::after(kStartTime)));
      worker_.emplace(std::move(worker));
    }
    return &*worker_;
  }

  // One turn of a file with one worker. A worker at hand that dies before it has opened the file may have died before,
  // of something else: the file gets another one.
  Result<WorkerState> turn(const ReadJob& job, const Patience& patience, Extraction& extraction) {
    for (bool first = true;; first = false) {
      bool at_hand = worker_.has_value();
      auto worker = ready();
      if (!worker) {
        extraction.end = End::could_not_start;
        extraction.message = worker.error().text();
        return WorkerState::lost;
      }
      ++files_;
      int first_page = static_cast<int>(extraction.text.pages.size()) + 1;
      auto state = converse(**worker, job, patience, first_page, extraction);
      if (!state || *state == WorkerState::lost) worker_.reset();
      bool died_unopened = extraction.pages_total == 0 && extraction.end == End::crashed;
      if (!state || *state == WorkerState::fit || !(first && at_hand && died_unopened)) return state;
    }
  }

 private:
  const ExtractorOptions& options_;
  std::optional<WorkerProcess> worker_;
  int files_ = 0;
};

bool costs_a_page(End end) {
  return end == End::page_timeout || end == End::memory_limit || end == End::crashed;
}

// The page that killed a worker takes its place among the others, with the reason. Whether pages are left after it.
bool step_over_page(Extraction& extraction) {
  int number = static_cast<int>(extraction.text.pages.size()) + 1;
  if (number > extraction.pages_total) return false;
  reading::Page page;
  page.number = number;
  page.trouble = extraction.message;
  extraction.text.pages.push_back(std::move(page));
  return number < extraction.pages_total;
}

// Reads a file with as many workers as it takes, up to kLostWorkersMax. The first loss gives the end its name.
Result<Extraction> read_with(Seat& seat, const ReadJob& job, const Patience& patience) {
  SteadyTime started = system_clock().steady();
  Extraction extraction;
  std::optional<std::pair<End, std::string>> first_loss;
  for (int lost = 0; lost < kLostWorkersMax;) {
    auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(system_clock().steady() - started);
    TRY(WorkerState state, seat.turn(job, {patience.page, patience.file - spent}, extraction));
    if (state == WorkerState::fit || !costs_a_page(extraction.end)) break;
    if (!first_loss) first_loss.emplace(extraction.end, extraction.message);
    ++lost;
    if (!step_over_page(extraction)) break;
  }
  if (first_loss) std::tie(extraction.end, extraction.message) = *first_loss;
  if (extraction.end == End::completed && extraction.repaired) {
    extraction.message = "the file is damaged or cut short: pages may be missing; ask the sender for a new copy";
  }
  int read = static_cast<int>(extraction.text.pages.size());
  if (first_loss && read < extraction.pages_total) {
    extraction.message += fmt::format("; the pages from {} on were left unread", read + 1);
  }
  extraction.spent = std::chrono::duration_cast<std::chrono::microseconds>(system_clock().steady() - started);
  return extraction;
}

}  // namespace

// The threads and what waits for them.
class Extractor::Pool {
 public:
  explicit Pool(ExtractorOptions options) : options_(std::move(options)) {
    if (options_.worker.empty()) options_.worker = worker_beside_program();
    for (int i = 0; i < std::max(1, options_.workers); ++i) threads_.emplace_back([this] { run(); });
  }

  ~Pool() {
    std::deque<std::shared_ptr<ExtractorJob>> jobs;
    {
      std::lock_guard lock(mutex_);
      stopping_ = true;
      jobs.swap(waiting_);
      jobs.insert(jobs.end(), running_.begin(), running_.end());
    }
    changed_.notify_all();
    for (const auto& job : jobs) job->call_off();
    for (std::thread& thread : threads_) thread.join();
  }

  bool push(const std::shared_ptr<ExtractorJob>& job) {
    std::lock_guard lock(mutex_);
    auto finished = [](const auto& other) { return other->stage == Stage::finished; };
    if (waiting_.size() >= options_.waiting_max) std::erase_if(waiting_, finished);
    if (waiting_.size() >= options_.waiting_max) return false;
    waiting_.push_back(job);
    changed_.notify_one();
    return true;
  }

 private:
  void run() {
    Seat seat(options_);
    if (options_.start_at_once) static_cast<void>(seat.ready().has_value());
    while (auto job = pop()) {
      if (!job->take(Stage::running)) continue;  // called off while it waited
      Result<Extraction> result = serve(seat, *job);
      job->stage = Stage::finished;
      forget(job);
      job->done(std::move(result));
    }
  }

  Result<Extraction> serve(Seat& seat, const ExtractorJob& job) const {
    if (job.deadline.passed()) {
      return Error{ErrorCode::deadline_exceeded, "no extract worker was free in time; try again later"};
    }
    ReadJob request{job.file.number(), job.password, job.deadline, job.interrupt.number()};
    return read_with(seat, request, options_.patience);
  }

  std::shared_ptr<ExtractorJob> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return nullptr;
    std::shared_ptr<ExtractorJob> job = std::move(waiting_.front());
    waiting_.pop_front();
    running_.push_back(job);
    return job;
  }

  void forget(const std::shared_ptr<ExtractorJob>& job) {
    std::lock_guard lock(mutex_);
    std::erase(running_, job);
  }

  ExtractorOptions options_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<ExtractorJob>> waiting_;
  std::vector<std::shared_ptr<ExtractorJob>> running_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

Extractor::Extractor(ExtractorOptions options) : pool_(std::make_unique<Pool>(std::move(options))) {}
Extractor::~Extractor() = default;

void Extractor::Handle::cancel() const {
  if (auto job = job_.lock()) job->call_off();
}

Extractor::Handle Extractor::start(const Context& context, int file, std::string password, Done done) {
  auto job = std::make_shared<ExtractorJob>();
  job->file.reset(fcntl(file, F_DUPFD_CLOEXEC, 0));
  job->interrupt.reset(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  job->password = std::move(password);
  job->deadline = context.deadline;
  job->done = std::move(done);
  Handle handle;
  if (!job->file || !job->interrupt) {
    job->done(Error{ErrorCode::unavailable, "too many files are open: " + std::string(std::strerror(errno))});
  } else if (!pool_->push(job)) {
    job->done(Error{ErrorCode::over_capacity, "too many files are waiting to be read; try again in a moment"});
  } else {
    handle.job_ = job;
  }
  return handle;
}

async::Task<Result<Extraction>> Extractor::read_async(Context context, Descriptor file, std::string password) {
  using Reading = async::Completion<Extraction>;
  const async::Executor executor = co_await boost::asio::this_coro::executor;
  const std::shared_ptr<Reading> done = Reading::make(executor);
  struct CallOff {
    Handle handle;
    ~CallOff() { handle.cancel(); }  // does nothing to one that has ended
  };
  auto complete = [done](Result<Extraction> result) { done->complete(std::move(result)); };
  const CallOff on_leaving{start(context, file.number(), std::move(password), std::move(complete))};
  async::Task<Result<Extraction>> waiting = Reading::wait(done, context.deadline, "the reading of a file");
  Result<Extraction> result = co_await std::move(waiting);
  co_return result;
}

Result<Extraction> Extractor::read(const Context& context, int file, std::string password) {
  std::promise<Result<Extraction>> promise;
  auto future = promise.get_future();
  start(context, file, std::move(password), [&](Result<Extraction> result) { promise.set_value(std::move(result)); });
  return future.get();
}

Result<Extraction> Extractor::read(const Context& context, const std::filesystem::path& file, std::string password) {
  // Without O_NONBLOCK a named pipe would keep us here until somebody writes to it.
  Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!opened) {
    int reason = errno;
    ErrorCode code = reason == ENOENT ? ErrorCode::not_found : ErrorCode::forbidden;
    return Error{code, std::string("the file cannot be opened: ") + std::strerror(reason), file.string()};
  }
  return read(context, opened.number(), std::move(password));
}

}  // namespace dossier::extract
