#include "funds/ledger/xirr.h"

#include "funds/ledger/rate_search.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace dossier::funds {
namespace {

DatedFlow flow(const char* date, double amount) {
  return {*Date::parse_iso(date), amount};
}

void expect_rates(const IrrAnswer& answer, const std::vector<double>& wanted) {
  ASSERT_EQ(answer.rates.size(), wanted.size()) << answer.reason;
  for (std::size_t k = 0; k < wanted.size(); ++k) {
    EXPECT_NEAR(answer.rates[k], wanted[k], 1e-9 * std::max(1.0, std::abs(1 + wanted[k])));
  }
}

// Yearly amounts whose present value is nil at each of the rates: the product of the factors (1 - v (1 + rate)).
std::vector<double> planted(double first, const std::vector<double>& rates) {
  std::vector<double> amounts{first};
  for (double rate : rates) {
    amounts.push_back(0);
    for (std::size_t k = amounts.size() - 1; k > 0; --k) amounts[k] -= (1 + rate) * amounts[k - 1];
  }
  return amounts;
}

TEST(Xirr, counts_days_over_365) {
  auto answer = xirr(std::vector{flow("2019-01-01", -1000), flow("2020-01-01", 1100)});
  EXPECT_EQ(answer.status, IrrStatus::unique);
  EXPECT_NEAR(*answer.rate, 0.1, 1e-12);
  // A leap year is 366 of 365 days.
  answer = xirr(std::vector{flow("2020-01-01", -1000), flow("2021-01-01", 1100)});
  EXPECT_NEAR(*answer.rate, std::pow(1.1, 365.0 / 366) - 1, 1e-12);
}

TEST(Xirr, brackets_its_rate) {
  auto answer = xirr(std::vector{flow("2020-01-31", -700), flow("2021-05-05", -300), flow("2024-02-29", 1800)});
  ASSERT_TRUE(answer.rate && answer.low && answer.high);
  EXPECT_LT(*answer.low, *answer.rate);
  EXPECT_GT(*answer.high, *answer.rate);
  EXPECT_LT(*answer.high - *answer.low, 1e-10);
}

TEST(Xirr, adds_up_the_flows_of_one_day) {
  auto apart = xirr(std::vector{flow("2020-01-01", -600), flow("2020-01-01", -400), flow("2023-01-01", 1500)});
  auto together = xirr(std::vector{flow("2020-01-01", -1000), flow("2023-01-01", 1500)});
  EXPECT_EQ(apart.rate, together.rate);
}

TEST(Xirr, same_day_flows_that_cancel_up_to_rounding_are_no_flow) {
  auto answer = xirr(std::vector{flow("2020-01-01", -1000), flow("2021-01-01", 0.3), flow("2021-01-01", -0.1),
                                 flow("2021-01-01", -0.2), flow("2022-01-01", 1210)});
  EXPECT_EQ(answer.reason, "the flows change sign once, so exactly one rate fits");
}

TEST(Xirr, lists_every_rate_and_chooses_the_one_nearest_to_the_multiple) {
  auto answer = periodic_irr(planted(-1000, {0.05, 0.18, 0.60}));
  EXPECT_EQ(answer.status, IrrStatus::multiple);
  expect_rates(answer, {0.05, 0.18, 0.60});
  EXPECT_EQ(*answer.rate, answer.rates[0]);
  EXPECT_NE(answer.reason.find("3 rates fit"), std::string::npos);
}

TEST(Xirr, separates_rates_a_millionth_apart) {
  // (4 - 5v)(4000000 - 5000004v): whole amounts, so the two roots are exact.
  expect_rates(periodic_irr(std::vector{-16e6, 40000016.0, -25000020.0}), {0.25, 0.250001});
}

TEST(Xirr, gives_a_double_root_once_and_says_that_nil_is_only_touched) {
  auto answer = periodic_irr(std::vector{-1000.0, 2200.0, -1210.0});
  EXPECT_EQ(answer.status, IrrStatus::unique);
  expect_rates(answer, {0.1});
  EXPECT_NE(answer.reason.find("touches"), std::string::npos);
}

TEST(Xirr, tells_a_near_miss_from_a_double_root) {
  auto answer = periodic_irr(std::vector{-1000000.0, 2199999.0, -1210000.0});
  EXPECT_EQ(answer.status, IrrStatus::none);
  EXPECT_EQ(answer.reason, "the flows change sign 2 times, but their present value is negative at every rate");
}

TEST(Xirr, finds_a_root_of_multiplicity_ten) {
  expect_rates(periodic_irr(planted(-1, std::vector<double>(10, 0.0))), {0.0});
}

TEST(Xirr, finds_twelve_rates_of_one_series) {
  std::vector<double> rates;
  for (int k = 1; k <= 12; ++k) rates.push_back(k);
  auto answer = periodic_irr(planted(-1, rates));  // whole amounts below 2^53
  EXPECT_EQ(answer.status, IrrStatus::multiple);
  expect_rates(answer, rates);
}

TEST(Xirr, reaches_rates_near_total_loss_and_beyond_ten_thousand_percent) {
  expect_rates(periodic_irr(std::vector{-1e9, 1.0}), {1e-9 - 1});
  expect_rates(periodic_irr(std::vector{-1e6, 1.0}), {1e-6 - 1});
  expect_rates(periodic_irr(std::vector{-1.0, 1e5}), {1e5 - 1});
  expect_rates(periodic_irr(std::vector{-1.0, 1e6}), {1e6 - 1});
  expect_rates(xirr(std::vector{flow("2022-01-24", -10000), flow("2022-01-28", 9800)}),
               {std::pow(0.98, 365.0 / 4) - 1});
}

TEST(Xirr, gives_a_rate_beyond_the_range_only_when_there_is_no_other) {
  auto answer = xirr(std::vector{flow("2022-01-01", -1000), flow("2022-01-02", 1100)});
  EXPECT_EQ(answer.status, IrrStatus::unique);
  expect_rates(answer, {std::pow(1.1, 365) - 1});
  answer = periodic_irr(planted(-1, {0.5, 1e9}));
  EXPECT_EQ(answer.status, IrrStatus::unique);
  expect_rates(answer, {0.5});
  EXPECT_NE(answer.reason.find("further solutions lie beyond"), std::string::npos);
}

TEST(Xirr, says_none_when_the_rate_cannot_be_written) {
  auto answer = xirr(std::vector{flow("2022-01-01", -1), flow("2022-01-02", 1000)});
  EXPECT_EQ(answer.status, IrrStatus::none);
  EXPECT_FALSE(answer.rate);
}

TEST(Xirr, says_none_with_the_reason) {
  EXPECT_EQ(xirr({}).reason, "there are no flows");
  EXPECT_EQ(xirr(std::vector{flow("2020-01-01", -5)}).status, IrrStatus::none);
  EXPECT_EQ(xirr(std::vector{flow("2020-01-01", -5), flow("2020-01-01", 9)}).reason,
            "all flows fall on one day, so no time passes and no rate is defined");
  EXPECT_EQ(xirr(std::vector{flow("2020-01-01", -5), flow("2021-01-01", -9)}).reason,
            "every flow is a payment and nothing was received, so no rate is defined");
  EXPECT_EQ(xirr(std::vector{flow("2020-01-01", 5), flow("2021-01-01", 9)}).reason,
            "every flow is a receipt and nothing was paid, so no rate is defined");
  EXPECT_EQ(periodic_irr(std::vector{0.0, 0.0}).reason, "every flow is nil, so no rate is defined");
  for (const auto& answer : {xirr({}), periodic_irr(std::vector{1.0, 2.0, 3.0})}) {
    EXPECT_EQ(answer.status, IrrStatus::none);
    EXPECT_FALSE(answer.rate || answer.low || answer.high);
    EXPECT_TRUE(answer.rates.empty());
  }
}

TEST(Xirr, a_total_loss_is_minus_one_hundred_percent) {
  auto answer = xirr(std::vector{flow("2020-01-01", -500), flow("2020-06-01", -500), flow("2021-01-01", 0)});
  EXPECT_EQ(answer.status, IrrStatus::unique);
  EXPECT_EQ(answer.rate, -1.0);
}

TEST(Xirr, refuses_what_is_no_number) {
  for (double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    auto answer = periodic_irr(std::vector{-1.0, bad});
    EXPECT_EQ(answer.status, IrrStatus::invalid);
    EXPECT_FALSE(answer.rate);
  }
}

TEST(Xirr, amounts_at_both_ends_of_a_double_do_not_overflow) {
  expect_rates(periodic_irr(std::vector{-1e308, -1e308, 1e308, 1.7e308}), {0.15125637850021589});
  expect_rates(periodic_irr(std::vector{-1e-300, 1.1e-300}), {0.1});
}

TEST(Xirr, takes_five_thousand_flows_of_changing_sign) {
  std::vector<DatedFlow> flows;
  for (int k = 0; k < 5000; ++k) flows.push_back({*Date::of_days(10000 + k), k % 3 == 0 ? -1000.0 - k % 7 : 510.0});
  auto answer = xirr(flows);
  EXPECT_EQ(answer.status, IrrStatus::unique) << answer.reason;
}

TEST(RateSearch, the_exact_search_says_when_it_gave_up) {
  std::vector<TimedFlow> flows;
  for (int k = 0; k < 400; ++k) flows.push_back({k, (k % 2 == 0 ? 1.0 : -1.0) - 1e-9 * (k % 5)});
  EXPECT_FALSE(exact_log_rates(flows, 1, -0.5, 0.5, 2'000).complete);
}

}  // namespace
}  // namespace dossier::funds
