#include "funds/ledger/checks.h"

#include "funds/ledger/ledger_for_tests.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dossier::funds {
namespace {

using namespace testing;

Ledger lumen() {
  return ledger("Lumen Fund I", "2024-12-31",
                {call("2023-01-15", 2'000'000), call("2023-09-01", 1'000'000), call_rebalance("2023-10-01", 200'000),
                 distribution("2024-05-05", 700'000, "Income")});
}

const Check& check_of(const std::vector<Check>& checks, Metric metric) {
  return *std::find_if(checks.begin(), checks.end(), [&](auto& check) { return check.metric == metric; });
}

std::vector<Check> checked(const Ledger& fund) {
  return check_reported(fund, compute_metrics(fund));
}

bool has(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

TEST(Checks, a_figure_that_rounds_to_the_printed_one_agrees) {
  Ledger fund = lumen();
  fund.reported.dpi = printed(0.25, "0.25x");
  fund.reported.pic = printed(units(2'800'000), "$2,800,000");
  auto checks = checked(fund);
  EXPECT_EQ(check_of(checks, Metric::dpi).agrees, true);
  EXPECT_EQ(check_of(checks, Metric::pic).agrees, true);
  EXPECT_EQ(check_of(checks, Metric::pic).note, "");
  EXPECT_EQ(check_of(checks, Metric::pic).place.page, 2);
}

TEST(Checks, the_printed_digits_set_the_precision) {
  Ledger fund = lumen();
  fund.reported.dpi = printed(0.3, "0.3x");  // 0.25 rounds to 0.3 and not to 0.30
  EXPECT_EQ(check_of(checked(fund), Metric::dpi).agrees, true);
  fund.reported.dpi = printed(0.30, "0.30x");
  EXPECT_EQ(check_of(checked(fund), Metric::dpi).agrees, false);
  fund.reported.pic = printed(units(2'800'000), "2.8m");
  EXPECT_EQ(check_of(checked(fund), Metric::pic).agrees, true);
}

TEST(Checks, amounts_in_thousands_agree_to_the_thousand) {
  Ledger fund = lumen();
  fund.transactions[3] = distribution("2024-05-05", 700'400);
  fund.reported.total_distributions = printed(units(700'000), "700");
  EXPECT_EQ(check_of(checked(fund), Metric::total_distributions).agrees, true);
  fund.reported.total_distributions = printed(units(700'000), "700,000");
  EXPECT_EQ(check_of(checked(fund), Metric::total_distributions).agrees, false);
}

TEST(Checks, a_total_before_adjustments_is_the_same_figure_under_another_definition) {
  Ledger fund = lumen();
  fund.reported.pic = printed(units(3'000'000), "$3,000,000");
  const Check check = check_of(checked(fund), Metric::pic);
  EXPECT_EQ(check.agrees, true);
  EXPECT_EQ(check.note, "The printed figure is the total capital called; the paid-in capital (PIC) is $2,800,000.");
}

TEST(Checks, adjustments_with_the_opposite_sign_are_recognised) {
  Ledger fund = lumen();
  fund.reported.pic = printed(units(3'200'000), "$3,200,000");
  const Check check = check_of(checked(fund), Metric::pic);
  EXPECT_EQ(check.agrees, false);
  EXPECT_TRUE(has(check.note, "opposite sign")) << check.note;
}

TEST(Checks, without_a_nav_the_printed_tvpi_and_irr_are_quoted_not_confirmed) {
  Ledger fund = lumen();
  fund.reported.tvpi = printed(1.5, "1.50x");
  fund.reported.irr = printed(0.15, "15.0%");
  auto checks = checked(fund);
  const Check &tvpi = check_of(checks, Metric::tvpi), &irr = check_of(checks, Metric::irr);
  EXPECT_EQ(tvpi.agrees, std::nullopt);
  EXPECT_FALSE(tvpi.computed.known());
  EXPECT_TRUE(has(tvpi.note, "The NAV it implies is $3,500,000")) << tvpi.note;
  EXPECT_EQ(irr.agrees, std::nullopt);
  EXPECT_TRUE(has(irr.note, "cannot be reproduced")) << irr.note;
  EXPECT_TRUE(has(irr.note, "The dated flows alone give about")) << irr.note;
  EXPECT_TRUE(has(irr.note, "With the NAV implied by the printed TVPI 1.50x ($3,500,000)")) << irr.note;
}

TEST(Checks, an_irr_that_ignores_the_dates_is_recognised) {
  Ledger fund = ledger("A", "2024-01-01",
                       {call("2020-01-01", 100), distribution("2021-01-01", 30), distribution("2024-01-01", 90)});
  set_nav(fund, "2024-01-01", 0);
  fund.reported.irr = printed(*periodic_irr(std::vector{-100.0, 30.0, 90.0}).rate, "11.1%");
  EXPECT_TRUE(has(check_of(checked(fund), Metric::irr).note, "periodic IRR"))
      << check_of(checked(fund), Metric::irr).note;
}

TEST(Checks, an_unexplained_difference_says_so) {
  Ledger fund = lumen();
  fund.reported.total_calls = printed(units(5'000'000), "$5,000,000");
  const Check check = check_of(checked(fund), Metric::total_calls);
  EXPECT_EQ(check.agrees, false);
  EXPECT_EQ(
      check.note,
      "The printed total capital called of $5,000,000 differs from the ledger's $3,000,000: no usual reading of the "
      "rows explains the difference.");
}

TEST(Checks, there_is_one_per_printed_figure) {
  Ledger fund = lumen();
  EXPECT_TRUE(checked(fund).empty());
  fund.reported.nav = printed(units(1), "$1");
  EXPECT_EQ(checked(fund).size(), 1u);
}

}  // namespace
}  // namespace dossier::funds
