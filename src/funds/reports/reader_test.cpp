#include "funds/reports/reports_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(ReadReport, reads_a_ruled_table_under_its_title) {
  auto reading = read({calls_page()});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-02-15 1000000.00\ncapital_call 2022-02-15 500000.00\n");
  EXPECT_EQ(reading.status, ReadingStatus::read);
  const Ledger& ledger = reading.funds.at(0);
  EXPECT_EQ(ledger.name, "Alder Growth Fund II, L.P.");
  EXPECT_EQ(ledger.as_of->iso(), "2024-03-31");
  EXPECT_EQ(ledger.currency.code(), "USD");
  EXPECT_EQ(ledger.transactions[0].place.page, 1);
  EXPECT_EQ(ledger.transactions[0].printed, "$1,000,000");
}

TEST(ReadReport, goes_on_with_a_table_after_a_page_break) {
  PageSketch second(2);
  second.grid({50, 130, 230, 330}, {40, 60, 80})
      .row({55, 135, 235}, 45, {"2023-02-15", "$250,000", "Third call"})
      .row({55, 135, 235}, 65, {"Total", "$1,750,000", ""});
  auto reading = read({calls_page(), second});
  EXPECT_EQ(reading.funds.at(0).transactions.size(), 3u);
  EXPECT_EQ(reading.funds.at(0).transactions.back().kind, RowKind::capital_call);
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadReport, sums_a_section_over_its_continuation) {
  PageSketch second(2);
  second.text(50, 30, "Capital Calls (continued)", true)
      .grid({50, 130, 230, 330}, {50, 70, 90, 110})
      .row({55, 135, 235}, 55, {"Date", "Amount", "Description"}, true)
      .row({55, 135, 235}, 75, {"2023-02-15", "$250,000", "Third call"})
      .row({55, 135}, 95, {"Total", "$1,750,000"});
  auto reading = read({calls_page(), second});
  EXPECT_EQ(reading.funds.at(0).transactions.size(), 3u);
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadReport, knows_a_repeated_header_though_an_empty_column_laid_it_into_other_cells) {
  PageSketch second(2);
  second.row({50, 130, 300, 400}, 40, {"Date", "Nature", "Recallable?", "Cash flow"}, true)
      .row({50, 130, 320, 400}, 55, {"2021-11-15", "Return of Capital", "x", "1,150,000"})
      .row({50, 400}, 70, {"Grand total", "(520,000)"});
  auto reading = read({PageSketch()
                           .text(50, 40, "Umber Fund VI, L.P.", true, 16)
                           .row({50, 130, 300, 400}, 700, {"Date", "Nature", "Recallable?", "Cash flow"}, true)
                           .row({50, 130, 400}, 715, {"2015-09-07", "Contribution", "(1,670,000)"}),
                       second});
  EXPECT_EQ(rows_of(reading), "capital_call 2015-09-07 1670000.00\ndistribution 2021-11-15 1150000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadReport, takes_a_title_from_the_foot_of_the_page_before) {
  PageSketch first = calls_page();
  first.text(50, 760, "Distributions", true);
  PageSketch second(2);
  second.grid({50, 130, 230, 330}, {40, 60, 80})
      .row({55, 135, 235}, 45, {"Date", "Amount", "Description"}, true)
      .row({55, 135, 235}, 65, {"2023-02-15", "$250,000", "Sale"});
  EXPECT_EQ(read({first, second}).funds.at(0).transactions.back().kind, RowKind::distribution);
}

TEST(ReadReport, tells_direction_by_the_column_and_leaves_balances_alone) {
  auto reading =
      read({PageSketch()
                .text(50, 80, "Cash flows in USD", true)
                .row({50, 130, 230, 330}, 100, {"Date", "Contributions", "Distributions", "Cumulative"}, true)
                .row({50, 130, 330}, 115, {"2021-02-15", "1,000,000", "(1,000,000)"})
                .row({50, 230, 330}, 130, {"2022-06-30", "250,000", "(750,000)"})
                .row({50, 130, 330}, 145, {"2022-09-30", "300,000", "(1,050,000)"})});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2021-02-15 1000000.00\ndistribution 2022-06-30 250000.00\ncapital_call 2022-09-30 300000.00\n");
}

TEST(ReadReport, keeps_a_reversal_negative_in_whatever_sign_the_document_uses) {
  auto reading = read({PageSketch()
                           .text(50, 80, "Capital Calls", true)
                           .row({50, 130}, 100, {"Date", "Amount (EUR)"}, true)
                           .row({50, 130}, 115, {"2021-02-15", "-1.000.000,00"})
                           .row({50, 130}, 130, {"2021-03-15", "-250.000,50"})
                           .row({50, 130}, 145, {"2021-04-15", "250.000,50"})});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2021-02-15 1000000.00\ncapital_call 2021-03-15 250000.50\ncapital_call 2021-04-15 -250000.50\n");
}

TEST(ReadReport, multiplies_by_the_scale_a_note_states) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Capital calls, in $000s", true)
                           .row({50, 130}, 100, {"Quarter", "Amount"}, true)
                           .row({50, 130}, 115, {"Q1 2021", "6,200"})
                           .row({50, 130}, 130, {"Q2 2021", "950"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-03-31 6200000.00\ncapital_call 2021-06-30 950000.00\n");
}

TEST(ReadReport, reads_two_ledgers_drawn_side_by_side) {
  auto reading = read({PageSketch()
                           .row({50, 300}, 80, {"Drawdowns", "Distributions"}, true)
                           .row({50, 130, 300, 400}, 100, {"Date", "Amount", "Date", "Amount"}, true)
                           .row({50, 130, 300, 400}, 115, {"2021-02-15", "1,000,000", "2022-03-01", "70,000"})
                           .row({50, 130, 300, 400}, 130, {"2021-05-15", "500,000", "Total", "70,000"})
                           .row({50, 130}, 145, {"Total", "1,500,000"})});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2021-02-15 1000000.00\ncapital_call 2021-05-15 500000.00\ndistribution 2022-03-01 70000.00\n");
}

TEST(ReadReport, checks_totals_by_kind_at_the_foot_of_a_combined_table) {
  PageSketch page;
  page.text(50, 80, "Cash flows", true)
      .row({50, 130, 330}, 100, {"Date", "Type", "Amount"}, true)
      .row({50, 130, 330}, 115, {"2021-02-15", "Capital call", "1,000,000"})
      .row({50, 130, 330}, 130, {"2021-05-15", "Distribution", "500,000"})
      .row({50, 130, 330}, 145, {"2021-07-15", "Capital call", "250,000"});
  PageSketch wrong = page;
  page.row({130, 330}, 160, {"Total capital calls", "1,250,000"})
      .row({130, 330}, 175, {"Total distributions", "500,000"});
  EXPECT_EQ(flags_of(read({page})), "");
  wrong.row({130, 330}, 160, {"Total capital calls", "1,350,000"});
  EXPECT_EQ(flags_of(read({wrong})), "total_mismatch ");
}

TEST(ReadReport, puts_a_heading_above_the_columns_of_its_parts) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Distributions", true, 12)
                           .text(210, 90, "Distributions (EUR)", true)
                           .row({50, 150, 250, 350}, 100, {"Date", "Capital", "Income", "Total"}, true)
                           .row({50, 150, 250, 350}, 115, {"2021-02-15", "700,000", "300,000", "1,000,000"})
                           .row({50, 150, 250, 350}, 130, {"2022-02-15", "500,000", "0", "500,000"})});
  EXPECT_EQ(flags_of(reading), "");
  EXPECT_EQ(reading.funds.at(0).transactions.size(), 3u);
}

