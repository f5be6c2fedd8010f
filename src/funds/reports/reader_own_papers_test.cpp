// What papers set by hand in the manner of real reports (tests/funds/papers) taught the reader.
#include "funds/reports/reports_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(ReadOwnPapers, the_scale_of_a_schedule_of_investments_is_its_own) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Alder Growth Fund II, L.P.", true, 14)
                           .text(50, 90, "Schedule of Investments (in thousands)", true)
                           .row({50, 200, 300, 400}, 105, {"Company", "Date acquired", "Cost", "Fair value"}, true)
                           .row({50, 200, 300, 400}, 120, {"Larkmoor", "06/18/2018", "$68,500", "$212,400"})
                           .row({50, 200, 300, 400}, 135, {"Pinnacle", "11/02/2020", "82,150", "121,300"})
                           .text(50, 180, "Capital calls", true)
                           .row({50, 200}, 195, {"Date", "Amount"}, true)
                           .row({50, 200}, 210, {"05/31/2018", "$2,150,000"})
                           .row({50, 200}, 225, {"10/28/2020", "$2,900,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2018-05-31 2150000.00\ncapital_call 2020-10-28 2900000.00\n");
}

TEST(ReadOwnPapers, the_proceeds_of_a_sale_are_not_the_investors_distributions) {
  auto page = calls_page();
  page.text(50, 300, "In May the Fund closed the sale of Larkmoor for total proceeds of $212.4 million.");
  EXPECT_FALSE(read({page}).funds.at(0).reported.total_distributions);
}

TEST(ReadOwnPapers, the_programme_of_a_meeting_is_no_ledger) {
  auto reading = read({PageSketch()
                           .text(50, 60, "We invite our investors to the annual meeting in Exeter.")
                           .grid({50, 150, 250, 350}, {100, 115, 130, 145})
                           .row({55, 155, 255}, 103, {"Date", "Event", "Fee"}, true)
                           .row({55, 155, 255}, 118, {"17 April 2024", "Dinner", "£95"})
                           .row({55, 155, 255}, 133, {"19 April 2024", "Site visit", "£45"})});
  EXPECT_EQ(rows_of(reading), "");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadOwnPapers, a_heading_across_a_portfolio_table_does_not_end_it) {
  PageSketch first(1), second(2);
  first.grid({50, 200, 260, 350, 440, 530}, {100, 115, 130})
      .row({55, 205, 265, 355, 445}, 103, {"Fund", "Vintage", "Commitment", "Cash In", "Cash Out"}, true)
      .row({55, 205, 265, 355, 445}, 118, {"Alder Growth II", "2015", "$10,000,000", "$9,000,000", "$4,000,000"});
  second.grid({50, 200, 260, 350, 440, 530}, {55, 70});
  for (double y : {40.0, 85.0}) second.page().rules.push_back({{50, y, 530, y}, true});
  for (double x : {50.0, 530.0}) second.page().rules.push_back({{x, 40, x, 85}, false});
  second.text(55, 43, "Vintage year 2021", true)
      .row({55, 205, 265, 355, 445}, 58, {"Birch Credit I", "2021", "$5,000,000", "$2,500,000", "$100,000"})
      .text(55, 73, "Vintage year 2022", true);
  auto reading = read({first, second});
  ASSERT_EQ(reading.portfolio_rows.size(), 2u);
  EXPECT_EQ(reading.portfolio_rows[1].name, "Birch Credit I");
}

PageSketch schedule(std::string_view last_heading) {
  return PageSketch()
      .text(50, 40, "Capital Call Notice No. 6", true, 14)
      .text(50, 65, "To: Borealis Insurance plc")
      .text(50, 80, "Due date: 20 May 2022")
      .row({50, 200, 300, 420}, 110, {"Investor", "Your share", "Distribution set off", last_heading}, true)
      .row({50, 200, 300, 420}, 125, {"Avon Pension Fund", "2,400,000", "(700,000)", "1,700,000"})
      .row({50, 200, 300, 420}, 140, {"Borealis Insurance plc", "1,800,000", "(525,000)", "1,275,000"})
      .row({50, 200, 300, 420}, 155, {"Total", "4,200,000", "(1,225,000)", "2,975,000"});
}

