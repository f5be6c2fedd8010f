#include "funds/reports/reports_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(ReadReport, reads_a_capital_account_statement_line_by_line) {
  auto reading =
      read({PageSketch()
                .text(50, 60, "Capital Account Statement", true)
                .row({50, 250, 350, 450}, 100, {"USD", "Quarter to date", "Year to date", "Inception to date"}, true)
                .row({50, 250, 350, 450}, 115, {"Beginning balance", "1,000,000", "900,000", "-"})
                .row({50, 250, 350, 450}, 130, {"Contributions", "50,000", "150,000", "1,200,000"})
                .row({50, 250, 350, 450}, 145, {"Distributions", "(20,000)", "(20,000)", "(170,000)"})
                .row({50, 250, 350, 450}, 160, {"Ending balance", "1,030,000", "1,030,000", "1,030,000"})});
  ASSERT_EQ(reading.funds.size(), 1u);
  EXPECT_TRUE(reading.funds[0].transactions.empty());
  ASSERT_EQ(reading.funds[0].statement_lines.size(), 4u);
  EXPECT_EQ(reading.funds[0].statement_lines[2].ytd->text(), "-20000.00");
  EXPECT_EQ(reading.funds[0].reported.total_calls->value.text(), "1200000.00");
  EXPECT_EQ(reading.funds[0].reported.nav->value.text(), "1030000.00");
}

TEST(ReadReport, knows_a_statement_by_bare_headings_and_the_scale_in_them) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Capital Account Statement", true)
                           .row({50, 250, 350, 450}, 100, {"$000", "Quarter", "Year", "Since inception"}, true)
                           .row({50, 250, 350, 450}, 115, {"Net asset value, beginning", "1,000", "900", "-"})
                           .row({50, 250, 350, 450}, 130, {"Contributions", "50", "150", "1,200"})
                           .row({50, 250, 350, 450}, 145, {"Net asset value, end", "1,050", "1,050", "1,050"})});
  ASSERT_EQ(reading.funds.size(), 1u);
  ASSERT_EQ(reading.funds[0].statement_lines.size(), 3u);
  EXPECT_EQ(reading.funds[0].statement_lines[1].qtd->text(), "50000.00");
  EXPECT_EQ(reading.funds[0].reported.nav->value.text(), "1050000.00");
}

TEST(ReadReport, keeps_a_list_of_values_out_of_the_ledger) {
  auto reading = read({calls_page()
                           .text(50, 200, "NAV history", true)
                           .row({50, 200}, 220, {"Date", "Net asset value"}, true)
                           .row({50, 200}, 235, {"2023-12-31", "$1,600,000"})
                           .row({50, 200}, 250, {"2024-03-31", "$1,725,000"})});
  EXPECT_EQ(reading.funds.at(0).transactions.size(), 2u);
  ASSERT_EQ(reading.funds.at(0).nav_history.size(), 2u);
  EXPECT_EQ(reading.funds.at(0).nav_history[1].nav.text(), "1725000.00");
}

TEST(ReadReport, goes_on_with_a_list_of_values_after_a_page_break) {
  PageSketch second(2);
  second.row({50, 200}, 40, {"2024-06-30", "$1,800,000"}).row({50, 200}, 55, {"2024-09-30", "$1,900,000"});
  auto reading = read({calls_page()
                           .text(50, 200, "NAV history", true)
                           .row({50, 200}, 220, {"Date", "Net asset value"}, true)
                           .row({50, 200}, 235, {"2023-12-31", "$1,600,000"})
                           .row({50, 200}, 250, {"2024-03-31", "$1,725,000"}),
                       second});
  EXPECT_EQ(flags_of(reading), "");
  EXPECT_EQ(reading.funds.at(0).nav_history.size(), 4u);
}

TEST(ReadReport, takes_the_rows_of_a_portfolio_table_as_funds) {
  auto reading = read(
      {PageSketch()
           .row({50, 250, 310, 400, 490}, 100, {"Fund", "Vintage", "Commitment", "Cash In", "Cash Out"}, true)
           .row({50, 250, 310, 400, 490}, 115, {"Alder Growth II", "2015", "$10,000,000", "$9,000,000", "$4,000,000"})
           .row({50, 250, 310, 400, 490}, 130, {"Birch Credit I", "2018", "$5,000,000", "$2,500,000", "$100,000"})
           .row({50, 310, 400, 490}, 145, {"Total", "$15,000,000", "$11,500,000", "$4,100,000"})});
  EXPECT_EQ(rows_of(reading), "");
  ASSERT_EQ(reading.portfolio_rows.size(), 2u);
  EXPECT_EQ(reading.portfolio_rows[1].name, "Birch Credit I");
  EXPECT_EQ(reading.portfolio_rows[1].cash_in->text(), "2500000.00");
}

TEST(ReadReport, takes_the_investors_share_of_a_notice_on_its_due_date) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Alder Growth Fund II, L.P.", true, 16)
                           .text(50, 65, "Capital Call Notice No. 7", true, 12)
                           .text(50, 90, "Notice date: 3 May 2023")
                           .text(50, 105, "Due date: 17 May 2023")
                           .text(50, 120, "Total amount called from all partners: $25,000,000")
                           .text(50, 135, "Your share: $625,000")});
  EXPECT_EQ(rows_of(reading), "capital_call 2023-05-17 625000.00\n");
  EXPECT_EQ(reading.funds[0].transactions[0].status, RowStatus::noticed);
}

TEST(ReadReport, parts_a_file_of_two_funds) {
  PageSketch second(2);
  second.text(50, 40, "Birch Credit Fund I, L.P.", true, 16)
      .text(50, 80, "Capital Calls", true)
      .grid({50, 130, 230, 330}, {100, 120, 140})
      .row({55, 135, 235}, 105, {"Date", "Amount", "Description"}, true)
      .row({55, 135, 235}, 125, {"2020-02-15", "$70,000", "First call"});
  auto reading = read({calls_page(), second});
  ASSERT_EQ(reading.funds.size(), 2u);
  EXPECT_EQ(reading.funds[1].name, "Birch Credit Fund I, L.P.");
  EXPECT_EQ(reading.funds[1].transactions.size(), 1u);
}

TEST(ReadReport, parts_funds_that_differ_by_their_numeral) {
  auto page_of = [](int number, std::string_view name) {
    return PageSketch(number)
        .text(50, 40, name, true, 16)
        .text(50, 80, "Capital Calls", true)
        .grid({50, 130, 230}, {100, 120, 140})
        .row({55, 135}, 105, {"Date", "Amount"}, true)
        .row({55, 135}, 125, {"2020-02-15", "$70,000"});
  };
  auto reading = read({page_of(1, "Alder Private Equity II"), page_of(2, "Alder Private Equity III")});
  ASSERT_EQ(reading.funds.size(), 2u);
  EXPECT_EQ(reading.funds[1].name, "Alder Private Equity III");
}

TEST(ReadReport, takes_values_over_time_for_no_flows_though_their_heading_is_lost) {
  auto reading = read({calls_page()
                           .text(50, 220, "Development of net asset value", true)
                           .text(135, 236, "Net asset", true)
                           .text(50, 241, "Quarter end", true)
                           .text(135, 246, "value", true)
                           .row({55, 135}, 262, {"2023-03-31", "$3,404,600"})
                           .row({55, 135}, 276, {"2023-06-30", "$3,557,500"})
                           .row({55, 135}, 290, {"2023-09-30", "$3,448,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-02-15 1000000.00\ncapital_call 2022-02-15 500000.00\n");
}

}  // namespace
}  // namespace dossier::funds
