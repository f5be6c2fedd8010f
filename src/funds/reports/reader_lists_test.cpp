#include "funds/reports/reports_for_tests.h"

// Payments printed in other ways than as the rows of a table.
namespace dossier::funds {
namespace {

using namespace testing;

PageSketch fund_page() {
  return PageSketch().text(50, 40, "Alder Growth Fund II, L.P.", true, 16);
}

TEST(ReadLists, of_payments_in_lines_of_text) {
  auto reading = read({fund_page()
                           .text(50, 70, "Capital calls to date:")
                           .text(50, 85, "\u2022 14 March 2019 - \u20AC500,000 (initial closing)")
                           .text(50, 97, "\u2022 2 September 2020 - \u20AC275,000 (Inishowen Hatcheries)")
                           .text(50, 120, "Distributions to date:")
                           .text(50, 135, "\u2022 20 December 2022 - \u20AC118,000 (dividend)")});
  EXPECT_EQ(rows_of(reading),
            "capital_call 2019-03-14 500000.00\ncapital_call 2020-09-02 275000.00\n"
            "distribution 2022-12-20 118000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadLists, but_not_sentences_that_begin_with_a_day) {
  auto reading =
      read({calls_page()
                .text(50, 220, "The manager called little in the year. On")
                .text(50, 232, "14 March 2023 the fund held \u20AC500,000 in cash and \u20AC90,000 in bonds.")});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-02-15 1000000.00\ncapital_call 2022-02-15 500000.00\n");
}

PageSketch& block(PageSketch& page, double y, std::string_view name, std::string_view day, std::string_view amount) {
  return page.text(50, y, name, true)
      .row({50, 150}, y + 14, {"Due date", day})
      .row({50, 150}, y + 28, {"Amount", amount});
}

TEST(ReadLists, of_blocks_with_a_payment_each) {
  PageSketch page = fund_page();
  block(page, 80, "Drawdown 1", "11 May 2018", "$640,000");
  block(page, 150, "Distribution 1", "17 December 2020", "$142,500");
  block(page, 220, "Drawdown 2", "8 July 2021", "$210,000");
  auto reading = read({page});
  EXPECT_EQ(rows_of(reading),
            "capital_call 2018-05-11 640000.00\ndistribution 2020-12-17 142500.00\n"
            "capital_call 2021-07-08 210000.00\n");
  ASSERT_EQ(reading.funds[0].transactions.size(), 3u);
  EXPECT_EQ(reading.funds[0].transactions[2].number, "2");
}

TEST(ReadLists, of_drawdowns_side_by_side_by_the_day_they_were_due) {
  auto reading = read({fund_page()
                           .grid({50, 150, 250, 350, 450}, {100, 120, 140, 160, 180, 200})
                           .row({155, 255, 355}, 105, {"Drawdown 1", "Drawdown 2", "Total"}, true)
                           .row({55, 155, 255}, 125, {"Notice date", "18/02/2019", "30/08/2019"})
                           .row({55, 155, 255}, 145, {"Due date", "04/03/2019", "13/09/2019"})
                           .row({55, 155, 255, 355}, 165, {"Amount called", "$275,000", "$410,000", "$685,000"})
                           .row({55, 155, 255}, 185, {"Cumulative called", "$275,000", "$685,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2019-03-04 275000.00\ncapital_call 2019-09-13 410000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadLists, of_a_spreadsheet_with_its_letters_and_numbers) {
  auto reading = read({fund_page()
                           .grid({50, 80, 180, 280, 380}, {100, 120, 140, 160, 180})
                           .row({85, 185, 285}, 105, {"A", "B", "C"})
                           .row({55, 85, 185, 285}, 125, {"1", "Date", "Call", "Dist"})
                           .row({55, 85, 185}, 145, {"2", "2019-03-04", "$275,000"})
                           .row({55, 85, 285}, 165, {"3", "2020-09-13", "$410,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2019-03-04 275000.00\ndistribution 2020-09-13 410000.00\n");
}

TEST(ReadLists, of_flows_without_those_that_a_title_only_supposes) {
  auto reading = read({calls_page()
                           .text(50, 220, "Capital calls without use of the subscription facility", true)
                           .grid({50, 130, 230, 330}, {240, 260, 280})
                           .row({55, 135, 235}, 245, {"Date", "Amount", "Description"}, true)
                           .row({55, 135, 235}, 265, {"2020-11-03", "$1,000,000", "First call"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-02-15 1000000.00\ncapital_call 2022-02-15 500000.00\n");
}

TEST(ReadLists, of_recallable_payments_in_a_column_of_their_own) {
  auto reading =
      read({fund_page()
                .grid({50, 150, 250, 350, 450}, {100, 120, 140, 160, 180})
                .row({55, 155, 255, 355}, 105, {"Date", "Contribution", "Distribution", "Recallable Dist"}, true)
                .row({55, 155}, 125, {"2018-02-27", "$1,100,000"})
                .row({55, 355}, 145, {"2019-06-28", "$300,000"})
                .row({55, 255}, 165, {"2021-10-15", "$900,000"})});
  EXPECT_EQ(rows_of(reading),
            "capital_call 2018-02-27 1100000.00\ndistribution 2019-06-28 300000.00\n"
            "distribution 2021-10-15 900000.00\n");
  EXPECT_EQ(reading.funds[0].transactions[1].recallable, true);
  EXPECT_EQ(reading.funds[0].transactions[2].recallable, false);
}

}  // namespace
}  // namespace dossier::funds