TEST(ReadOwnPapers, a_notice_with_a_schedule_takes_the_addressees_row_and_what_is_set_off_in_it) {
  EXPECT_EQ(rows_of(read({schedule("Net amount due")})),
            "capital_call 2022-05-20 1800000.00\ndistribution 2022-05-20 525000.00\n");
}

TEST(ReadOwnPapers, what_no_net_amount_confirms_is_not_set_off) {
  EXPECT_EQ(rows_of(read({schedule("Commitment")})), "capital_call 2022-05-20 1800000.00\n");
}

TEST(ReadOwnPapers, a_notice_parts_what_may_be_called_again) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Distribution Notice", true, 14)
                           .text(50, 65, "Payment date: 26 September 2023")
                           .row({50, 250, 350}, 100, {"Component", "Fund total", "Your share"}, true)
                           .row({50, 250, 350}, 115, {"Return of capital (recallable)", "$24,000,000", "$480,000"})
                           .row({50, 250, 350}, 130, {"Realized gain", "31,500,000", "630,000"})
                           .row({50, 250, 350}, 145, {"Dividend income", "2,500,000", "50,000"})
                           .row({50, 250, 350}, 160, {"Gross distribution", "$58,000,000", "$1,160,000"})
                           .row({50, 250, 350}, 175, {"Less: withholding tax", "(375,000)", "(7,500)"})
                           .row({50, 250, 350}, 190, {"Net payment", "$57,625,000", "$1,152,500"})});
  ASSERT_EQ(rows_of(reading), "distribution 2023-09-26 680000.00\ndistribution 2023-09-26 480000.00\n");
  EXPECT_EQ(reading.funds[0].transactions[0].recallable, false);
  EXPECT_EQ(reading.funds[0].transactions[1].recallable, true);
}

TEST(ReadOwnPapers, two_funds_side_by_side_keep_their_own_rows) {
  auto reading = read({PageSketch(1, 842, 595)
                           .text(50, 40, "Holdings as of 31 December 2022")
                           .row({50, 450}, 60, {"Ormskirk Fund I LP", "Pendle Partners III LP"}, true)
                           .grid({50, 150, 250, 350}, {80, 95, 110, 125})
                           .grid({450, 550, 650, 750}, {80, 95, 110, 125})
                           .row({55, 155, 255}, 83, {"Date", "Type", "Amount"}, true)
                           .row({455, 555, 655}, 83, {"Date", "Type", "Amount"}, true)
                           .row({55, 155, 255}, 98, {"2018-04-12", "Capital call", "$250,000"})
                           .row({455, 555, 655}, 98, {"2017-10-03", "Capital call", "$900,000"})
                           .row({55, 155, 255}, 113, {"2020-12-18", "Distribution", "$300,000"})
                           .row({455, 555, 655}, 113, {"2019-12-20", "Distribution", "$260,000"})});
  ASSERT_EQ(reading.funds.size(), 2u);
  EXPECT_EQ(reading.funds[0].name, "Ormskirk Fund I LP");
  EXPECT_EQ(reading.funds[1].name, "Pendle Partners III LP");
  EXPECT_EQ(reading.funds[1].transactions.at(0).amount.text(), "900000.00");
  ASSERT_TRUE(reading.funds[1].as_of);
}

TEST(ReadOwnPapers, totals_that_a_page_break_left_alone_are_no_figures_of_the_report) {
  PageSketch first(1), second(2);
  first.text(50, 40, "Cash flows", true)
      .grid({50, 150, 250, 350}, {80, 95, 110, 125})
      .row({55, 155, 255}, 83, {"Date", "Type", "Amount"}, true)
      .row({55, 155, 255}, 98, {"2018-04-12", "Capital call", "$250,000"})
      .row({55, 155, 255}, 113, {"2020-12-18", "Distribution", "$300,000"});
  second.grid({50, 150, 250, 350}, {40, 55, 70})
      .row({55, 255}, 43, {"Total capital calls", "$250,000"}, true)
      .row({55, 255}, 58, {"Total distributions", "$300,000"}, true)
      .row({50, 250}, 120, {"Cumulative distributions (net of adjustments)", "$290,000"});
  auto reading = read({first, second});
  EXPECT_EQ(reading.funds.at(0).reported.total_distributions->value.text(), "290000.00");
  EXPECT_FALSE(reading.funds.at(0).reported.total_calls);
}

