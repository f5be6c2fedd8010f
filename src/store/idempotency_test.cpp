#include "store/idempotency.h"

#include "base/limits.h"
#include "store/database.h"
#include "store/testing.h"

#include <gtest/gtest.h>

namespace dossier::store {
namespace {

using namespace std::chrono_literals;

class IdempotencyTest : public testing::Test {
 protected:
  // Sends a request whose change only counts how often it was made.
  Result<StoredAnswer> send(const std::string& key, const std::string& request,
                            const std::string& route = "POST /funds", const std::string& principal = "clerk") {
    const Context context{.principal = principal};
    return database->write_now([&](Transaction& t) {
      return idempotency.once(t, IdempotencyKey::of(context, route, key, request), [&]() -> Result<StoredAnswer> {
        ++changes;
        if (request == "bad") return Error{ErrorCode::invalid_argument, "bad request"};
        return StoredAnswer{201, "application/json", "{\"n\":" + std::to_string(changes) + "}"};
      });
    });
  }

  TemporaryFolder folder;
  ManualClock clock{WallTime(1'700'000'000s)};
  std::unique_ptr<Database> database =
      Database::open({.folder = folder.path(), .migrations = migrations(), .readers = 1}).value();
  Idempotency idempotency{clock};
  int changes = 0;
};

TEST_F(IdempotencyTest, a_repeated_request_gets_the_first_answer_and_changes_nothing) {
  const StoredAnswer first = send("k", "{}").value();
  EXPECT_EQ(send("k", "{}").value(), first);
  EXPECT_EQ(first.body, "{\"n\":1}");
  EXPECT_EQ(changes, 1);
}

TEST_F(IdempotencyTest, the_same_key_for_another_request_is_a_conflict) {
  send("k", "{}").value();
  const auto other = send("k", "{\"name\":1}");
  EXPECT_EQ(other.error().code, ErrorCode::conflict);
  EXPECT_EQ(other.error().where, "Idempotency-Key");
  EXPECT_EQ(changes, 1);
}

TEST_F(IdempotencyTest, keys_of_other_routes_and_principals_are_other_keys) {
  send("k", "{}").value();
  send("k", "{}", "POST /documents").value();
  send("k", "{}", "POST /funds", "other").value();
  EXPECT_EQ(changes, 3);
}

TEST_F(IdempotencyTest, a_request_that_failed_may_be_sent_again) {
  EXPECT_EQ(send("k", "bad").error().code, ErrorCode::invalid_argument);
  EXPECT_TRUE(send("k", "{}"));
  EXPECT_EQ(changes, 2);
}

TEST_F(IdempotencyTest, a_key_is_forgotten_after_a_day) {
  send("k", "{}").value();
  clock.advance(limits::kIdempotencyTime - 1s);
  EXPECT_TRUE(send("k", "{}"));
  EXPECT_EQ(changes, 1);
  clock.advance(1s);
  EXPECT_TRUE(send("k", "another"));
  EXPECT_EQ(changes, 2);
  clock.advance(limits::kIdempotencyTime);
  EXPECT_EQ(database->write_now([&](Transaction& t) { return idempotency.forget_expired(t); }).value(), 1);
}

TEST_F(IdempotencyTest, keys_have_a_length_and_answers_a_size) {
  EXPECT_EQ(send("", "{}").error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(send(std::string(256, 'k'), "{}").error().code, ErrorCode::invalid_argument);
  const IdempotencyKey key = IdempotencyKey::of(Context{}, "POST /funds", "k", "{}");
  const StoredAnswer large{200, "text/plain", std::string(limits::kIdempotencyBodyBytesMax + 1, 'x')};
  const auto refused = database->write_now([&](Transaction& t) { return idempotency.remember(t, key, large); });
  EXPECT_EQ(refused.error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace dossier::store
