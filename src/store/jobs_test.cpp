#include "store/jobs.h"

#include "store/raw_file.h"
#include "store/testing.h"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

namespace dossier::store {
namespace {

using namespace std::chrono_literals;
using async::Task;

// One life of the server: a database, a loop and the jobs on it. Handlers are added by the test before run().
class Server {
 public:
  explicit Server(const std::filesystem::path& folder, JobsOptions options = {.first_delay = 1ms})
      : database(Database::open({.folder = folder, .migrations = migrations(), .readers = 1}).value()),
        jobs(*database, loop.get_executor(), system_clock(), options),
        scope(loop.get_executor()) {}

  void handle(const std::string& kind, std::function<Task<Result<void>>(Context, JobPayload)> run, int attempts_max = 3,
              std::size_t slots = 2) {
    jobs.handle(kind, {.run = std::move(run), .slots = slots, .time_max = 10s, .attempts_max = attempts_max});
  }
  JobId enqueue(const std::string& kind, const std::string& payload = "{}") {
    const NewJob job{.kind = kind,
                     .subject = "test/" + payload,
                     .payload = payload,
                     .context = {.trace_id = "trace", .principal = "clerk"}};
    return database->write_now([&](Transaction& t) { return jobs.enqueue(t, job); }).value();
  }
  // Starts, lets `during` happen on the loop, stops.
  void run(std::function<Task<void>()> during, Deadline patience = Deadline::after(5s)) {
    scope
        .spawn([this, during, patience]() -> Task<void> {
          Task<Result<void>> starting = jobs.start();
          const Result<void> started = co_await std::move(starting);
          EXPECT_TRUE(started.has_value());
          Task<void> happening = during();
          co_await std::move(happening);
          Task<void> stopping = jobs.stop(patience);
          co_await std::move(stopping);
        })
        .value();
    loop.run();
    loop.restart();
  }
  // Until the job is in that state.
  Task<void> until(JobId job, JobState state) {
    for (int i = 0; i < 2'000; ++i) {
      if (status(job).state == state) co_return;
      Task<Result<void>> pause = async::sleep_until(Deadline::after(1ms));
      const Result<void> paused = co_await std::move(pause);
    }
    ADD_FAILURE() << "job " << job.value << " is " << name_of(status(job).state);
  }
  JobStatus status(JobId job) {
    return database->read_now([&](Session& s) { return JobTable::status(s, job); }).value().value();
  }