TEST(ReadReport, takes_no_title_from_prose_or_figures) {
  auto reading = read({PageSketch()
                           .text(50, 50, "Total contributions: USD 1,500,000")
                           .text(50, 62, "One conflict waiver relating to a small co-investment was approved.")
                           .text(50, 80, "Cash flows", true, 12)
                           .row({50, 130, 330}, 100, {"Date", "Type", "Amount"}, true)
                           .row({50, 130, 330}, 115, {"2021-05-15", "Distribution", "USD 500,000"})
                           .row({50, 130, 330}, 130, {"2021-07-15", "Distribution", "USD 250,000"})});
  EXPECT_EQ(rows_of(reading), "distribution 2021-05-15 500000.00\ndistribution 2021-07-15 250000.00\n");
}

TEST(ReadReport, keeps_a_combined_table_combined_after_a_page_break) {
  PageSketch second(2);
  second.grid({50, 130, 230, 330}, {40, 60, 80})
      .row({55, 135, 235}, 45, {"2023-02-15", "Distribution", "$250,000"})
      .row({55, 135, 235}, 65, {"Total distributions", "", "$300,000"});
  auto reading = read({PageSketch()
                           .text(50, 60, "Summary of capital calls and flows", true)
                           .grid({50, 130, 230, 330}, {100, 120, 140, 160})
                           .row({55, 135, 235}, 105, {"Date", "Type", "Amount"}, true)
                           .row({55, 135, 235}, 125, {"2021-02-15", "Capital call", "$1,000,000"})
                           .row({55, 135, 235}, 145, {"2022-02-15", "Distribution", "$50,000"}),
                       second});
  EXPECT_EQ(reading.funds.at(0).transactions.back().kind, RowKind::distribution);
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadReport, tells_the_wrapped_heading_of_a_column_from_a_title) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Capital calls", true, 12)
                           .text(50, 96, "Date of", true)
                           .row({50, 130}, 106, {"payment", "Amount"}, true)
                           .row({50, 130}, 126, {"2021-02-15", "$6,200"})
                           .row({50, 130}, 146, {"2021-05-15", "$950"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-02-15 6200.00\ncapital_call 2021-05-15 950.00\n");
}

TEST(ReadReport, keeps_two_lines_of_a_long_description_in_their_row) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Distributions", true, 12)
                           .row({50, 130, 500}, 100, {"Date", "Details", "Amount"}, true)
                           .row({50, 130, 500}, 118, {"2021-02-15", "Sale of Quill", "6,200"})
                           .text(130, 138, "Sale of the rest of a stake in a maker of measuring tools, subject to")
                           .row({50, 500}, 143, {"2021-05-15", "950"})
                           .text(130, 148, "recall")});
  ASSERT_EQ(reading.funds.at(0).transactions.size(), 2u);
  EXPECT_EQ(reading.funds.at(0).transactions[1].recallable, true);
}

