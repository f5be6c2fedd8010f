#include "store/database.h"

#include "async/task_scope.h"
#include "base/limits.h"
#include "store/testing.h"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

namespace dossier::store {
namespace {

using namespace std::chrono_literals;

const std::vector<Migration> kNotes = {
    {"base", 1, "notes",
     "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, at TEXT, x REAL, b BLOB) STRICT"}};

Result<std::int64_t> add_note(Transaction& transaction, const std::string& text) {
  return transaction.insert("INSERT INTO note (text) VALUES (?)", {text});
}

Result<std::int64_t> count_notes(Session& session) {
  return session.number("SELECT count(*) FROM note");
}

// Holds the writer inside a write until the test lets it go on.
class Door {
 public:
  Result<void> pass() {
    std::unique_lock lock(mutex_);
    reached_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
    return {};
  }
  void wait_until_reached() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return reached_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool reached_ = false, open_ = false;
};

class DatabaseTest : public testing::Test {
 protected:
  std::unique_ptr<Database> open(std::int64_t pages_max = 0) {
    Result<std::unique_ptr<Database>> opened =
        Database::open({.folder = folder.path(), .migrations = kNotes, .readers = 2, .pages_max = pages_max});
    if (!opened) ADD_FAILURE() << opened.error().text();
    return std::move(opened).value();
  }
  // Starts a write that others then wait behind.
  void hold_writer(Database& database, Door& door) {
    scope
        .spawn([&]() -> async::Task<void> {
          auto body = [&door](Transaction&) { return door.pass(); };
          async::Task<Result<void>> task = database.write(Context{}, Priority::bulk, body);
          const Result<void> result = co_await std::move(task);
          EXPECT_TRUE(result.has_value());
        })
        .value();
    loop.poll();
    door.wait_until_reached();
  }
  // Runs a coroutine to its end on a loop of its own.
  template <class F>
  void run(F work) {
    scope.spawn(std::move(work)).value();
    loop.run();
    loop.restart();
  }

