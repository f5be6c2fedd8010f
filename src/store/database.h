#pragma once

#include "async/run_on.h"
#include "store/folder_lock.h"
#include "store/migrations.h"
#include "store/writer.h"

namespace dossier::store {

struct DatabaseOptions {
  std::filesystem::path folder;       // holds dossier.db
  std::vector<Migration> migrations;  // of all rooms, in the order of cmake/Rooms.cmake
  std::size_t readers = 3;            // reader threads, each with its own connection
  std::int64_t pages_max = 0;         // of 4 KiB, after which the disk counts as full; 0: no such limit
};

// The one database file. Reads see a consistent state and never wait for a writer; writes go one after another through
// one thread, people's before jobs'. What a write reported as done is on the disk (WAL, synchronous=FULL).
// Thread-safe. The loops that wait for it outlive it.
class Database {
 public:
  // For the server: takes the folder for this process (conflict when another has it), makes the file if there is none,
  // migrates it.
  static Result<std::unique_ptr<Database>> open(DatabaseOptions options);
  // For a look beside a running server: reads only (writes fail with conflict), takes no lock, migrates nothing.
  static Result<std::unique_ptr<Database>> observe(DatabaseOptions options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Runs body(Session&) -> Result<R> on a reader thread. `body` owns all it uses: at the deadline the caller leaves and
  // the query is stopped soon after.
  template <class F>
  async::Task<std::invoke_result_t<F&, Session&>> read(Context context, F body) {
    return async::run_on(*readers_, std::move(context), reading(std::move(body)));
  }

  // Runs body(Transaction&) -> Result<R> once on the writer's thread; an error it returns undoes its changes. `body`
  // owns all it uses. A deadline that passes before the body began means that nothing was or will be changed; when it
  // passes later the caller cannot know, as with any lost answer: repeat under the same Idempotency-Key.
  template <class F>
  async::Task<std::invoke_result_t<F&, Transaction&>> write(Context context, Priority priority, F body) {
    using R = std::invoke_result_t<F&, Transaction&>;
    using Done = async::Completion<typename R::value_type>;
    const async::Executor executor = co_await boost::asio::this_coro::executor;
    const std::shared_ptr<Done> done = Done::make(executor);
    Writer::Write write = as_write<R>(std::move(body), [done](R result) { done->complete(std::move(result)); });
    write.priority = priority;
    write.deadline = context.deadline;
    write.abandoned = [done] { return done->abandoned(); };
    CO_TRY_DO(post(std::move(write)));
    async::Task<R> waiting = Done::wait(done, context.deadline, "writing to the database");
    R result = co_await std::move(waiting);
    co_return result;
  }

  // The same for threads that may block: the command line and tests. They wait for the end, past the deadline if need
  // be.
  template <class F>
  std::invoke_result_t<F&, Session&> read_now(F body, Deadline deadline = Deadline::never()) {
    using R = std::invoke_result_t<F&, Session&>;
    Slot<R> slot;
    TRY_DO(readers_->post([&, work = reading(std::move(body))](async::Turn turn) mutable {
      const async::StopToken stop([this] { return readers_->closing(); }, deadline);
      if (turn == async::Turn::dropped) return slot.put(async::cancelled_error("the shutdown of the program"));
      slot.put(async::detail::call_guarded<R>(work, stop));
    }));
    return slot.take();
  }
  template <class F>
  std::invoke_result_t<F&, Transaction&> write_now(F body, Priority priority = Priority::interactive) {
    using R = std::invoke_result_t<F&, Transaction&>;
    Slot<R> slot;
    Writer::Write write = as_write<R>(std::move(body), [&slot](R result) { slot.put(std::move(result)); });
    write.priority = priority;
    TRY_DO(post(std::move(write)));
    return slot.take();
  }

  const std::filesystem::path& folder() const { return options_.folder; }
  std::filesystem::path file() const { return file_in(options_.folder); }
  static std::filesystem::path file_in(const std::filesystem::path& folder) { return folder / "dossier.db"; }

  Writer::Counters write_counters() const;
  async::Pool::Counters read_counters() const { return readers_->counters(); }

 private:
  class Checkpointer;

  // A result on its way from another thread to one that blocks.
  template <class R>
  class Slot {
   public:
    void put(R result) {
      const std::lock_guard lock(mutex_);
      result_.emplace(std::move(result));
      ready_.notify_one();  // under the lock: the slot may be gone right after it
    }
    R take() {
      std::unique_lock lock(mutex_);
      ready_.wait(lock, [this] { return result_.has_value(); });
      return std::move(*result_);
    }

   private:
    std::mutex mutex_;
    std::condition_variable ready_;
    std::optional<R> result_;
  };

  explicit Database(DatabaseOptions options);
  static Result<std::unique_ptr<Database>> open_with(DatabaseOptions options, bool writable);
  Result<void> open_readers();
  Result<void> post(Writer::Write write);

  // Wraps body(Session&) for a pool: borrows a connection, opens one snapshot, stops when the token says so.
  template <class F>
  auto reading(F body) {
    return [this, body = std::move(body)](const async::StopToken& stop) mutable {
      std::optional<std::invoke_result_t<F&, Session&>> result;
      const Result<void> read = read_with([&](Session& session) { result.emplace(body(session)); }, stop);
      if (!read) result.emplace(read.error());
      return std::move(*result);
    };
  }
  Result<void> read_with(const std::function<void(Session&)>& body, const async::StopToken& stop);

  template <class R, class F, class G>
  static Writer::Write as_write(F body, G give) {
    struct Held {
      F body;
      std::optional<R> result;
    };
    auto held = std::make_shared<Held>(Held{std::move(body), std::nullopt});
    Writer::Write write;
    write.body = [held](Transaction& transaction) -> Result<void> {
      held->result.emplace(held->body(transaction));
      if (!*held->result) return held->result->error();
      return {};
    };
    write.done = [held, give = std::move(give)](Result<void> committed) {
      if (committed) return give(std::move(*held->result));
      give(std::move(committed).error());
    };
    return write;
  }

  const DatabaseOptions options_;
  std::optional<FolderLock> lock_;
  std::unique_ptr<Checkpointer> checkpointer_;
  std::mutex idle_mutex_;
  std::vector<std::unique_ptr<Connection>> idle_readers_;  // as many as reader threads
  std::unique_ptr<async::Pool> readers_;
  std::unique_ptr<Writer> writer_;  // null when observing
};

}  // namespace dossier::store
