#include "funds/reports/reports_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(ReadReport, marks_what_a_footnote_calls_recallable) {
  auto reading = read({PageSketch()
                           .text(50, 80, "Distributions", true)
                           .row({50, 130, 330}, 100, {"Date", "Type", "Amount"}, true)
                           .row({50, 130, 330}, 115, {"2021-02-15", "Return of capital", "1,000,000"})
                           .row({50, 130, 330}, 130, {"2021-05-15", "Income", "500,000"})
                           .text(50, 200, "All return of capital is recallable until 30 June 2025.")});
  const auto& rows = reading.funds.at(0).transactions;
  EXPECT_EQ(rows.at(0).recallable, true);
  EXPECT_NE(rows.at(1).recallable, true);
  EXPECT_EQ(rows.at(0).effects.unfunded.text(), "1000000.00");
  EXPECT_EQ(rows.at(0).recallable_until->iso(), "2025-06-30");
  EXPECT_FALSE(rows.at(1).recallable_until);
}

TEST(ReadReport, reads_until_when_distributions_may_be_recalled_from_a_column_of_its_own) {
  auto reading =
      read({PageSketch()
                .text(50, 80, "Distributions", true)
                .row({50, 130, 330, 430}, 100, {"Date", "Type", "Amount", "Recallable until"}, true)
                .row({50, 130, 330, 430}, 115, {"2021-02-15", "Return of capital", "1,000,000", "2023-12-31"})
                .row({50, 130, 330, 430}, 130, {"2021-05-15", "Income", "500,000", ""})
                .row({50, 130, 330, 430}, 145, {"2021-08-15", "Return of capital", "300,000", "2024-06-30"})});
  const auto& rows = reading.funds.at(0).transactions;
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows.at(0).recallable, true);
  EXPECT_EQ(rows.at(0).recallable_until->iso(), "2023-12-31");
  EXPECT_EQ(rows.at(1).recallable, false);
  EXPECT_EQ(rows.at(2).recallable_until->iso(), "2024-06-30");
}

TEST(ReadReport, lets_a_note_end_the_rights_that_rows_tell) {
  auto reading =
      read({PageSketch()
                .text(50, 80, "Distributions", true)
                .row({50, 130, 330, 430}, 100, {"Date", "Type", "Amount", "Recallable"}, true)
                .row({50, 130, 330, 430}, 115, {"2021-02-15", "Return of capital", "1,000,000", "Yes"})
                .row({50, 130, 330, 430}, 130, {"2021-05-15", "Return of capital", "500,000", "No"})
                .row({50, 130, 330, 430}, 145, {"2021-08-15", "Return of capital", "300,000", "Yes, until 30.09.2022"})
                .text(50, 200, "The right of recall lapses on the second anniversary of each distribution.")});
  const auto& rows = reading.funds.at(0).transactions;
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows.at(0).recallable_until->iso(), "2023-02-15");
  EXPECT_FALSE(rows.at(1).recallable_until);
  EXPECT_EQ(rows.at(2).recallable_until->iso(), "2022-09-30");
}

TEST(ReadReport, knows_a_footnote_that_follows_a_short_word) {
  auto reading = read({PageSketch()
                           .text(50, 80, "Distributions", true)
                           .row({50, 130, 330}, 100, {"Date", "Type", "Amount"}, true)
                           .row({50, 130, 330}, 115, {"2021-02-15", "Return of capital", "1,000,000(1)"})
                           .row({50, 130, 330}, 130, {"2021-05-15", "Return of capital", "500,000"})
                           .text(50, 200, "Positive is cash paid to LPs.")
                           .text(50, 212, "(1) Recallable until Dec. 31, 2024.")});
  const auto& rows = reading.funds.at(0).transactions;
  EXPECT_EQ(rows.at(0).recallable, true);
  EXPECT_EQ(rows.at(0).recallable_until->iso(), "2024-12-31");
  EXPECT_NE(rows.at(1).recallable, true);
}

TEST(ReadReport, takes_no_end_of_a_right_where_two_notes_disagree) {
  auto reading = read({PageSketch()
                           .text(50, 80, "Distributions", true)
                           .row({50, 130, 330}, 100, {"Date", "Type", "Amount"}, true)
                           .row({50, 130, 330}, 115, {"2021-02-15", "Recallable return of capital", "1,000,000"})
                           .text(50, 200, "Recallable distributions may be recalled until 31.12.2024.")
                           .text(50, 260, "Recallable distributions may be recalled until 31.12.2025.")});
  const auto& rows = reading.funds.at(0).transactions;
  EXPECT_EQ(rows.at(0).recallable, true);
  EXPECT_FALSE(rows.at(0).recallable_until);
}

TEST(ReadReport, marks_what_carries_the_figure_of_a_footnote) {
  auto reading = read({PageSketch()
                           .text(50, 80, "Distributions", true)
                           .row({50, 130, 330}, 100, {"Date", "Type", "Amount"}, true)
                           .row({50, 130, 330}, 115, {"2021-02-15", "Return of capital", "1,000,000(1)"})
                           .row({50, 130, 330}, 130, {"2021-05-15", "Return of capital", "500,000"})
                           .text(50, 200, "(1) Subject to recall.")});
  const auto& rows = reading.funds.at(0).transactions;
  EXPECT_EQ(rows.at(0).recallable, true);
  EXPECT_NE(rows.at(1).recallable, true);
}

TEST(ReadReport, parts_notes_whose_marks_stand_close_behind_the_stop_before) {
  auto reading =
      read({PageSketch()
                .text(50, 80, "Distributions", true)
                .row({50, 130, 330}, 100, {"Date", "Type", "Amount"}, true)
                .row({50, 130, 330}, 115, {"2021-02-15", "Return of capital\u00B2", "1,000,000"})
                .row({50, 130, 330}, 130, {"2021-05-15", "Income", "500,000"})
                .text(50, 200,
                      "1 Includes management fees.\u00B2 All return of capital is recallable until 30 June 2025.")});
  EXPECT_EQ(reading.funds.at(0).transactions.at(0).recallable, true);
  EXPECT_NE(reading.funds.at(0).transactions.at(1).recallable, true);
}

}  // namespace
}  // namespace dossier::funds
