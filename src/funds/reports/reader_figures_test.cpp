#include "funds/reports/reports_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(ReadReport, takes_a_nav_told_with_its_day) {
  auto nav_of = [](const char* sentence) {
    auto reading = read({calls_page().text(50, 200, sentence)});
    return reading.funds.at(0).nav_history;
  };
  auto same_day = nav_of("Net Asset Value as of March 31, 2024: $12.3m");
  ASSERT_EQ(same_day.size(), 1u);
  EXPECT_EQ(same_day[0].nav, Money::of_major(12'300'000));
  // Of another day it is not the NAV of this report.
  for (const DatedNav& known : nav_of("Net Asset Value as of December 31, 2023: $11.8m"))
    EXPECT_NE(known.date.iso(), "2024-03-31");
}

TEST(ReadReport, reads_printed_figures_with_their_places) {
  PageSketch page = calls_page();
  page.text(50, 200, "Paid-in capital $1,500,000")
      .text(50, 215, "Net asset value: $1,725,000")
      .text(50, 230, "DPI 0.10x, RVPI 1.15x, TVPI 1.25x")
      .text(50, 245, "Net IRR since inception 21.4%");
  const ReportedFigures reported = read({page}).funds.at(0).reported;
  EXPECT_EQ(reported.pic->value.text(), "1500000.00");
  EXPECT_EQ(reported.nav->value.text(), "1725000.00");
  EXPECT_DOUBLE_EQ(reported.dpi->value, 0.10);
  EXPECT_DOUBLE_EQ(reported.rvpi->value, 1.15);
  EXPECT_DOUBLE_EQ(reported.tvpi->value, 1.25);
  EXPECT_DOUBLE_EQ(reported.irr->value, 0.214);
  EXPECT_EQ(reported.tvpi->place.page, 1);
}

TEST(ReadReport, takes_no_figure_from_a_definition) {
  PageSketch page = calls_page();
  page.text(50, 200, "DPI (Distributions to Paid-In): Total distributions divided by total paid-in capital.")
      .text(50, 212,
            "IRR is the rate at which all flows are worth nothing. In 2023 the team grew by 12.5% to 40 people.");
  const ReportedFigures reported = read({page}).funds.at(0).reported;
  EXPECT_FALSE(reported.dpi);
  EXPECT_FALSE(reported.pic);
  EXPECT_FALSE(reported.irr);
}

TEST(ReadReport, reads_a_figure_that_stands_under_its_label) {
  auto figures = read({calls_page()
                           .row({50, 200, 350}, 200, {"Paid-in capital", "NAV", "Net IRR"}, true)
                           .row({50, 200, 350}, 214, {"$1,500,000", "$1,725,000", "12.5%"})
                           .row({50, 200}, 240, {"DPI", "TVPI"}, true)
                           .row({50, 200}, 254, {"0.10x", "1.25x"})})
                     .funds.at(0)
                     .reported;
  EXPECT_EQ(figures.nav->value.text(), "1725000.00");
  EXPECT_DOUBLE_EQ(figures.irr->value, 0.125);
  EXPECT_DOUBLE_EQ(figures.tvpi->value, 1.25);
}

TEST(ReadReport, takes_no_line_of_key_figures_for_a_heading) {
  auto reading = read({PageSketch()
                           .row({50, 300}, 80, {"Paid-in capital USD 1,500,000", "Distributions USD 0"})
                           .text(50, 95, "Capital calls", true)
                           .row({50, 130}, 110, {"Date", "Amount"}, true)
                           .row({50, 130}, 125, {"2021-02-15", "USD 1,000,000"})
                           .row({50, 130}, 140, {"2022-02-15", "USD 500,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2021-02-15 1000000.00\ncapital_call 2022-02-15 500000.00\n");
  EXPECT_EQ(reading.funds.at(0).reported.pic->value.text(), "1500000.00");
}

TEST(ReadReport, lets_the_rows_settle_the_scale_of_the_key_figures) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Amounts in USD thousands")
                           .text(50, 80, "Capital calls", true, 12)
                           .row({50, 130}, 100, {"Date", "Amount"}, true)
                           .row({50, 130}, 115, {"2021-02-15", "6,200"})
                           .row({50, 130}, 130, {"2021-05-15", "950"})
                           .text(50, 200, "Total contributions: USD 7,150,000")
                           .text(50, 212, "Net asset value: USD 8,000,000")});
  EXPECT_EQ(reading.funds.at(0).transactions.at(0).amount.text(), "6200000.00");
  EXPECT_EQ(reading.funds.at(0).reported.nav->value.text(), "8000000.00");
}

TEST(ReadReport, keeps_the_paragraphs_for_questions) {
  PageSketch page = calls_page();
  page.text(50, 200, "Strategy", true, 12)
      .text(50, 220, "The fund buys family-owned makers of measuring tools")
      .text(50, 231, "in northern Europe.");
  auto passages = read({page}).passages;
  ASSERT_FALSE(passages.empty());
  EXPECT_EQ(passages.back().text, "The fund buys family-owned makers of measuring tools in northern Europe.");
  EXPECT_EQ(passages.back().heading, "Strategy");
}

TEST(ReadReport, keeps_indented_points_for_questions_though_they_stand_like_columns) {
  auto passages = read({PageSketch()
                            .text(50, 60, "Rebalance of distribution", true, 12)
                            .row({60, 80}, 80, {"-", "Substance: refunds of overstated distributions"})
                            .row({60, 80}, 95, {"-", "Impact on the ratio: the numerator falls"})
                            .row({60, 80}, 110, {"-", "Sign: negative contributions"})})
                      .passages;
  ASSERT_EQ(passages.size(), 4u);
  EXPECT_NE(passages[2].text.find("the numerator falls"), std::string::npos);
  EXPECT_EQ(passages[2].heading, "Rebalance of distribution");
}

TEST(ReadFigures, stand_under_their_labels_though_one_is_a_bare_nought) {
  auto reading =
      read({calls_page()
                .row({50, 200, 350}, 300, {"Net paid-in capital (PIC)", "Cumulative distributions", "NAV"}, true)
                .row({60, 240, 350}, 314, {"$1,500,000", "0", "$1,700,000"})});
  ASSERT_EQ(reading.funds.size(), 1u);
  const ReportedFigures& figures = reading.funds[0].reported;
  ASSERT_TRUE(figures.pic && figures.nav && figures.total_distributions);
  EXPECT_EQ(figures.nav->value.text(), "1700000.00");
  EXPECT_TRUE(figures.total_distributions->value.zero());
}

}  // namespace
}  // namespace dossier::funds
