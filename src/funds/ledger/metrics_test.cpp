#include "funds/ledger/metrics.h"

#include "funds/ledger/ledger_for_tests.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dossier::funds {
namespace {

using namespace testing;

Ledger harbor() {
  Ledger fund = ledger(
      "Harbor Light Fund II", "2023-12-31",
      {call("2020-03-01", 4'000'000), call("2021-03-01", 3'000'000), call_rebalance("2021-04-01", 500'000),
       distribution("2022-06-15", 1'200'000, "Return of Capital", true), distribution("2023-02-01", 800'000, "Income"),
       distribution_rebalance("2023-05-01", 100'000), call("2024-02-01", 900'000)});
  fund.commitment = printed(units(10'000'000), "$10,000,000");
  set_nav(fund, "2023-12-31", 6'500'000);
  return fund;
}

Money money(const MetricSet& set, Metric metric) {
  return set[metric].money.value_or(units(-1));
}
double number(const MetricSet& set, Metric metric) {
  return set[metric].number.value_or(-99);
}

TEST(Metrics, follow_from_the_rows_up_to_the_date_of_the_report) {
  auto set = compute_metrics(harbor());
  EXPECT_EQ(money(set, Metric::total_calls), units(7'000'000));
  EXPECT_EQ(money(set, Metric::pic), units(6'500'000));
  EXPECT_EQ(money(set, Metric::net_pic), units(5'300'000));
  EXPECT_EQ(money(set, Metric::gross_distributions), units(2'000'000));
  EXPECT_EQ(money(set, Metric::total_distributions), units(1'900'000));
  EXPECT_EQ(money(set, Metric::recallable_distributions), units(1'200'000));
  EXPECT_EQ(money(set, Metric::total_value), units(8'400'000));
  EXPECT_EQ(money(set, Metric::net_cash), units(-4'600'000));
  EXPECT_DOUBLE_EQ(number(set, Metric::dpi), 1.9 / 6.5);
  EXPECT_DOUBLE_EQ(number(set, Metric::dpi_gross), 2.0 / 7.0);
  EXPECT_DOUBLE_EQ(number(set, Metric::rvpi), 1.0);
  EXPECT_DOUBLE_EQ(number(set, Metric::tvpi), 8.4 / 6.5);
  EXPECT_EQ(set[Metric::moic].number, set[Metric::tvpi].number);
  EXPECT_NE(set[Metric::moic].note.find("TVPI"), std::string::npos);
  EXPECT_DOUBLE_EQ(number(set, Metric::called_share), 0.65);
}

TEST(Metrics, give_the_unfunded_commitment_with_and_without_recallable_distributions) {
  auto set = compute_metrics(harbor());
  EXPECT_EQ(money(set, Metric::unfunded), units(4'700'000));
  EXPECT_EQ(money(set, Metric::unfunded_simple), units(3'500'000));
}

TEST(Metrics, do_not_subtract_a_recalled_distribution_twice) {
  // Called 6, returned 2 recallable, the 2 called again: 10 - 6 + 2 - 2 = 4 without counting the recall in full twice.
  Ledger fund = ledger("A", "2023-12-31",
                       {call("2020-01-01", 6), distribution("2021-01-01", 2, "ROC", true), call("2022-01-01", 2)});
  fund.commitment = printed(units(10), "10");
  auto set = compute_metrics(fund);
  EXPECT_EQ(money(set, Metric::pic), units(8));
  EXPECT_EQ(money(set, Metric::unfunded), units(4));
  EXPECT_EQ(money(set, Metric::unfunded_simple), units(2));
}

TEST(Metrics, tvpi_is_dpi_plus_rvpi) {
  auto set = compute_metrics(harbor());
  EXPECT_NEAR(number(set, Metric::tvpi), number(set, Metric::dpi) + number(set, Metric::rvpi), 1e-12);
}

TEST(Metrics, leave_out_and_list_what_is_later_than_the_date) {
  auto set = compute_metrics(harbor());
  EXPECT_EQ(set.after_as_of, std::vector<std::size_t>{6});
  set = compute_metrics(harbor(), day("2022-12-31"));
  EXPECT_EQ(set.after_as_of.size(), 3u);
  EXPECT_EQ(money(set, Metric::total_distributions), units(1'200'000));
}

TEST(Metrics, need_a_nav_of_that_very_date) {
  auto set = compute_metrics(harbor(), day("2024-06-30"));
  for (Metric metric : {Metric::nav, Metric::rvpi, Metric::tvpi, Metric::moic, Metric::total_value, Metric::irr}) {
    EXPECT_FALSE(set[metric].known()) << name_of(metric);
    EXPECT_NE(set[metric].reason.find("30 June 2024"), std::string::npos) << set[metric].reason;
  }
  EXPECT_NE(set[Metric::nav].reason.find("$6,500,000 of 31 December 2023"), std::string::npos);
  EXPECT_TRUE(set[Metric::dpi].known());
}

TEST(Metrics, an_unknown_nav_is_never_nil) {
  Ledger fund = harbor();
  fund.nav_history.clear();
  auto set = compute_metrics(fund);
  EXPECT_FALSE(set[Metric::tvpi].known());
  EXPECT_FALSE(set[Metric::irr].known());
  EXPECT_TRUE(set[Metric::irr_cash].known());
  EXPECT_NE(set[Metric::irr_cash].note.find("not the fund's IRR"), std::string::npos);
}

TEST(Metrics, the_nav_of_a_liquidated_fund_is_a_known_nil) {
  Ledger fund = ledger("A", "2023-12-31", {call("2018-01-01", 100), distribution("2022-12-31", 150)});
  set_nav(fund, "2023-12-31", 0);
  auto set = compute_metrics(fund);
  EXPECT_DOUBLE_EQ(number(set, Metric::rvpi), 0);
  EXPECT_DOUBLE_EQ(number(set, Metric::tvpi), 1.5);
  EXPECT_NEAR(number(set, Metric::irr), std::pow(1.5, 365.0 / 1825) - 1, 1e-9);
}

TEST(Metrics, a_total_loss_is_minus_one_hundred_percent) {
  Ledger fund = ledger("A", "2023-12-31", {call("2018-01-01", 100)});
  set_nav(fund, "2023-12-31", 0);
  EXPECT_DOUBLE_EQ(number(compute_metrics(fund), Metric::irr), -1.0);
}

TEST(Metrics, the_irr_takes_the_nav_as_the_last_flow) {
  Ledger fund = ledger("A", "2021-01-01", {call("2019-01-02", 100), call("2020-01-02", 100)});
  set_nav(fund, "2021-01-01", 231);
  // 100 for two years and 100 for one at 10 %: 121 + 110.
  EXPECT_NEAR(number(compute_metrics(fund), Metric::irr), 0.1, 1e-12);
}

TEST(Metrics, a_return_of_less_than_a_year_is_not_annualised) {
  Ledger fund = ledger("A", "2023-06-30", {call("2023-01-01", 100)});
  set_nav(fund, "2023-06-30", 105);
  auto set = compute_metrics(fund);
  EXPECT_FALSE(set[Metric::irr].known());
  EXPECT_NEAR(number(set, Metric::irr_period), 0.05, 1e-12);
  EXPECT_NE(set[Metric::irr].reason.find("not annualised"), std::string::npos);
}

TEST(Metrics, no_multiple_is_given_of_less_than_nothing) {
  Ledger fund = ledger("F", "2023-12-31",
                       {call("2020-03-01", 100), call_rebalance("2021-04-01", 500), distribution("2022-06-15", 40)});
  set_nav(fund, "2023-12-31", 300);
  auto set = compute_metrics(fund);
  EXPECT_EQ(money(set, Metric::pic), units(-400));
  for (Metric metric : {Metric::dpi, Metric::rvpi, Metric::tvpi, Metric::moic}) {
    EXPECT_FALSE(set[metric].known());
    EXPECT_NE(set[metric].reason.find("is -$400"), std::string::npos) << set[metric].reason;
  }
  auto points = running(fund);
  EXPECT_TRUE(points.front().dpi);
  EXPECT_FALSE(points.back().dpi);
}

TEST(Metrics, without_distributions_dpi_is_nil_and_without_calls_undefined) {
  EXPECT_DOUBLE_EQ(number(compute_metrics(ledger("A", "2023-12-31", {call("2020-01-01", 5)})), Metric::dpi), 0);
  auto set = compute_metrics(ledger("A", "2023-12-31", {distribution("2020-01-01", 5)}));
  EXPECT_FALSE(set[Metric::dpi].known());
  EXPECT_NE(set[Metric::dpi].reason.find("nil"), std::string::npos);
}

TEST(Metrics, a_ledger_without_rows_has_reasons_only) {
  auto set = compute_metrics(ledger("A", "2023-12-31", {}));
  for (const MetricValue& figure : set.values) {
    EXPECT_FALSE(figure.known());
    EXPECT_FALSE(figure.reason.empty());
  }
}

TEST(Metrics, every_figure_is_known_or_says_why_not) {
  for (const MetricValue& figure : compute_metrics(harbor()).values) {
    EXPECT_NE(figure.known(), !figure.reason.empty()) << name_of(figure.metric);
    EXPECT_FALSE(figure.formula.empty()) << name_of(figure.metric);
  }
}

TEST(Metrics, show_the_steps_and_the_rows_they_used) {
  auto set = compute_metrics(harbor());
  EXPECT_EQ(set[Metric::pic].rows, (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(set[Metric::dpi].rows, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(set[Metric::dpi].steps.front(), "$1,900,000 / $6,500,000 = 0.292308");
  EXPECT_EQ(set[Metric::tvpi].places.size(), 1u);
}

TEST(Metrics, the_periodic_rate_ignores_dates_and_adjustments) {
  Ledger fund = ledger("A", "2023-12-31",
                       {call("2020-01-01", 100), call_rebalance("2020-02-01", 50), distribution("2023-01-01", 110)});
  EXPECT_NEAR(number(compute_metrics(fund), Metric::irr_periodic), 0.1, 1e-12);
}

TEST(Running, adds_up_day_by_day_and_says_when_one_passed) {
  Ledger fund = ledger("A", "2023-12-31",
                       {distribution("2022-01-01", 90), call("2020-01-01", 100), distribution("2023-01-01", 20),
                        call("2020-01-01", 0), distribution("2024-01-01", 1)});
  auto points = running(fund, fund.as_of);
  ASSERT_EQ(points.size(), 3u);
  EXPECT_EQ(points[0].net_cash, units(-100));
  EXPECT_DOUBLE_EQ(*points[1].dpi, 0.9);
  EXPECT_DOUBLE_EQ(*points[2].dpi, 1.1);
  EXPECT_EQ(points[2].date, day("2023-01-01"));
}

// The only root of these flows lies at -99.99 %: so discounted, the last receipt alone outweighs all calls. The fund
// gave back two fifths of what was paid.
TEST(Metrics, give_no_rate_that_follows_from_arithmetic_alone) {
  Ledger made =
      ledger("Umber V", "2023-06-30",
             {call("2019-05-20", 421'000), call("2020-06-22", 330'000), distribution("2020-08-25", 207'000),
              call("2021-01-22", 655'000), distribution("2021-05-26", 221'000), distribution("2021-10-04", 230'000),
              call("2022-05-30", 531'000), distribution("2022-07-08", 190'000)});
  set_nav(made, "2023-06-30", 0);
  const MetricValue irr = compute_metrics(made)[Metric::irr];
  EXPECT_FALSE(irr.number);
  EXPECT_NE(irr.reason.find("arithmetic"), std::string::npos) << irr.reason;
}

TEST(Metrics, give_the_rate_of_a_loss_that_is_nearly_total) {
  Ledger made = ledger("Umber V", "2022-01-15", {call("2020-01-15", 1'000'000), distribution("2021-01-15", 20)});
  set_nav(made, "2022-01-15", 0);
  EXPECT_NEAR(compute_metrics(made)[Metric::irr].number.value(), -0.99998, 1e-5);
}

}  // namespace
}  // namespace dossier::funds
