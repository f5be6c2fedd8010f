#include "async/breaker.h"

#include <gtest/gtest.h>

namespace dossier::async {
namespace {

using namespace std::chrono_literals;
using State = Breaker::State;

class BreakerTest : public testing::Test {
 protected:
  void fail(int times) {
    for (int i = 0; i < times; ++i) breaker.admit().value().failed();
  }

  ManualClock clock;
  Breaker breaker{{.name = "text-1", .failures_to_open = 3, .open_time = 60s}, clock};
};

TEST_F(BreakerTest, opens_after_failures_in_a_row_and_refuses_by_name) {
  fail(2);
  breaker.admit().value().succeeded();
  fail(2);
  EXPECT_EQ(breaker.status().state, State::closed);
  fail(1);
  EXPECT_EQ(breaker.status().state, State::open);
  EXPECT_FALSE(breaker.would_admit());
  const auto refused = breaker.admit();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
  EXPECT_EQ(refused.error().where, "text-1");
}

TEST_F(BreakerTest, after_its_time_one_may_try_and_success_closes_it) {
  fail(3);
  clock.advance(59s);
  EXPECT_FALSE(breaker.admit());
  clock.advance(1s);
  EXPECT_EQ(breaker.status().state, State::half_open);
  auto first = breaker.admit();
  ASSERT_TRUE(first);
  EXPECT_FALSE(breaker.admit()) << "only one tries";
  std::move(first).value().succeeded();
  EXPECT_EQ(breaker.status().state, State::closed);
  EXPECT_TRUE(breaker.admit());
}

TEST_F(BreakerTest, a_failed_try_opens_it_for_the_whole_time_again) {
  fail(3);
  clock.advance(60s);
  fail(1);
  EXPECT_EQ(breaker.status().state, State::open);
  EXPECT_EQ(breaker.status().openings, 2u);
  clock.advance(59s);
  EXPECT_FALSE(breaker.would_admit());
}

TEST_F(BreakerTest, a_try_that_was_given_up_lets_the_next_one_try) {
  fail(3);
  clock.advance(60s);
  { auto given_up = breaker.admit(); }
  EXPECT_EQ(breaker.status().state, State::half_open);
  EXPECT_TRUE(breaker.would_admit());
}

TEST_F(BreakerTest, a_call_from_before_it_opened_has_no_say_afterwards) {
  Breaker::Pass old = breaker.admit().value();
  fail(3);
  clock.advance(60s);
  Breaker::Pass trying = breaker.admit().value();
  old.succeeded();
  EXPECT_EQ(breaker.status().state, State::half_open);
  EXPECT_FALSE(breaker.would_admit()) << "somebody still tries";
}

TEST_F(BreakerTest, a_good_look_from_elsewhere_shortens_the_wait_and_no_more) {
  breaker.looks_well();
  EXPECT_EQ(breaker.status().state, State::closed);
  fail(3);
  breaker.looks_well();
  EXPECT_EQ(breaker.status().state, State::half_open);
}

TEST_F(BreakerTest, calls_of_one_caller_that_fail_side_by_side_are_one_failure) {
  const auto case_fails = [this](const std::string& caller) {
    std::vector<Breaker::Pass> calls;
    for (int i = 0; i < 12; ++i) calls.push_back(breaker.admit(caller).value());
    for (Breaker::Pass& call : calls) call.failed();
  };
  case_fails("one case");
  EXPECT_EQ(breaker.status().failures, 1);
  case_fails("another");
  EXPECT_EQ(breaker.status().failures, 2);
  EXPECT_EQ(breaker.status().state, State::closed) << "24 calls, but two cases";
  case_fails("a third");
  EXPECT_EQ(breaker.status().state, State::open);
}

TEST_F(BreakerTest, what_one_caller_tries_again_at_once_is_the_same_failure_and_later_another) {
  for (int i = 0; i < 12; ++i) breaker.admit("one case").value().failed();
  EXPECT_EQ(breaker.status().failures, 1);
  Breaker::Pass slow = breaker.admit("one case").value();
  clock.advance(5s);
  breaker.admit("one case").value().failed();
  EXPECT_EQ(breaker.status().failures, 2);
  clock.advance(5s);
  slow.failed();
  EXPECT_EQ(breaker.status().failures, 2) << "it ran beside the one that was counted";
  breaker.admit("one case").value().failed();
  EXPECT_EQ(breaker.status().state, State::open);
}

TEST_F(BreakerTest, callers_that_fail_side_by_side_count_each) {
  std::vector<Breaker::Pass> calls;
  for (const char* caller : {"a", "b", "c"}) calls.push_back(breaker.admit(caller).value());
  for (Breaker::Pass& call : calls) call.failed();
  EXPECT_EQ(breaker.status().state, State::open);
}

TEST_F(BreakerTest, a_success_forgets_who_failed) {
  Breaker::Pass first = breaker.admit("case").value(), second = breaker.admit("case").value();
  first.failed();
  breaker.admit("question").value().succeeded();
  second.failed();
  EXPECT_EQ(breaker.status().failures, 1) << "it failed though the other side worked meanwhile";
}

}  // namespace
}  // namespace dossier::async