TEST(ReadReport, reads_two_hundred_columns_without_a_row_of_them) {
  PageSketch page(1, 14'000, 800);
  page.text(50, 60, "Capital calls", true, 12).row({50, 130}, 100, {"Date", "Amount"}, true);
  for (int c = 0; c < 198; ++c) page.text(200 + 60 * c, 100, "Note", true);
  for (int r = 0; r < 3; ++r) {
    page.row({50, 130}, 120 + 15 * r, {"2021-02-15", "$1,000,000"});
    for (int c = 0; c < 198; ++c) page.text(200 + 60 * c, 120 + 15 * r, "none");
  }
  auto reading = read({page});
  ASSERT_EQ(reading.funds.size(), 1u);
  EXPECT_EQ(reading.funds[0].transactions.size(), 3u);
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadReport, reads_ten_thousand_rows) {
  std::vector<reading::Page> pages;
  for (int p = 0; p < 200; ++p) {
    PageSketch page(p + 1);
    if (p == 0) page.text(50, 20, "Capital calls", true, 12).row({50, 150}, 35, {"Date", "Amount"}, true);
    for (int r = 0; r < 50; ++r) page.row({50, 150}, 50 + 15 * r, {"2021-02-15", "$1,000"});
    pages.push_back(page);
  }
  auto reading = read(std::move(pages));
  ASSERT_EQ(reading.funds.size(), 1u);
  EXPECT_EQ(reading.funds[0].transactions.size(), 10'000u);
  EXPECT_EQ(flags_of(reading), "");
}

}  // namespace
}  // namespace dossier::funds
