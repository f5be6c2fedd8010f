#include "funds/reports/reports_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

PageSketch quarters(std::string_view title, std::string_view last_total = "700") {
  PageSketch page;
  page.text(50, 40, "Palisade Secondaries 2018, L.P.", true, 16)
      .text(50, 80, title, true)
      .row({50, 150, 210, 270, 330, 390}, 100, {"Year", "Q1", "Q2", "Q3", "Q4", "Total"}, true)
      .row({50, 150, 210, 270, 330, 390}, 115, {"2019", "1,500", "-", "750", "-", "2,250"})
      .row({50, 150, 210, 270, 330, 390}, 130, {"2020", "-", "1,200", "-", "-", "1,200"})
      .row({50, 150, 210, 270, 330, 390}, 145, {"2021", "400", "-", "-", "300", last_total});
  return page;
}

TEST(ReadGrids, of_years_by_quarters_are_a_row_for_each_amount) {
  auto reading = read({quarters("Capital calls ($000)")});
  EXPECT_EQ(rows_of(reading),
            "capital_call 2019-03-31 1500000.00\ncapital_call 2019-09-30 750000.00\ncapital_call 2020-06-30 "
            "1200000.00\ncapital_call 2021-03-31 400000.00\ncapital_call 2021-12-31 300000.00\n");
  EXPECT_EQ(reading.funds.at(0).transactions.front().precision, DatePrecision::quarter);
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadGrids, are_checked_against_the_sum_of_each_line) {
  EXPECT_EQ(flags_of(read({quarters("Capital calls ($000)", "800")})), "total_mismatch ");
}

TEST(ReadGrids, of_what_is_planned_are_no_flows) {
  EXPECT_EQ(rows_of(read({quarters("Projected capital calls ($000)")})), "");
}

TEST(ReadGrids, take_tiles_of_figures_for_no_portfolio) {
  auto reading = read(
      {PageSketch()
           .text(50, 40, "Alder Capital Partners V SCSp", true, 16)
           .row({50, 180, 310, 440}, 70, {"Commitment", "Total distributions", "Undrawn commitment", "DPI (net)"}, true)
           .row({50, 180, 310, 440}, 85, {"USD 3,000,000", "USD 2,281,000", "USD 803,000", "1.04x"})
           .text(50, 130, "Transaction history", true)
           .row({50, 180, 310, 440}, 150, {"Value date", "Comments", "Drawdowns ($000)", "Distributions ($000)"}, true)
           .row({50, 180, 310, 440}, 165, {"16-Jul-2015", "Initial closing", "-1,150", "-"})
           .row({50, 180, 310, 440}, 180, {"23-Aug-2017", "Sale of Trellis", "-", "727"})});
  EXPECT_TRUE(reading.portfolio_rows.empty());
  EXPECT_EQ(rows_of(reading), "capital_call 2015-07-16 1150000.00\ndistribution 2017-08-23 727000.00\n");
}

