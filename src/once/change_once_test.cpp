#include "once/change_once.h"

#include "async/task_scope.h"
#include "store/testing.h"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>

namespace dossier::once {
namespace {

struct Counted {
  std::int64_t count = 0;
  static const net::Fields& fields();
};

const net::Fields& Counted::fields() {
  static const auto table =
      net::Fields::of<Counted>("Counted", "How often.", {net::field<&Counted::count>("count", "So often.")});
  return table;
}

// A room of its own beside the store, whose only table counts.
std::vector<store::Migration> with_counter() {
  std::vector<store::Migration> steps = store::migrations();
  steps.push_back({"counter", 1, "counter",
                   "CREATE TABLE counter (id INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT; "
                   "INSERT INTO counter (id, count) VALUES (1, 0);"});
  return steps;
}

class ChangeOnce : public testing::Test {
 protected:
  // What the route would answer; the change counts, and then fails if it is told to.
  Result<net::Response> send(const std::string& key, const std::string& content = "{}", bool fails = false) {
    net::Request request{.method = net::Method::post, .path = "/counter", .body = content};
    if (!key.empty()) request.headers.add("Idempotency-Key", key);
    auto change = [fails](store::Transaction& transaction) -> Result<Counted> {
      TRY_DO(transaction.execute("UPDATE counter SET count = count + 1"));
      if (fails) return Error{ErrorCode::invalid_argument, "told to fail"};
      TRY(const std::int64_t count, transaction.number("SELECT count FROM counter"));
      return Counted{count};
    };
    std::optional<Result<net::Response>> answer;
    scope
        .spawn([&, change]() -> async::Task<void> {
          auto changing = change_once<Counted>({*database, idempotency}, {.principal = "clerk"},
                                               repeatable(request, "POST /counter"), change, 201);
          answer.emplace(co_await std::move(changing));
        })
        .value();
    loop.run();
    loop.restart();
    return std::move(answer).value();
  }

  std::int64_t count() {
    return database->read_now([](store::Session& s) { return s.number("SELECT count FROM counter"); }).value();
  }

  store::TemporaryFolder folder;
  ManualClock clock{WallTime(std::chrono::seconds(1'700'000'000))};
  // Ends after the database, whose threads may still hold a timer of it when a wait is over.
  boost::asio::io_context loop{1};
  std::unique_ptr<store::Database> database =
      store::Database::open({.folder = folder.path(), .migrations = with_counter(), .readers = 1}).value();
  store::Idempotency idempotency{clock};
  async::TaskScope scope{loop.get_executor()};
};

TEST_F(ChangeOnce, a_request_sent_again_under_its_key_gets_the_first_answer_and_changes_nothing) {
  const net::Response first = send("k").value();
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(first.body, "{\"count\":1}");
  const net::Response again = send("k").value();
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(count(), 1);
}

TEST_F(ChangeOnce, without_a_key_every_request_is_another_change) {
  send("").value();
  EXPECT_EQ(send("").value().body, "{\"count\":2}");
}

TEST_F(ChangeOnce, the_same_key_with_another_content_is_a_conflict) {
  send("k", "{}").value();
  EXPECT_EQ(send("k", "{\"more\":1}").error().code, ErrorCode::conflict);
  EXPECT_EQ(count(), 1);
}

TEST_F(ChangeOnce, a_change_that_fails_leaves_nothing_behind_and_may_be_sent_again) {
  EXPECT_EQ(send("k", "{}", true).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(send("k").value().body, "{\"count\":1}");
}

}  // namespace
}  // namespace dossier::once