  boost::asio::io_context loop{1};
  std::unique_ptr<Database> database;
  Jobs jobs;
  async::TaskScope scope;
};

Task<Result<void>> succeed(Context, JobPayload) {
  co_return Result<void>();
}

class JobsTest : public testing::Test {
 protected:
  TemporaryFolder folder;
};

TEST_F(JobsTest, a_job_carries_who_asked_for_it_and_what_for) {
  Server server(folder.path());
  JobPayload seen;
  Context context;
  server.handle("read", [&](Context given, JobPayload payload) -> Task<Result<void>> {
    seen = payload;
    context = given;
    co_return Result<void>();
  });
  const JobId job = server.enqueue("read", "{\"document\":7}");
  server.run([&] { return server.until(job, JobState::done); });
  EXPECT_EQ(seen.payload, "{\"document\":7}");
  EXPECT_EQ(seen.attempt, 1);
  EXPECT_EQ(context.principal, "clerk");
  EXPECT_EQ(context.trace_id, "trace");
  EXPECT_FALSE(context.deadline.passed());
}

TEST_F(JobsTest, what_is_enqueued_while_nothing_is_to_do_begins_without_polling) {
  Server server(folder.path());
  server.handle("read", succeed);
  std::chrono::nanoseconds took{};
  server.run([&]() -> Task<void> {
    Task<Result<void>> pause = async::sleep_until(Deadline::after(20ms));  // the queue is idle and waits for a minute
    const Result<void> paused = co_await std::move(pause);
    const SteadyTime before = system_clock().steady();
    const JobId job = server.enqueue("read");
    Task<void> done = server.until(job, JobState::done);
    co_await std::move(done);
    took = system_clock().steady() - before;
  });
  EXPECT_LT(took, 1s);
}

TEST_F(JobsTest, a_job_of_a_transaction_that_failed_does_not_exist) {
  Server server(folder.path());
  const Result<void> failed = server.database->write_now([&](Transaction& t) -> Result<void> {
    TRY_DO(server.jobs.enqueue(t, {.kind = "read"}));
    return Error{ErrorCode::conflict, "no"};
  });
  EXPECT_FALSE(failed);
  const auto counts = server.database->read_now([](Session& s) { return JobTable::counts(s); }).value();
  EXPECT_EQ(counts.at(JobState::waiting), 0);
}

TEST_F(JobsTest, a_failure_is_tried_again_and_the_last_one_is_kept_with_its_error) {
  Server server(folder.path());
  int flaky_attempts = 0, hopeless_attempts = 0;
  server.handle("flaky", [&](Context, JobPayload) -> Task<Result<void>> {
    if (++flaky_attempts < 3) co_return Error{ErrorCode::unavailable, "not yet"};
    co_return Result<void>();
  });
  server.handle("hopeless", [&](Context, JobPayload payload) -> Task<Result<void>> {
    ++hopeless_attempts;
    EXPECT_EQ(payload.last_attempt, hopeless_attempts == 3);
    throw std::runtime_error("it broke");
    co_return Result<void>();
  });
  const JobId flaky = server.enqueue("flaky"), hopeless = server.enqueue("hopeless");
  server.run([&]() -> Task<void> {
    Task<void> first = server.until(flaky, JobState::done);
    co_await std::move(first);
    Task<void> second = server.until(hopeless, JobState::dead);
    co_await std::move(second);
  });
  EXPECT_EQ(flaky_attempts, 3);
  EXPECT_EQ(hopeless_attempts, 3);
  EXPECT_NE(server.status(hopeless).last_error->find("it broke"), std::string::npos);
}

TEST_F(JobsTest, a_dead_job_can_be_started_again_by_a_person) {
  Server server(folder.path());
  bool mended = false;
  server.handle(
      "read",
      [&](Context, JobPayload) -> Task<Result<void>> {
        if (!mended) co_return Error{ErrorCode::unavailable, "no disk"};
        co_return Result<void>();
      },
      1);
  const JobId job = server.enqueue("read");
  server.run([&]() -> Task<void> {
    Task<void> dead = server.until(job, JobState::dead);
    co_await std::move(dead);
    mended = true;
    server.database->write_now([&](Transaction& t) { return server.jobs.revive(t, job); }).value();
    Task<void> done = server.until(job, JobState::done);
    co_await std::move(done);
  });
  const auto again = server.database->write_now([&](Transaction& t) { return server.jobs.revive(t, job); });
  EXPECT_EQ(again.error().code, ErrorCode::conflict);
}

TEST_F(JobsTest, no_more_run_at_once_than_there_are_slots) {
  Server server(folder.path(), {.slots = 3, .first_delay = 1ms});
  int running = 0, most = 0, most_narrow = 0, narrow = 0;
  auto wide_handler = [&](Context, JobPayload) -> Task<Result<void>> {
    most = std::max(most, ++running);
    Task<Result<void>> pause = async::sleep_until(Deadline::after(2ms));
    const Result<void> paused = co_await std::move(pause);
    --running;
    co_return Result<void>();
  };
  server.handle("wide", wide_handler, 3, 10);
  server.handle(
      "narrow",
      [&, wide_handler](Context context, JobPayload payload) -> Task<Result<void>> {
        most_narrow = std::max(most_narrow, ++narrow);
        Task<Result<void>> inner = wide_handler(context, payload);
        const Result<void> result = co_await std::move(inner);
        --narrow;
        co_return result;
      },
      3, 1);
  std::vector<JobId> jobs;
  for (int i = 0; i < 6; ++i) {
    jobs.push_back(server.enqueue("wide"));
    jobs.push_back(server.enqueue("narrow"));
  }
  server.run([&]() -> Task<void> {
    for (const JobId job : jobs) {
      Task<void> done = server.until(job, JobState::done);
      co_await std::move(done);
    }
  });
  EXPECT_EQ(most, 3);
  EXPECT_EQ(most_narrow, 1);
}

TEST_F(JobsTest, shutdown_cancels_what_does_not_end_and_hands_it_back_uncounted) {
  JobId job;
  {
    Server server(folder.path());
    bool begun = false;
    server.handle("slow", [&](Context, JobPayload) -> Task<Result<void>> {
      begun = true;
      Task<Result<void>> sleep = async::sleep_until(Deadline::never());
      const Result<void> slept = co_await std::move(sleep);
      co_return slept;
    });
    job = server.enqueue("slow");
    server.run(
        [&]() -> Task<void> {
          while (!begun) {
            Task<Result<void>> pause = async::sleep_until(Deadline::after(1ms));
            const Result<void> paused = co_await std::move(pause);
          }
        },
        Deadline::after(30ms));
    EXPECT_EQ(server.status(job).state, JobState::waiting);
    EXPECT_EQ(server.status(job).attempts, 0);
  }
  Server next(folder.path());
  next.handle("slow", succeed);
  next.run([&] { return next.until(job, JobState::done); });
  EXPECT_EQ(next.status(job).attempts, 1);
}

TEST_F(JobsTest, a_stop_does_not_wait_for_handlers_that_end_at_it) {
  Server server(folder.path());
  bool begun = false;
  auto ask_another_server = [&](Context, JobPayload) -> Task<Result<void>> {
    begun = true;
    Task<Result<void>> sleep = async::sleep_until(Deadline::never());
    const Result<void> slept = co_await std::move(sleep);
    co_return slept;
  };
  server.jobs.handle("ask", {.run = ask_another_server, .time_max = 10s, .ends_at_stop = true});
  const JobId job = server.enqueue("ask");
  SteadyTime stopped;
  server.run(
      [&]() -> Task<void> {
        while (!begun) {
          Task<Result<void>> pause = async::sleep_until(Deadline::after(1ms));
          const Result<void> paused = co_await std::move(pause);
        }
        stopped = system_clock().steady();
      },
      Deadline::never());
  EXPECT_LT(system_clock().steady() - stopped, 1s);
  EXPECT_EQ(server.status(job).state, JobState::waiting);
  EXPECT_EQ(server.status(job).attempts, 0);
}

TEST_F(JobsTest, what_a_vanished_process_was_doing_is_taken_again_at_the_start) {
  JobId job;
  {
    Server server(folder.path());
    job = server.enqueue("read");
    server.database
        ->write_now([&](Transaction& t) {
          return JobTable::take(t, {{.kind = "read", .count = 1, .lease_time = 1h, .attempts_max = 3}}, 1,
                                system_clock().wall());
        })
        .value();
    EXPECT_EQ(server.status(job).state, JobState::running);
  }
  Server next(folder.path());
  next.handle("read", succeed);
  next.run([&] { return next.until(job, JobState::done); });
  EXPECT_EQ(next.status(job).attempts, 2);
}

TEST_F(JobsTest, a_job_that_takes_the_process_with_it_every_time_ends_dead) {
  Server server(folder.path());
  const JobId job = server.enqueue("poison");
  const WallTime now = system_clock().wall() + 1s;
  auto take = [&](Transaction& t) {
    return JobTable::take(t, {{.kind = "poison", .count = 1, .lease_time = 1h, .attempts_max = 2}}, 1, now);
  };
  for (int life = 0; life < 2; ++life) {
    EXPECT_EQ(server.database->write_now(take).value().jobs.size(), 1u);
    server.database->write_now([](Transaction& t) { return JobTable::reclaim(t); }).value();
  }
  EXPECT_TRUE(server.database->write_now(take).value().jobs.empty());
  EXPECT_EQ(server.status(job).state, JobState::dead);
  EXPECT_TRUE(server.status(job).last_error.has_value());
}

TEST_F(JobsTest, only_the_last_to_take_a_job_can_complete_it) {
  Server server(folder.path());
  server.enqueue("read");
  const WallTime now = system_clock().wall() + 1s;
  auto take_at = [&](WallTime when) {
    return server.database
        ->write_now([&](Transaction& t) {
          return JobTable::take(t, {{.kind = "read", .count = 1, .lease_time = 1min, .attempts_max = 9}}, 1, when);
        })
        .value();
  };
  const JobLease first = take_at(now).jobs.at(0).payload.lease;
  EXPECT_TRUE(take_at(now + 59s).jobs.empty());
  EXPECT_EQ(take_at(now + 59s).next, from_micros(to_micros(now + 1min)));
  const JobLease second = take_at(now + 61s).jobs.at(0).payload.lease;
  EXPECT_EQ(second.job, first.job);
  auto complete = [&](const JobLease& lease) {
    return server.database->write_now([&](Transaction& t) { return server.jobs.complete(t, lease); });
  };
  EXPECT_EQ(complete(first).error().code, ErrorCode::conflict);
  EXPECT_TRUE(complete(second));
  EXPECT_EQ(complete(second).error().code, ErrorCode::conflict);
}

TEST_F(JobsTest, a_handler_may_complete_its_job_with_its_result_in_one_transaction) {
  Server server(folder.path());
  server.handle("read", [&](Context context, JobPayload payload) -> Task<Result<void>> {
    auto body = [&server, lease = payload.lease](Transaction& t) -> Result<void> {
      TRY_DO(t.execute("CREATE TABLE result (value TEXT) STRICT"));
      return server.jobs.complete(t, lease);
    };
    Task<Result<void>> writing = server.database->write(context, Priority::bulk, body);
    Result<void> written = co_await std::move(writing);
    co_return written;
  });
  const JobId job = server.enqueue("read");
  server.run([&] { return server.until(job, JobState::done); });
  EXPECT_EQ(server.status(job).attempts, 1);
  EXPECT_FALSE(server.status(job).last_error);
}

TEST_F(JobsTest, the_newest_job_about_a_subject_is_found) {
  Server server(folder.path());
  server.enqueue("read", "1");
  const JobId second = server.enqueue("read", "1");
  const auto latest = server.database->read_now([](Session& s) { return JobTable::latest(s, "test/1"); }).value();
  EXPECT_EQ(latest->id, second);
  EXPECT_FALSE(server.database->read_now([](Session& s) { return JobTable::latest(s, "test/2"); }).value());
}

TEST_F(JobsTest, delays_double_up_to_a_bound_and_differ_from_job_to_job) {
  EXPECT_NEAR(std::chrono::duration<double>(retry_delay({1}, 1, 1s)).count(), 1, 0.25);
  EXPECT_NEAR(std::chrono::duration<double>(retry_delay({1}, 3, 1s)).count(), 4, 1);
  EXPECT_LE(retry_delay({1}, 60, 1s), limits::kJobDelayMax * 5 / 4);
  EXPECT_EQ(retry_delay({1}, 2, 1s), retry_delay({1}, 2, 1s));
  EXPECT_NE(retry_delay({1}, 2, 1s), retry_delay({2}, 2, 1s));
}

}  // namespace
}  // namespace dossier::store