  TemporaryFolder folder;
  boost::asio::io_context loop{1};
  async::TaskScope scope{loop.get_executor()};
};

TEST_F(DatabaseTest, every_kind_of_value_comes_back_as_it_went_in) {
  auto database = open();
  const Blob blob{std::string("\0\xff\x01", 3)};
  const Date day = *Date::of(2024, 2, 29);
  database
      ->write_now([&](Transaction& t) -> Result<std::int64_t> {
        TRY_DO(t.insert("INSERT INTO note (text, at, x, b) VALUES (?, ?, ?, ?)", {"नोट", day, 0.25, blob}));
        return t.insert("INSERT INTO note (text, at, x, b) VALUES (?, ?, ?, ?)",
                        {"", std::nullopt, std::optional<double>(), std::optional<Blob>()});
      })
      .value();
  struct Note {
    std::string text;
    std::optional<Date> at;
    std::optional<double> x;
    std::optional<Blob> b;
    bool operator==(const Note&) const = default;
  };
  const auto notes = database->read_now([](Session& s) {
    return s.all("SELECT text, at, x, b FROM note ORDER BY id", {}, [](const Row& row) {
      return Note{row.text(0), row.get<std::optional<Date>>(1), row.get<std::optional<double>>(2),
                  row.get<std::optional<Blob>>(3)};
    });
  });
  EXPECT_EQ(notes.value()[0], (Note{"नोट", day, 0.25, blob}));
  EXPECT_EQ(notes.value()[1], (Note{"", std::nullopt, std::nullopt, std::nullopt}));
}

TEST_F(DatabaseTest, a_column_that_does_not_hold_what_is_asked_for_fails_the_query) {
  auto database = open();
  database->write_now([](Transaction& t) { return add_note(t, "not a day"); }).value();
  const auto days = database->read_now(
      [](Session& s) { return s.all("SELECT text FROM note", {}, [](const Row& row) { return row.date(0); }); });
  EXPECT_EQ(days.error().code, ErrorCode::internal);
}

TEST_F(DatabaseTest, a_failed_write_leaves_nothing_and_its_hook_is_not_called) {
  auto database = open();
  bool hooked = false;
  const Result<void> failed = database->write_now([&](Transaction& t) -> Result<void> {
    t.after_commit([&] { hooked = true; });
    TRY_DO(add_note(t, "one"));
    TRY_DO(add_note(t, "one"));
    return {};
  });
  EXPECT_EQ(failed.error().code, ErrorCode::conflict);
  EXPECT_EQ(database->read_now(count_notes).value(), 0);
  EXPECT_FALSE(hooked);
}

TEST_F(DatabaseTest, concurrent_writes_share_commits_and_a_failing_one_spoils_no_other) {
  auto database = open();
  Door door;
  hold_writer(*database, door);
  int kept = 0, refused = 0;
  for (int i = 0; i < 40; ++i) {
    scope
        .spawn([&, i]() -> async::Task<void> {
          auto body = [i](Transaction& t) { return add_note(t, i % 10 == 0 ? "same" : std::to_string(i)); };
          async::Task<Result<std::int64_t>> task = database->write(Context{}, Priority::interactive, body);
          const Result<std::int64_t> result = co_await std::move(task);
          ++(result ? kept : refused);
        })
        .value();
  }
  loop.poll();
  EXPECT_EQ(database->write_counters().waiting, 40u);
  door.open();
  loop.run();
  EXPECT_EQ(kept, 37);
  EXPECT_EQ(refused, 3);
  EXPECT_EQ(database->read_now(count_notes).value(), 37);
  EXPECT_LT(database->write_counters().commits, 41u);
}

TEST_F(DatabaseTest, people_come_before_jobs_and_jobs_come_too) {
  auto database = open();
  Door door;
  hold_writer(*database, door);
  std::vector<char> order;
  auto write = [&](Priority priority, char name) {
    scope
        .spawn([&, priority, name]() -> async::Task<void> {
          auto body = [&order, name](Transaction&) -> Result<void> {
            order.push_back(name);
            std::this_thread::sleep_for(limits::kWriteGroupTime + 1ms);  // one commit each
            return {};
          };
          async::Task<Result<void>> task = database->write(Context{}, priority, body);
          const Result<void> result = co_await std::move(task);
          EXPECT_TRUE(result.has_value());
        })
        .value();
  };
  write(Priority::bulk, 'b');
  for (int i = 0; i < 12; ++i) write(Priority::interactive, 'i');
  loop.poll();
  door.open();
  loop.run();
  EXPECT_EQ(std::string(order.begin(), order.end()), "iiiiiiiibiiii");
}

TEST_F(DatabaseTest, readers_see_the_last_commit_while_a_write_is_under_way) {
  auto database = open();
  database->write_now([](Transaction& t) { return add_note(t, "old"); }).value();
  std::int64_t seen = -1;
  database
      ->write_now([&](Transaction& t) -> Result<void> {
        TRY_DO(add_note(t, "new"));
        seen = database->read_now(count_notes).value();
        return {};
      })
      .value();
  EXPECT_EQ(seen, 1);
  EXPECT_EQ(database->read_now(count_notes).value(), 2);
}

TEST_F(DatabaseTest, a_write_whose_deadline_passes_in_the_queue_changes_nothing) {
  auto database = open();
  Door door;
  hold_writer(*database, door);
  ErrorCode code{};
  scope
      .spawn([&]() -> async::Task<void> {
        auto body = [](Transaction& t) { return add_note(t, "late"); };
        async::Task<Result<std::int64_t>> task =
            database->write(Context{.deadline = Deadline::after(5ms)}, Priority::interactive, body);
        const Result<std::int64_t> result = co_await std::move(task);
        code = result.error().code;
        door.open();  // only now: the caller left while the writer was still busy
      })
      .value();
  loop.run();
  EXPECT_EQ(code, ErrorCode::deadline_exceeded);
  database->write_now([](Transaction&) -> Result<void> { return {}; }).value();
  EXPECT_EQ(database->read_now(count_notes).value(), 0);
}

TEST_F(DatabaseTest, a_full_queue_refuses_at_once) {
  auto database = open();
  Door door;
  hold_writer(*database, door);
  int refused = 0;
  for (std::size_t i = 0; i < limits::kBulkWritesWaitingMax + 3; ++i) {
    scope
        .spawn([&]() -> async::Task<void> {
          auto body = [](Transaction&) -> Result<void> { return {}; };
          async::Task<Result<void>> task = database->write(Context{}, Priority::bulk, body);
          const Result<void> result = co_await std::move(task);
          if (!result && result.error().code == ErrorCode::over_capacity) ++refused;
        })
        .value();
  }
  loop.poll();
  EXPECT_EQ(refused, 3);
  door.open();
  loop.run();
}

constexpr const char* kEndless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

TEST_F(DatabaseTest, an_endless_query_ends_at_its_deadline_and_its_reader_serves_on) {
  auto database = open();
  for (int i = 0; i < 3; ++i) {  // more often than there are readers
    const auto result = database->read_now([](Session& s) { return s.number(kEndless); }, Deadline::after(5ms));
    EXPECT_EQ(result.error().code, ErrorCode::deadline_exceeded);
  }
  EXPECT_EQ(database->read_now(count_notes).value(), 0);
}

TEST_F(DatabaseTest, an_endless_bulk_write_ends_at_its_deadline_and_leaves_nothing) {
  auto database = open();
  run([&]() -> async::Task<void> {
    auto body = [](Transaction& t) -> Result<std::int64_t> {
      TRY_DO(add_note(t, "before"));
      return t.execute(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
          "INSERT INTO note (text) SELECT 'x' || i FROM n WHERE i < 0");
    };
    async::Task<Result<std::int64_t>> task =
        database->write(Context{.deadline = Deadline::after(5ms)}, Priority::bulk, body);
    const Result<std::int64_t> result = co_await std::move(task);
    EXPECT_EQ(result.error().code, ErrorCode::deadline_exceeded);
  });
  database->write_now([](Transaction& t) { return add_note(t, "after"); }).value();
  EXPECT_EQ(database->read_now(count_notes).value(), 1);
}

TEST_F(DatabaseTest, a_full_disk_is_said_and_nothing_of_the_change_is_kept) {
  auto database = open(16);
  const std::string large(100'000, 'x');
  const Result<std::int64_t> full = database->write_now([&](Transaction& t) -> Result<std::int64_t> {
    TRY_DO(add_note(t, "small"));
    return add_note(t, large);
  });
  EXPECT_EQ(full.error().code, ErrorCode::unavailable);
  EXPECT_NE(full.error().message.find("free some space"), std::string::npos);
  EXPECT_EQ(database->read_now(count_notes).value(), 0);
  database->write_now([](Transaction& t) { return add_note(t, "still serving"); }).value();
}

TEST_F(DatabaseTest, what_the_wal_held_is_in_the_file_once_the_database_is_closed) {
  const std::string text(1'000'000, 'x');
  std::unique_ptr<Database> database = open();
  database->write_now([&](Transaction& transaction) { return add_note(transaction, text); }).value();
  database.reset();
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "dossier.db-wal"));
  EXPECT_GT(std::filesystem::file_size(Database::file_in(folder.path())), text.size());
}

TEST_F(DatabaseTest, a_second_server_on_the_folder_is_told_who_holds_it) {
  auto database = open();
  const auto second = Database::open({.folder = folder.path(), .migrations = kNotes});
  EXPECT_EQ(second.error().code, ErrorCode::conflict);
  EXPECT_NE(second.error().message.find(std::to_string(getpid())), std::string::npos);
}

TEST_F(DatabaseTest, an_observer_reads_beside_the_server_and_cannot_write) {
  auto database = open();
  database->write_now([](Transaction& t) { return add_note(t, "seen"); }).value();
  auto observer = Database::observe({.folder = folder.path(), .migrations = kNotes, .readers = 1}).value();
  EXPECT_EQ(observer->read_now(count_notes).value(), 1);
  const auto refused = observer->write_now([](Transaction& t) { return add_note(t, "not"); });
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
}

TEST_F(DatabaseTest, observing_an_empty_folder_says_that_nothing_is_there) {
  const auto observer = Database::observe({.folder = folder.path(), .migrations = kNotes});
  EXPECT_EQ(observer.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace dossier::store
