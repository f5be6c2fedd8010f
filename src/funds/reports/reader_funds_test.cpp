#include "funds/reports/reports_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

PageSketch calls_of(int page, std::string_view name, std::string_view amount) {
  return PageSketch(page)
      .text(50, 40, name, true, 16)
      .text(50, 80, "Capital Calls", true)
      .grid({50, 130, 230}, {100, 120, 140})
      .row({55, 135}, 105, {"Date", "Amount"}, true)
      .row({55, 135}, 125, {"2020-02-15", amount});
}

TEST(ReadFunds, of_one_file_count_each_in_their_own_currency) {
  auto reading = read({calls_of(1, "Alder Growth Fund II, L.P.", "$70,000"),
                       calls_of(2, "Birch Credit Fund I SCSp", "\u20AC50,000").text(50, 150, "Amounts in EUR")});
  ASSERT_EQ(reading.funds.size(), 2u);
  EXPECT_EQ(reading.funds[0].currency.code(), "USD");
  EXPECT_EQ(reading.funds[1].currency.code(), "EUR");
  EXPECT_EQ(rows_of(reading), "capital_call 2020-02-15 70000.00\ncapital_call 2020-02-15 50000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadFunds, are_flagged_where_one_fund_counts_in_two_currencies) {
  auto reading = read({calls_of(1, "Alder Growth Fund II, L.P.", "$70,000")
                           .grid({50, 130, 230}, {140, 160, 180})
                           .row({55, 135}, 145, {"2020-03-15", "$90,000"})
                           .row({55, 135}, 165, {"2020-04-15", "\u20AC80,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2020-02-15 70000.00\ncapital_call 2020-03-15 90000.00\n");
  EXPECT_EQ(flags_of(reading), "currency_mixed ");
}

TEST(ReadFunds, have_names_of_two_lines_with_a_former_one) {
  auto reading = read({calls_page()
                           .text(50, 0, "Birch Hill Partners III SCSp (formerly Quillon", true, 16)
                           .text(50, 18, "Growth Fund II)", true, 16)});
  ASSERT_EQ(reading.funds.size(), 1u);
  EXPECT_EQ(reading.funds[0].name, "Birch Hill Partners III SCSp (formerly Quillon Growth Fund II)");
}

TEST(ReadFunds, have_names_that_go_on_where_a_line_is_full) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Alder Continental European Opportunities and Growth Equity", true, 16)
                           .text(50, 58, "Partners Fund III SCSp", true, 16)
                           .text(50, 80, "Capital Calls", true)
                           .grid({50, 130, 230}, {100, 120, 140})
                           .row({55, 135}, 105, {"Date", "Amount"}, true)
                           .row({55, 135}, 125, {"2020-02-15", "$70,000"})});
  ASSERT_EQ(reading.funds.size(), 1u);
  EXPECT_EQ(reading.funds[0].name, "Alder Continental European Opportunities and Growth Equity Partners Fund III SCSp");
}

TEST(ReadFunds, keep_the_managers_name_above_their_own) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Alder Capital Partners", true, 16)
                           .text(50, 58, "Alder Growth Fund III", true, 16)
                           .text(50, 80, "Capital Calls", true)
                           .grid({50, 130, 230}, {100, 120, 140})
                           .row({55, 135}, 105, {"Date", "Amount"}, true)
                           .row({55, 135}, 125, {"2020-02-15", "$70,000"})});
  ASSERT_EQ(reading.funds.size(), 1u);
  EXPECT_EQ(reading.funds[0].name.find("Partners Alder"), std::string::npos) << reading.funds[0].name;
}

TEST(ReadFunds, are_scaled_by_a_unit_that_stands_behind_the_day_of_the_report) {
  for (std::string_view line : {"As of 30 June 2024. USD millions", "30 June 2024, in USD millions",
                                "Transactions to 30 June 2024 | USD millions"}) {
    auto reading = read({PageSketch()
                             .text(50, 40, "Alder Growth Fund III", true, 16)
                             .text(50, 65, line)
                             .text(50, 80, "Capital Calls", true)
                             .grid({50, 130, 230}, {100, 120, 140})
                             .row({55, 135}, 105, {"Date", "Amount"}, true)
                             .row({55, 135}, 125, {"2020-02-15", "7.5"})});
    EXPECT_EQ(rows_of(reading), "capital_call 2020-02-15 7500000.00\n") << line;
  }
}

}  // namespace
}  // namespace dossier::funds