TEST(ReadGrids, take_proceeds_of_companies_for_no_distributions) {
  auto reading =
      read({calls_page()
                .text(50, 200, "Schedule of investments", true)
                .row({50, 150, 250, 350, 450}, 220,
                     {"Company", "Initial investment", "Invested capital", "Realized proceeds", "MOIC"}, true)
                .row({50, 150, 250, 350, 450}, 235, {"Altus Dental", "Mar-19", "8,200", "2,300", "1.4x"})
                .row({50, 150, 250, 350, 450}, 250, {"Corvid Software", "Jul-20", "4,400", "9,950", "2.5x"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-02-15 1000000.00\ncapital_call 2022-02-15 500000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

PageSketch register_of_codes(std::string_view key) {
  PageSketch page;
  page.text(50, 40, "Sierra Blanca Energy Partners, LP", true, 16)
      .text(50, 60, "Register of your capital account")
      .row({50, 150, 250}, 100, {"Date", "Code", "Amount ($)"}, true)
      .row({50, 150, 250}, 115, {"03/14/2017", "K1", "800,000.00"})
      .row({50, 150, 250}, 130, {"05/23/2018", "RD", "250,000.00"})
      .row({50, 150, 250}, 145, {"10/27/2021", "D", "975,000.00"})
      .text(50, 180, key);
  return page;
}

TEST(ReadGrids, read_rows_named_by_codes_that_a_key_explains) {
  auto reading = read({register_of_codes("Codes: K1 = capital call; D = distribution; RD = recallable distribution.")});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2017-03-14 800000.00\ndistribution 2018-05-23 250000.00\ndistribution 2021-10-27 975000.00\n");
  EXPECT_EQ(reading.funds.at(0).transactions.at(1).recallable, true);
}

TEST(ReadGrids, flag_rows_named_by_codes_that_nothing_explains) {
  auto reading = read({register_of_codes("")});
  EXPECT_EQ(rows_of(reading), "");
  EXPECT_EQ(flags_of(reading), "kind_unknown ");
}

TEST(ReadGrids, flag_figures_of_another_scale_than_the_rows) {
  auto page = calls_page();
  page.text(50, 95 + 120, "Commitment: $8,000,000,000");
  EXPECT_EQ(flags_of(read({page})), "total_mismatch ");
}

TEST(ReadGrids, hear_a_scale_among_several_remarks_on_a_line) {
  auto page = PageSketch();
  page.text(50, 40, "Ashgrove European Buyout III SCSp", true, 16)
      .text(20, 60,
            "Investor cash flow ledger | Stichting Pensioenfonds Delta Nederland | amounts in EUR thousands | as at 30 "
            "June 2023")
      .row({50, 150, 250}, 100, {"Date", "Type", "Amount"}, true)
      .row({50, 150, 250}, 115, {"15-Feb-18", "Capital call", "1,800"})
      .row({50, 150, 250}, 130, {"28-Jul-21", "Distribution", "1,500"});
  EXPECT_EQ(rows_of(read({page})), "capital_call 2018-02-15 1800000.00\ndistribution 2021-07-28 1500000.00\n");
}

TEST(ReadGrids, keep_the_words_of_wrapped_cells_in_their_columns) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Investor transactions", true)
                           .grid({50, 102, 170, 300, 400}, {80, 95, 130})
                           .row({53, 105, 173, 303}, 83, {"Value date", "Type", "Description", "Amount"}, true)
                           .row({53, 105, 173, 303}, 97, {"30", "Capital", "Follow-on", "350,000.00"})
                           .row({56, 99.5}, 108, {"September", "Call"})
                           .text(53, 119, "2021")});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-09-30 350000.00\n");
}

TEST(ReadGrids, take_a_note_that_begins_with_a_day_for_no_footnote) {
  auto reading =
      read({PageSketch()
                .text(50, 80, "Distributions", true)
                .row({50, 130, 330}, 100, {"Date", "Type", "Amount"}, true)
                .row({50, 130, 330}, 115, {"15-Feb-2021", "Return of capital", "1,000,000"})
                .row({50, 130, 330}, 130, {"15-May-2021", "Return of capital (1)", "500,000"})
                .text(50, 200, "1 January 2027 is the day until which all return of capital is recallable.")});
  EXPECT_EQ(reading.funds.at(0).transactions.at(0).recallable, true);
  EXPECT_EQ(reading.funds.at(0).transactions.at(1).recallable, true);
}

TEST(ReadGrids, give_days_the_year_that_stands_above_them) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Capital calls and distributions", true)
                           .row({50, 130, 280, 380}, 100, {"Date", "Event", "Called", "Distributed"}, true)
                           .text(50, 115, "2020")
                           .row({50, 130, 280}, 130, {"12 Mar", "Call 1", "1,000,000"})
                           .row({50, 130, 280}, 145, {"4 Sep", "Call 2", "450,000"})
                           .text(50, 160, "2022")
                           .row({50, 130, 380}, 175, {"8 Jul", "Return of capital", "900,000"})});
  EXPECT_EQ(rows_of(reading),
            "capital_call 2020-03-12 1000000.00\ncapital_call 2020-09-04 450000.00\ndistribution 2022-07-08 "
            "900000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

PageSketch days_across(std::string_view second, std::string_view total) {
  PageSketch page;
  page.text(50, 60, "Investor cash flows, USD", true)
      .grid({50, 150, 230, 310, 390}, {100, 115, 130, 145})
      .row({155, 235, 315}, 103, {"31-Mar-20", "15-Sep-20", "Total"}, true)
      .row({53, 155, 235, 315}, 118, {"Capital calls", "1,200,000", second, total})
      .row({53, 155, 235, 315}, 133, {"Distributions", "-", "430,000", "430,000"});
  return page;
}

TEST(ReadGrids, turn_tables_whose_days_stand_side_by_side) {
  EXPECT_EQ(rows_of(read({days_across("800,000", "2,000,000")})),
            "capital_call 2020-03-31 1200000.00\ncapital_call 2020-09-15 800000.00\ndistribution 2020-09-15 "
            "430000.00\n");
}

TEST(ReadGrids, take_balances_of_several_days_for_no_flows) {
  EXPECT_EQ(rows_of(read({days_across("1,800,000", "1,800,000")})), "");
}

PageSketch days_without_year(std::string_view year) {
  PageSketch page;
  page.text(50, 40, "Capital calls and distributions", true)
      .row({50, 130, 280, 380}, 100, {"Date", "Event", "Called", "Distributed"}, true)
      .text(50, 115, year)
      .row({50, 130, 280}, 130, {"12 Mar", "Call 1", "1,000,000"})
      .row({50, 130, 280}, 145, {"4 Sep", "Call 2", "450,000"})
      .row({50, 130, 280}, 160, {"8 Jan", "Call 3", "300,000"});
  return page;
}

TEST(ReadGrids, flag_days_that_have_lost_the_heading_of_their_year) {
  auto reading = read({days_without_year("2020")});
  EXPECT_EQ(rows_of(reading), "capital_call 2020-03-12 1000000.00\ncapital_call 2020-09-04 450000.00\n");
  EXPECT_EQ(flags_of(reading), "date_missing ");
}

TEST(ReadGrids, flag_days_whose_year_stands_nowhere) {
  auto page = days_without_year("");
  page.text(50, 220, "Commitment: $4,000,000");
  auto reading = read({page});
  EXPECT_EQ(rows_of(reading), "");
  EXPECT_EQ(flags_of(reading), "row_unread ");
}

TEST(ReadGrids, find_days_at_the_end_of_labels) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Summary of calls and distributions", true)
                           .row({50, 300}, 100, {"Capital Call 1 (January 15, 2020)", "1,000,000"})
                           .row({50, 300}, 115, {"Capital Call 2 (July 1, 2020)", "600,000"})
                           .row({50, 300}, 130, {"Distribution 1 (November 30, 2022)", "1,125,000"})});
  EXPECT_EQ(rows_of(reading),
            "capital_call 2020-01-15 1000000.00\ncapital_call 2020-07-01 600000.00\ndistribution 2022-11-30 "
            "1125000.00\n");
}

