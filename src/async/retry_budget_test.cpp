#include "async/retry_budget.h"

#include <gtest/gtest.h>

namespace dossier::async {
namespace {

using namespace std::chrono_literals;

TEST(RetryBudget, allows_a_share_of_the_calls_once_its_savings_are_spent) {
  RetryBudget budget(0.25, 3);
  int retries = 0;
  for (int call = 0; call < 400; ++call) {
    budget.call_begins();
    while (budget.take()) ++retries;
  }
  EXPECT_EQ(retries, 3 + 99);  // the savings and a quarter of the calls; the first call paid into a full budget
}

TEST(RetryBudget, does_not_save_more_than_it_may) {
  RetryBudget budget(1, 2);
  for (int call = 0; call < 100; ++call) budget.call_begins();
  EXPECT_TRUE(budget.take());
  EXPECT_TRUE(budget.take());
  EXPECT_FALSE(budget.take());
}

TEST(Backoff, doubles_up_to_its_longest_and_is_random_in_its_second_half) {
  EXPECT_EQ(backoff(2, 100ms, 1s, 0), 50ms);
  EXPECT_EQ(backoff(2, 100ms, 1s, 0.5), 75ms);
  EXPECT_EQ(backoff(3, 100ms, 1s, 0), 100ms);
  EXPECT_EQ(backoff(4, 100ms, 1s, 0.5), 300ms);
  EXPECT_EQ(backoff(60, 100ms, 1s, 0), 500ms);
  EXPECT_LT(backoff(60, 100ms, 1s, 0.999), 1s);
}

}  // namespace
}  // namespace dossier::async