TEST(ReadOwnPapers, a_column_of_names_parts_the_flows_of_several_funds) {
  auto reading =
      read({PageSketch()
                .text(50, 40, "Private equity cash flows to 31 December 2021", true, 13)
                .row({50, 150, 300, 420}, 100, {"Value date", "Fund", "Transaction", "Amount (GBP)"}, true)
                .row({50, 150, 300, 420}, 115, {"12 Jan 2021", "Eskdale Fund V LP", "Drawdown", "300,000"})
                .row({50, 150, 300, 420}, 130, {"3 Mar 2021", "Calder Credit II LP", "Drawdown", "450,000"})
                .row({50, 150, 300, 420}, 145, {"19 May 2021", "Eskdale Fund V LP", "Distribution", "120,000"})
                .row({50, 300, 420}, 160, {"Total", "", "870,000"}, true)});
  ASSERT_EQ(reading.funds.size(), 2u);
  EXPECT_EQ(reading.funds[0].name, "Eskdale Fund V LP");
  EXPECT_EQ(reading.funds[0].transactions.size(), 2u);
  EXPECT_EQ(reading.funds[1].transactions.size(), 1u);
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadOwnPapers, where_the_investor_stands_after_a_call_is_not_the_call) {
  auto reading =
      read({PageSketch()
                .text(50, 40, "Capital Call Notice", true, 14)
                .text(50, 65, "Due date: 19 August 2024")
                .row({50, 250, 350}, 100, {"Amounts", "Total fund", "Your share"}, true)
                .row({50, 250, 350}, 115, {"Investments", "$60,000,000", "$900,000"})
                .row({50, 250, 350}, 130, {"Management fees", "4,000,000", "60,000"})
                .row({50, 250, 350}, 145, {"Total capital call", "$64,000,000", "$960,000"})
                .row({50, 250, 350}, 220, {"Commitment", "Total fund", "Your share"}, true)
                .row({50, 250, 350}, 235, {"Unfunded commitment before this call", "310,000,000", "4,650,000"})
                .row({50, 250, 350}, 250, {"Less: this call", "(64,000,000)", "(960,000)"})
                .row({50, 250, 350}, 265, {"Unfunded commitment after this call", "246,000,000", "3,690,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2024-08-19 960000.00\n");
}

TEST(ReadOwnPapers, a_line_of_facts_above_a_table_is_not_its_heading) {
  auto reading = read(
      {PageSketch()
           .text(50, 40, "Investor account, drawdowns", true, 13)
           .row({50, 200, 400}, 70, {"Investor no. 44071", "Statement period 01.01.2020 - 31.12.2023", "Currency EUR"})
           .row({50, 150, 250, 400}, 95, {"Notice date", "Settlement date", "Transaction", "Amount"}, true)
           .row({50, 150, 250, 400}, 110, {"03.02.2020", "17.02.2020", "Drawdown 1", "600,000.00"})
           .row({50, 150, 250, 400}, 125, {"21.09.2020", "05.10.2020", "Drawdown 2", "450,000.00"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2020-02-17 600000.00\ncapital_call 2020-10-05 450000.00\n");
}

TEST(ReadOwnPapers, sentences_beside_a_ledger_are_no_part_of_it) {
  auto reading = read(
      {PageSketch()
           .text(50, 60, "Lyndhurst Capital Partners VI LP", true, 14)
           .text(320, 90, "Capital contributions", true)
           .row({50, 320, 450}, 105, {"Deal activity recovered in the second half of", "Date", "Amount"})
           .row({50, 320, 450}, 118, {"2023. Exit markets were slow. The sale of Harrow", "14/02/2019", "£1,100,000"})
           .row({50, 320, 450}, 131, {"Foods was signed in November and closed in", "22/11/2019", "£760,000"})
           .row({50, 320, 450}, 144, {"the first quarter of the year.", "17/06/2023", "£420,000"})});
  EXPECT_EQ(rows_of(reading),
            "capital_call 2019-02-14 1100000.00\ncapital_call 2019-11-22 760000.00\n"
            "capital_call 2023-06-17 420000.00\n");
}

PageSketch quarter_and_inception(std::string_view quarter, std::string_view last_day) {
  return PageSketch()
      .text(50, 40, "Alder Growth Fund II, L.P.", true, 14)
      .text(50, 80, quarter, true)
      .row({50, 150, 250}, 95, {"Date", "Type", "Amount"}, true)
      .row({50, 150, 250}, 110, {"2022-04-21", "Capital call", "$310,000"})
      .row({50, 150, 250}, 125, {"2022-06-09", "Distribution", "$125,000"})
      .text(50, 180, "Activity since inception", true)
      .row({50, 150, 250}, 195, {"Date", "Type", "Amount"}, true)
      .row({50, 150, 250}, 210, {"2019-02-01", "Capital call", "$900,000"})
      .row({50, 150, 250}, 225, {"2022-04-21", "Capital call", "$310,000"})
      .row({50, 150, 250}, 240, {last_day, "Distribution", "$125,000"});
}

TEST(ReadOwnPapers, what_a_table_of_the_quarter_repeats_counts_once) {
  EXPECT_EQ(read({quarter_and_inception("Activity during the quarter", "2022-06-09")}).funds.at(0).transactions.size(),
            3u);
  EXPECT_EQ(read({quarter_and_inception("Activity", "2022-06-09")}).funds.at(0).transactions.size(), 3u);
}

TEST(ReadOwnPapers, a_table_that_no_other_holds_whole_keeps_all_its_rows) {
  EXPECT_EQ(read({quarter_and_inception("Activity during the quarter", "2022-06-10")}).funds.at(0).transactions.size(),
            5u);
}

TEST(ReadOwnPapers, calls_that_are_expected_are_no_calls) {
  auto page = calls_page();
  page.text(50, 200, "Expected capital calls", true)
      .row({50, 150, 250}, 215, {"Date", "Amount", "Description"}, true)
      .row({50, 150, 250}, 230, {"2024-09-30", "$800,000 (est.)", "Block 11"});
  auto reading = read({page});
  EXPECT_EQ(reading.funds.at(0).transactions.size(), 2u);
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadOwnPapers, a_schedule_of_parts_takes_their_total) {
  auto reading =
      read({PageSketch()
                .text(50, 40, "Distribution Notice", true, 14)
                .text(50, 65, "Investor: Castellan Foundation")
                .text(50, 80, "Payment date: 30 November 2023")
                .grid({50, 180, 330, 430, 540}, {100, 115, 130, 145})
                .row({53, 183, 333, 433}, 103,
                     {"Limited partner", "Return of capital (recallable)", "Realised gain", "Total distribution"}, true)
                .row({53, 183, 333, 433}, 118, {"Aldgate Pension Fund", "£400,000", "£1,220,000", "£1,620,000"})
                .row({53, 183, 333, 433}, 133, {"Castellan Foundation", "£100,000", "£305,000", "£405,000"})});
  EXPECT_EQ(rows_of(reading), "distribution 2023-11-30 305000.00\ndistribution 2023-11-30 100000.00\n");
}

TEST(ReadOwnPapers, states_of_an_account_among_its_flows_are_no_flows) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Private equity tracker - Kinder Edge Fund II LP", true, 12)
                           .row({50, 160, 270}, 80, {"Date", "Event", "Amount GBP"}, true)
                           .row({50, 160, 270}, 95, {"2018-03-01", "Commitment", "2,000,000.00"})
                           .row({50, 160, 270}, 110, {"2018-04-16", "Capital call", "400,000.00"})
                           .row({50, 160, 270}, 125, {"2018-12-31", "Valuation", "391,200.00"})
                           .row({50, 160, 270}, 140, {"2021-05-28", "Distribution", "275,000.00"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2018-04-16 400000.00\ndistribution 2021-05-28 275000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadOwnPapers, quarters_from_opening_to_closing_value_hold_flows) {
  auto reading =
      read({PageSketch()
                .text(50, 40, "Caldbeck Income Fund LP", true, 14)
                .row({50, 200, 300, 400}, 80, {"Quarter ended", "31 Mar 2022", "30 Jun 2022", "30 Sep 2022"}, true)
                .row({50, 200, 300, 400}, 95, {"Opening NAV", "4,000,000", "4,310,000", "4,402,500"})
                .row({50, 200, 300, 400}, 110, {"Capital called", "250,000", "-", "120,000"})
                .row({50, 200, 300, 400}, 125, {"Distributions paid", "-", "(85,000)", "(410,000)"})
                .row({50, 200, 300, 400}, 140, {"Valuation change", "60,000", "177,500", "107,500"})
                .row({50, 200, 300, 400}, 155, {"Closing NAV", "4,310,000", "4,402,500", "4,220,000"})});
  EXPECT_EQ(rows_of(reading),
            "capital_call 2022-03-31 250000.00\ndistribution 2022-06-30 85000.00\n"
            "capital_call 2022-09-30 120000.00\ndistribution 2022-09-30 410000.00\n");
}

TEST(ReadOwnPapers, a_day_of_payment_may_stand_among_words) {
  EXPECT_EQ(rows_of(read({PageSketch()
                              .text(50, 40, "Drawdown Notice", true, 14)
                              .text(50, 65, "Payment due by: 12:00 noon (London) on 14 February 2024")
                              .text(50, 80, "Amount due from you: £625,000.00")})),
            "capital_call 2024-02-14 625000.00\n");
}

TEST(ReadOwnPapers, the_scale_of_a_chart_beside_a_table_is_not_the_tables) {
  auto slide = [](double chart) {
    return PageSketch(1, 842, 595)
        .text(50, 40, "Copper Basin Growth Partners II, L.P.", true, 16)
        .text(chart, 100, "NAV by year end ($ millions)", true)
        .grid({400, 480, 600, 700}, {95, 110, 125, 140})
        .row({405, 485, 605}, 98, {"Date", "Flow", "USD"}, true)
        .row({405, 485, 605}, 113, {"02/15/2023", "Capital call", "1,200,000"})
        .row({405, 485, 605}, 128, {"06/27/2023", "Distribution", "3,450,000"});
  };
  EXPECT_EQ(rows_of(read({slide(50)})), "capital_call 2023-02-15 1200000.00\ndistribution 2023-06-27 3450000.00\n");
}

TEST(ReadOwnPapers, a_scale_beyond_all_funds_is_not_the_tables) {
  auto page = calls_page();
  page.text(50, 90, "Chart: NAV (in $ millions)");
  EXPECT_EQ(rows_of(read({page})), "capital_call 2021-02-15 1000000.00\ncapital_call 2022-02-15 500000.00\n");
}

TEST(ReadOwnPapers, a_group_over_a_column_and_its_neighbours_own_headings) {
  PageSketch page;
  page.text(50, 40, "Investor cash flows", true)
      .text(250, 74, "Proceeds (EUR)", true)
      .row({50, 150, 250, 370, 480}, 86, {"Date", "Called", "Return of capital", "Capital gain", "Total"}, true)
      .row({50, 150}, 101, {"2019-12-31", "1,022,500"})
      .row({50, 150}, 116, {"2020-06-30", "370,000"})
      .row({50, 250, 370, 480}, 131, {"2021-06-30", "1,034,135", "1,076,346", "2,110,481"})
      .row({50, 250, 370, 480}, 146, {"2022-03-31", "1,066,905", "626,595", "1,693,500"});
  EXPECT_EQ(read({page}).funds.at(0).transactions.size(), 6u);
}

TEST(ReadOwnPapers, what_the_funds_column_says_of_the_direction_holds_for_the_investors) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Peregrine Fund II, L.P.", true, 14)
                           .row({50, 120, 220, 340}, 80, {"Notice #", "Due date", "Total called", "Your share"}, true)
                           .row({50, 120, 220, 340}, 95, {"Call 1", "4/14/2014", "$50,000,000", "$1,000,000"})
                           .row({50, 120, 220, 340}, 110, {"Call 2", "1/19/2015", "$37,500,000", "$750,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2014-04-14 1000000.00\ncapital_call 2015-01-19 750000.00\n");
}

TEST(ReadOwnPapers, the_result_of_the_year_is_no_flow_where_only_the_text_says_so) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Kapitalkontoentwicklung 2021 der Kommanditisten", true, 13)
                           .row({50, 150, 400}, 80, {"Datum", "Text", "EUR"}, true)
                           .row({50, 150, 400}, 95, {"15.03.2021", "Kapitalabruf Nr. 7", "150.000,00"})
                           .row({50, 150, 400}, 110, {"30.06.2021", "Ausschüttung", "-275.000,00"})
                           .row({50, 150, 400}, 125, {"31.12.2021", "Ergebniszuweisung", "312.880,40"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-03-15 150000.00\ndistribution 2021-06-30 275000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

}  // namespace
}  // namespace dossier::funds
