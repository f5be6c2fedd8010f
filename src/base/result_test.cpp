#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace dossier {
namespace {

Result<int> half(int n) {
  if (n % 2 != 0) return Error{ErrorCode::invalid_argument, "an even number is needed", "n"};
  return n / 2;
}

Result<int> quarter(int n) {
  TRY(int once, half(n));
  TRY(int twice, half(once));
  return twice;
}

Result<void> must_be_even(int n) {
  TRY_DO(half(n));
  return {};
}

TEST(Result, try_hands_on_the_value) {
  EXPECT_EQ(quarter(12).value(), 3);
}

TEST(Result, try_hands_on_the_first_error_with_its_place) {
  auto result = quarter(6);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().text(), "n: an even number is needed");
}

TEST(Result, of_nothing_is_either_done_or_an_error) {
  EXPECT_TRUE(must_be_even(2));
  EXPECT_EQ(must_be_even(3).error().code, ErrorCode::invalid_argument);
}

TEST(Result, carries_values_that_can_only_be_moved) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  auto owned = std::move(result).value();
  EXPECT_EQ(*owned, 7);
}

TEST(ResultDeathTest, asking_a_failure_for_its_value_stops_the_program) {
  auto result = half(1);
  EXPECT_DEATH({ (void)result.value(); }, "broken invariant");
}

}  // namespace
}  // namespace dossier
