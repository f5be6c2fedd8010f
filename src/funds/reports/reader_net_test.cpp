// What is under the reader: nothing that looks like a flow is passed over in silence, and totals that are printed must
// be those of the rows.
#include "funds/reports/reports_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

// Below the calls, the title and the lines of something that no rule takes for a table: one row alone, in the columns
// of nothing.
PageSketch with_a_lone_row(std::string_view title, std::initializer_list<std::string_view> row) {
  PageSketch page = calls_page();
  page.text(50, 300, title, true, 12).row({50, 260, 400}, 320, row);
  return page;
}

TEST(Net, flags_a_lone_row_under_a_title_of_flows_or_reads_it) {
  auto reading = read({with_a_lone_row("Distributions", {"Paid to you", "4 May 2023", "$120,000"})});
  EXPECT_EQ(flags_of(reading), "row_unread ");
  EXPECT_DOUBLE_EQ(reading.flags.at(0).place.box.y0, 320);
  EXPECT_EQ(reading.status, ReadingStatus::partial);
}

TEST(Net, lets_alone_what_is_no_flow) {
  const auto flags = [](std::string_view title, std::initializer_list<std::string_view> row) {
    return flags_of(read({with_a_lone_row(title, row)}));
  };
  EXPECT_EQ(flags("Portfolio companies", {"Quill Software", "4 May 2023", "$120,000"}), "");
  EXPECT_EQ(flags("Expected capital calls", {"For Quill", "4 May 2025", "$120,000"}), "");
  EXPECT_EQ(flags("Capital calls", {"Commitment", "4 May 2019", "$120,000"}), "");
  EXPECT_EQ(flags("Distributions", {"Total to", "4 May 2023", "$120,000"}), "");
}

TEST(Net, flags_printed_totals_that_the_rows_do_not_come_to) {
  PageSketch page = calls_page();
  page.text(50, 300, "Total contributions: $1,500,000").text(50, 320, "Total distributions: $300,000");
  auto reading = read({page});
  ASSERT_EQ(flags_of(reading), "printed_figure_differs ");
  EXPECT_DOUBLE_EQ(reading.flags.at(0).place.box.y0, 320);
}

TEST(Net, lets_a_report_of_one_period_fall_short_of_its_totals_since_inception) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Alder Growth Fund II, L.P.", true, 16)
                           .text(50, 65, "Report Date: March 31, 2024")
                           .text(50, 80, "Capital Calls", true)
                           .row({55, 135, 235}, 105, {"Date", "Amount", "Description"}, true)
                           .row({55, 135, 235}, 125, {"2023-12-15", "$1,000,000", "Ninth call"})
                           .row({55, 135, 235}, 145, {"2024-02-15", "$500,000", "Tenth call"})
                           .text(50, 300, "Total contributions: $9,500,000")});
  EXPECT_EQ(reading.funds.at(0).transactions.size(), 2u);
  EXPECT_EQ(flags_of(reading), "");
}

PageSketch funds_across(std::string_view left, std::string_view right) {
  return PageSketch()
      .text(50, 40, "Cash flows of the foundation, EUR", true, 14)
      .row({150, 330}, 80, {left, right}, true)
      .row({50, 150, 240, 330, 420}, 95, {"Date", "Contributions", "Distributions", "Contributions", "Distributions"},
           true)
      .row({50, 150, 330}, 110, {"2020-03-31", "200,000", "75,000"})
      .row({50, 150, 240, 420}, 125, {"2021-02-28", "120,000", "65,000", "88,000"});
}

TEST(Net, gives_each_fund_the_columns_under_its_name) {
  auto reading = read({funds_across("Wansdyke Capital Fund II", "Kennet Ventures IV")});
  ASSERT_EQ(reading.funds.size(), 2u);
  EXPECT_EQ(reading.funds[0].name, "Wansdyke Capital Fund II");
  EXPECT_EQ(rows_of(reading),
            "capital_call 2020-03-31 200000.00\ncapital_call 2021-02-28 120000.00\ndistribution 2021-02-28 65000.00\n"
            "capital_call 2020-03-31 75000.00\ndistribution 2021-02-28 88000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(Net, flags_a_second_column_of_calls_whose_it_is_nobody_knows) {
  auto reading = read({funds_across("Class A", "Class B")});
  EXPECT_NE(flags_of(reading).find("row_unread"), std::string::npos);
}

}  // namespace
}  // namespace dossier::funds
