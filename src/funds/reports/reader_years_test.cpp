#include "funds/reports/reports_for_tests.h"

#include <initializer_list>

namespace dossier::funds {
namespace {

using namespace testing;

// A list of calls whose days lack their year: a line of one cell is a year above them.
PageSketch calls_under_years(int page, std::initializer_list<std::string_view> lines) {
  PageSketch sketch(page);
  sketch.text(50, 60, "Capital calls and distributions", true)
      .row({50, 130, 280, 380}, 100, {"Date", "Event", "Called", "Distributed"}, true);
  double y = 100;
  for (std::string_view line : lines) {
    y += 15;
    if (line.size() == 4)
      sketch.text(50, y, line);
    else
      sketch.row({50, 130, 280}, y, {line, "Call", "100,000"});
  }
  return sketch;
}

std::string days_of(const DocumentReading& reading) {
  std::string days;
  for (const Ledger& ledger : reading.funds) {
    for (const Transaction& t : ledger.transactions) days += t.date.iso() + " ";
  }
  return days;
}

TEST(ReadYears, go_on_behind_a_page_break_while_the_days_go_forth) {
  auto reading =
      read({calls_under_years(1, {"2020", "12 Mar", "4 Sep"}), calls_under_years(2, {"9 Oct", "2021", "8 Jan"})});
  EXPECT_EQ(days_of(reading), "2020-03-12 2020-09-04 2020-10-09 2021-01-08 ");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadYears, are_lost_when_the_days_go_back_behind_a_page_break) {
  auto reading = read({calls_under_years(1, {"2020", "12 Mar", "4 Sep"}), calls_under_years(2, {"08 Jan", "09 Jun"})});
  EXPECT_EQ(days_of(reading), "2020-03-12 2020-09-04 ");
  EXPECT_NE(flags_of(reading), "");
}

TEST(ReadYears, may_stand_with_the_newest_first) {
  auto reading = read({calls_under_years(1, {"2022", "8 Jul", "4 Feb", "2020", "4 Sep", "12 Mar"})});
  EXPECT_EQ(days_of(reading), "2020-03-12 2020-09-04 2022-02-04 2022-07-08 ");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadYears, with_the_newest_first_are_lost_when_the_days_go_forth) {
  auto reading = read({calls_under_years(1, {"2022", "8 Jul", "2020", "4 Sep", "12 Mar", "9 Nov"})});
  EXPECT_EQ(days_of(reading), "2020-03-12 2020-09-04 2022-07-08 ");
  EXPECT_NE(flags_of(reading), "");
}

TEST(ReadYears, keep_an_only_row_with_the_rows_of_other_columns_below_the_next_year) {
  auto reading = read({PageSketch()
                           .text(50, 60, "Capital calls and distributions", true)
                           .row({50, 130, 280, 380}, 100, {"Date", "Event", "Called", "Distributed"}, true)
                           .text(50, 120, "2020", true)
                           .row({50, 130, 280}, 140, {"12 Mar", "Call", "100,000"})
                           .text(50, 160, "2021", true)
                           .row({50, 130, 380}, 180, {"4 Sep", "Income", "30,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2020-03-12 100000.00\ndistribution 2021-09-04 30000.00\n");
}

}  // namespace
}  // namespace dossier::funds
