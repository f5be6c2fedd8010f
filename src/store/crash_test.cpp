#include "store/database.h"
#include "store/jobs.h"
#include "store/raw_file.h"
#include "store/testing.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

namespace dossier::store {
namespace {

using namespace std::chrono_literals;

std::unique_ptr<Database> open(const std::filesystem::path& folder) {
  std::vector<Migration> steps = migrations();
  steps.push_back({"documents", 1, "notes", "CREATE TABLE note (id INTEGER PRIMARY KEY, half TEXT NOT NULL) STRICT"});
  return Database::open({.folder = folder, .migrations = steps, .readers = 1}).value();
}

// A server in a process of its own. What it reports through report() reaches the parent before anything that follows.
class Child {
 public:
  template <class F>
  explicit Child(F body) {
    DOSSIER_CHECK(pipe(pipe_) == 0);
    pid_ = fork();
    DOSSIER_CHECK(pid_ >= 0);
    if (pid_ != 0) {
      close(pipe_[1]);
      return;
    }
    body([this](int number) { DOSSIER_CHECK(write(pipe_[1], &number, sizeof number) == sizeof number); });
    _exit(0);
  }
  ~Child() {
    close(pipe_[0]);
    if (pid_ > 0) waitpid(pid_, nullptr, 0);
  }

  // The next number reported; nothing when the child is gone.
  std::optional<int> next() {
    int number = 0;
    if (read(pipe_[0], &number, sizeof number) != sizeof number) return std::nullopt;
    return number;
  }
  void kill() { ::kill(pid_, SIGKILL); }

 private:
  int pipe_[2] = {-1, -1};
  pid_t pid_ = -1;
};

// Each write adds two rows, so that half a transaction would be seen.
Result<void> add_pair(Transaction& t, int number) {
  TRY_DO(t.insert("INSERT INTO note (half) VALUES (?)", {"first " + std::to_string(number)}));
  TRY_DO(t.insert("INSERT INTO note (half) VALUES (?)", {"second " + std::to_string(number)}));
  return {};
}

TEST(Crash, what_was_acknowledged_before_a_kill_is_there_and_whole) {
  for (const int survive : {1, 20, 60}) {
    TemporaryFolder folder;
    int acknowledged = 0;
    {
      Child child([&](auto report) {
        auto database = open(folder.path());
        for (int i = 1;; ++i) {
          database->write_now([&](Transaction& t) { return add_pair(t, i); }).value();
          report(i);
        }
      });
      while (acknowledged < survive) acknowledged = child.next().value();
      child.kill();
      while (const std::optional<int> more = child.next()) acknowledged = *more;
    }
    auto database = open(folder.path());
    const auto rows = database->read_now([](Session& s) { return s.number("SELECT count(*) FROM note"); }).value();
    EXPECT_EQ(rows % 2, 0);
    EXPECT_GE(rows, 2 * acknowledged);
    EXPECT_LE(rows, 2 * (acknowledged + 1));
    EXPECT_EQ(RawFile(database->file()).text("PRAGMA integrity_check"), "ok");
  }
}

TEST(Crash, a_job_that_was_accepted_is_done_once_in_effect_whatever_is_killed) {
  TemporaryFolder folder;
  constexpr int kJobs = 10, kBegun = 1, kWritten = 2;
  {
    auto database = open(folder.path());
    boost::asio::io_context loop(1);
    Jobs jobs(*database, loop.get_executor(), system_clock());
    for (int i = 0; i < kJobs; ++i) {
      database->write_now([&](Transaction& t) { return jobs.enqueue(t, {.kind = "pair"}); }).value();
    }
  }
  bool finished = false;
  for (int life = 0; life < 40 && !finished; ++life) {
    // Killed by turns while a job is under way, and when its result is on the disk but Jobs has not heard of it.
    const int moment = life % 2 == 0 ? kBegun : kWritten;
    Child child([&](auto report) {
      auto database = open(folder.path());
      boost::asio::io_context loop(1);
      Jobs jobs(*database, loop.get_executor(), system_clock());
      async::TaskScope scope(loop.get_executor());
      auto handler = [&](Context context, JobPayload payload) -> async::Task<Result<void>> {
        auto body = [&jobs, payload](Transaction& t) -> Result<void> {
          TRY_DO(add_pair(t, static_cast<int>(payload.lease.job.value)));
          return jobs.complete(t, payload.lease);
        };
        report(kBegun);
        if (moment == kBegun) {
          async::Task<Result<void>> sleep = async::sleep_until(Deadline::never());
          const Result<void> slept = co_await std::move(sleep);
        }
        async::Task<Result<void>> writing = database->write(context, Priority::bulk, body);
        const Result<void> written = co_await std::move(writing);
        report(kWritten);
        co_return written;
      };
      jobs.handle("pair", {.run = handler, .slots = 1, .time_max = 10s, .attempts_max = 100});
      scope
          .spawn([&]() -> async::Task<void> {
            async::Task<Result<void>> starting = jobs.start();
            const Result<void> started = co_await std::move(starting);
            DOSSIER_CHECK(started.has_value());
          })
          .value();
      loop.run_for(10s);
    });
    while (const std::optional<int> reached = child.next()) {
      if (*reached == moment) break;
    }
    child.kill();
    while (child.next()) {
    }
    finished = RawFile(folder.path() / "dossier.db").text("SELECT count(*) FROM job WHERE state = 'done'") ==
               std::to_string(kJobs);
  }
  RawFile raw(folder.path() / "dossier.db");
  EXPECT_TRUE(finished);
  EXPECT_EQ(raw.text("SELECT count(*) FROM note"), std::to_string(2 * kJobs));
  EXPECT_EQ(raw.text("SELECT count(DISTINCT half) FROM note"), std::to_string(2 * kJobs));
}

TEST(Crash, when_the_disk_takes_no_more_the_change_is_refused_and_reading_goes_on) {
  TemporaryFolder folder;
  Child child([&](auto report) {
    auto database = open(folder.path());
    database->write_now([](Transaction& t) { return add_pair(t, 1); }).value();
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{524'288, 524'288};
    DOSSIER_CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    const std::string large(2'000'000, 'x');
    const Result<std::int64_t> refused = database->write_now(
        [&](Transaction& t) { return t.insert("INSERT INTO note (half) VALUES (?)", {large}); }, Priority::bulk);
    report(refused.has_value() ? -1 : static_cast<int>(refused.error().code));
    report(
        static_cast<int>(database->read_now([](Session& s) { return s.number("SELECT count(*) FROM note"); }).value()));
    report(database->write_now([](Transaction& t) { return add_pair(t, 2); }).has_value() ? 1 : 0);
  });
  EXPECT_EQ(child.next(), static_cast<int>(ErrorCode::unavailable));
  EXPECT_EQ(child.next(), 2);
  EXPECT_EQ(child.next(), 1);
}

}  // namespace
}  // namespace dossier::store
