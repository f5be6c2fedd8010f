#include "store/database.h"

#include "base/limits.h"

#include <pthread.h>
#include <sqlite3.h>

namespace dossier::store {

namespace {

constexpr const char* kReaderName = "store-reader";

// The file is only ever copied back by the checkpointer, so that no write pays for it.
Result<void> prepare_writer(Connection& connection, std::int64_t pages_max) {
  TRY_DO(connection.run_script("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"));
  if (pages_max > 0) TRY_DO(connection.run_script("PRAGMA max_page_count=" + std::to_string(pages_max)));
  return {};
}

}  // namespace

// Copies committed pages from the WAL into the database file, on its own thread and connection, so that the WAL stays
// short and no write waits for it. Passive: it takes what readers allow and never makes anybody wait.
class Database::Checkpointer {
 public:
  static Result<std::unique_ptr<Checkpointer>> start(const std::filesystem::path& file, sqlite3* watched) {
    TRY(std::unique_ptr<Connection> connection, Connection::open(file, Connection::Mode::read_write));
    // A connection that has read nothing does not know of the WAL yet, and its checkpoints, that at its end included,
    // would do nothing and report success.
    TRY_DO(connection->run("SELECT count(*) FROM sqlite_schema"));
    std::unique_ptr<Checkpointer> checkpointer(new Checkpointer(std::move(connection)));
    sqlite3_wal_hook(watched, on_commit, checkpointer.get());
    return checkpointer;
  }

  ~Checkpointer() {
    {
      const std::lock_guard lock(mutex_);
      closing_ = true;
    }
    wake_.notify_one();
    thread_.join();
  }

 private:
  explicit Checkpointer(std::unique_ptr<Connection> connection)
      : connection_(std::move(connection)), thread_([this] { run(); }) {}

  static int on_commit(void* self, sqlite3*, const char*, int pages) {
    if (pages >= limits::kWalPagesBeforeCheckpoint) static_cast<Checkpointer*>(self)->request();
    return SQLITE_OK;
  }

  void request() {
    {
      const std::lock_guard lock(mutex_);
      requested_ = true;
    }
    wake_.notify_one();
  }

  void run() {
    pthread_setname_np(pthread_self(), "store-checkpt");
    std::unique_lock lock(mutex_);
    while (true) {
      wake_.wait(lock, [this] { return closing_ || requested_; });
      if (closing_) return;
      requested_ = false;
      lock.unlock();
      // A failure leaves the WAL longer and everything readable; the next commit asks again.
      sqlite3_wal_checkpoint_v2(connection_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
      lock.lock();
    }
  }

  std::unique_ptr<Connection> connection_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool closing_ = false, requested_ = false;
  std::thread thread_;
};

Result<std::unique_ptr<Database>> Database::open(DatabaseOptions options) {
  return open_with(std::move(options), true);
}

Result<std::unique_ptr<Database>> Database::observe(DatabaseOptions options) {
  return open_with(std::move(options), false);
}

Database::Database(DatabaseOptions options) : options_(std::move(options)) {}

Database::~Database() {
  // The writer before the checkpointer, which its commits call. The checkpointer's connection is closed last: closing
  // the last connection that may write moves the WAL into the file.
  writer_.reset();
  readers_.reset();
  idle_readers_.clear();
  checkpointer_.reset();
}

Result<std::unique_ptr<Database>> Database::open_with(DatabaseOptions options, bool writable) {
  DOSSIER_CHECK(options.readers > 0);
  std::unique_ptr<Database> database(new Database(std::move(options)));
  const DatabaseOptions& chosen = database->options_;
  if (writable) {
    TRY(FolderLock lock, FolderLock::take(chosen.folder));
    database->lock_.emplace(std::move(lock));
    TRY(std::unique_ptr<Connection> connection, Connection::open(database->file(), Connection::Mode::create));
    TRY_DO(require_ours(*connection));
    TRY_DO(prepare_writer(*connection, chosen.pages_max));
    TRY_DO(migrate(*connection, chosen.migrations));
    TRY(database->checkpointer_, Checkpointer::start(database->file(), connection->handle()));
    database->writer_ = std::make_unique<Writer>(std::move(connection));
  } else if (!std::filesystem::exists(database->file())) {
    return Error{ErrorCode::not_found, "there is no database in the data folder; name the right folder with --data",
                 chosen.folder.string()};
  }
  TRY_DO(database->open_readers());
  return database;
}

Result<void> Database::open_readers() {
  for (std::size_t i = 0; i < options_.readers; ++i) {
    TRY(std::unique_ptr<Connection> connection, Connection::open(file(), Connection::Mode::read_only));
    idle_readers_.push_back(std::move(connection));
  }
  if (!writer_) TRY_DO(require_migrated(*idle_readers_.front(), options_.migrations));
  readers_ = std::make_unique<async::Pool>(async::PoolOptions{
      .name = kReaderName, .threads = options_.readers, .queue_max = limits::kReadsWaitingMax, .lowered = false});
  return {};
}

Result<void> Database::post(Writer::Write write) {
  if (!writer_) return Error{ErrorCode::conflict, "the database was opened for reading only"};
  return writer_->post(std::move(write));
}

Result<void> Database::read_with(const std::function<void(Session&)>& body, const async::StopToken& stop) {
  std::unique_ptr<Connection> connection;
  {
    const std::lock_guard lock(idle_mutex_);
    DOSSIER_CHECK(!idle_readers_.empty());  // as many connections as threads that can be here
    connection = std::move(idle_readers_.back());
    idle_readers_.pop_back();
  }
  struct GiveBack {
    Database& database;
    std::unique_ptr<Connection>& connection;
    ~GiveBack() {
      if (connection->in_transaction()) static_cast<void>(connection->run("ROLLBACK"));
      const std::lock_guard lock(database.idle_mutex_);
      database.idle_readers_.push_back(std::move(connection));
    }
  };
  const GiveBack give_back{*this, connection};
  const Connection::Guard guard(*connection, stop.deadline(), [&stop] { return stop.stopped(); });
  TRY_DO(connection->run("BEGIN"));
  Session session(*connection);
  body(session);
  return {};
}

Writer::Counters Database::write_counters() const {
  return writer_ ? writer_->counters() : Writer::Counters{};
}

}  // namespace dossier::store