TEST(ReadGrids, take_the_amounts_in_the_currency_of_the_report) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Berichtswährung: EUR. Zeichnungssumme: EUR 1.000.000,00")
                           .row({50, 130, 230, 330}, 100, {"Valuta", "Art", "Betrag USD", "Betrag EUR"}, true)
                           .row({50, 130, 230, 330}, 115, {"15.01.2020", "Kapitalabruf", "550.000,00", "500.000,00"})
                           .row({50, 130, 230, 330}, 130, {"10.03.2022", "Ausschüttung", "220.000,00", "200.000,00"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2020-01-15 500000.00\ndistribution 2022-03-10 200000.00\n");
}

TEST(ReadGrids, leave_out_rows_that_tell_how_a_value_changed) {
  auto reading = read(
      {PageSketch()
           .text(50, 60, "Capital account activity", true)
           .row({50, 130, 330, 430}, 100, {"Date", "Activity", "Amount", "Capital balance"}, true)
           .row({50, 130, 430}, 115, {"01/01/2022", "Beginning capital", "3,200,000"})
           .row({50, 130, 330, 430}, 130, {"02/15/2022", "Contribution", "500,000", "3,700,000"})
           .row({50, 130, 330, 430}, 145, {"05/20/2022", "Distribution", "(260,000)", "3,440,000"})
           .row({50, 130, 330, 430}, 160, {"06/30/2022", "Unrealized appreciation", "310,500", "3,750,500"})
           .row({50, 130, 330, 430}, 175, {"12/31/2022", "Allocated net investment income", "18,250", "3,768,750"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2022-02-15 500000.00\ndistribution 2022-05-20 260000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadGrids, set_several_footnote_marks_apart_from_an_amount) {
  auto reading = read({PageSketch()
                           .row({50, 130, 280}, 100, {"Date", "Type", "Amount"}, true)
                           .row({50, 130, 280}, 115, {"15-May-2018", "Capital call", "2,000,000 (1)"})
                           .row({50, 130, 280}, 130, {"20-Feb-2019", "Capital call", "1,500,000 (1)(2)"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2018-05-15 2000000.00\ncapital_call 2019-02-20 1500000.00\n");
}

TEST(ReadGrids, take_the_comma_behind_a_day_for_no_decimal_mark) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Beträge in Tausend EUR")
                           .row({50, 150, 300}, 100, {"Datum", "Abrufe (EUR)", "Rückflüsse (EUR)"}, true)
                           .row({50, 150}, 115, {"18.03.2015", "1.247"})
                           .row({50, 300}, 130, {"08.02.2016", "2.925"})
                           .text(50, 180, "Nach dem Stichtag, am 08.02.2018, ruhte die Nachfrage.")});
  EXPECT_EQ(rows_of(reading), "capital_call 2015-03-18 1247000.00\ndistribution 2016-02-08 2925000.00\n");
}

TEST(ReadGrids, flag_a_month_among_days) {
  auto reading = read({PageSketch()
                           .row({50, 150, 300}, 100, {"Date", "Type", "Amount"}, true)
                           .row({50, 150, 300}, 115, {"September 2009", "Distribution", "16,526"})
                           .row({50, 150, 300}, 130, {"15 November 2010", "Distribution", "4,612"})
                           .row({50, 150, 300}, 145, {"27 December 2010", "Distribution", "6,263"})
                           .row({50, 150, 300}, 160, {"2 February 2011", "Distribution", "6,651"})
                           .row({50, 150, 300}, 175, {"27 March 2012", "Distribution", "15,788"})});
  EXPECT_EQ(flags_of(reading), "date_ambiguous ");
}

TEST(ReadGrids, take_a_fund_called_project_for_no_forecast) {
  EXPECT_NE(rows_of(read({quarters("Project Alpha: capital calls ($000)")})), "");
  EXPECT_EQ(rows_of(read({quarters("Projections of capital calls ($000)")})), "");
}

TEST(ReadGrids, take_the_change_between_two_balances_for_no_sum) {
  auto balances = [](std::string_view last, std::string_view third) {
    return PageSketch()
        .text(50, 60, "Investor cash flows, EUR m")
        .grid({50, 150, 230, 310, 390}, {100, 115, 130, 145})
        .row({155, 235, 315}, 103, {"31-Dec-22", "31-Dec-23", last}, true)
        .row({53, 155, 235, 315}, 118, {"Contributions", "0.2", "0.3", third})
        .row({53, 155, 235, 315}, 133, {"Distributions", "0.1", "0.2", "0.3"});
  };
  EXPECT_EQ(rows_of(read({balances("Change", "0.1")})), "");
  EXPECT_EQ(rows_of(read({balances("Total", "0.1")})), "");
  EXPECT_EQ(rows_of(read({balances("Total", "0.5")})),
            "capital_call 2022-12-31 200000.00\ndistribution 2022-12-31 100000.00\ncapital_call 2023-12-31 "
            "300000.00\ndistribution 2023-12-31 200000.00\n");
}

PageSketch allocations(std::string_view type) {
  return PageSketch()
      .text(50, 60, "Capital account activity", true)
      .row({50, 130, 330}, 100, {"Date", "Type", "Amount"}, true)
      .row({50, 130, 330}, 115, {"15-Feb-2021", "Capital call", "500,000"})
      .row({50, 130, 330}, 130, {"15-May-2021", type, "250,000"});
}

TEST(ReadGrids, take_a_call_for_one_whatever_it_is_allocated_to) {
  const std::string call = "capital_call 2021-02-15 500000.00\n";
  auto reading = read({allocations("Capital call - allocation of fees")});
  EXPECT_EQ(rows_of(reading), call + "capital_call 2021-05-15 250000.00\n");
  EXPECT_EQ(flags_of(reading), "");
  EXPECT_EQ(flags_of(read({allocations("Unrealised gain")})), "");
}

TEST(ReadGrids, flag_what_may_be_a_payment_or_the_change_of_a_value) {
  auto reading = read({allocations("Allocated distribution")});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-02-15 500000.00\n");
  EXPECT_EQ(flags_of(reading), "kind_unknown ");
}

}  // namespace
}  // namespace dossier::funds
