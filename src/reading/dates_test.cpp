#include "reading/dates.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dossier::reading {
namespace {

std::string iso(std::string_view text, DayOrder order = DayOrder::unknown) {
  auto read = read_date(text, order);
  if (!read) return "no date";
  if (read->status == DateText::Status::impossible) return "impossible";
  std::string out = read->date->iso();
  if (read->status == DateText::Status::ambiguous) out += " ambiguous";
  if (read->precision != DatePrecision::day) out += " " + std::string(name_of(read->precision));
  return out;
}

TEST(ReadDate, understands_the_forms_of_reports) {
  for (auto text : {"2023-01-15", "2023/01/15", "20230115", "15-Jan-2023", "15-Jan-23", "15 January 2023",
                    "January 15, 2023", "01/15/2023", "15/01/2023", "15.01.2023", "15. Januar 2023", "15 janvier 2023",
                    "Jan. 15, 2023", "15.1.23", "15th January 2023", "15 Jan 2023*"}) {
    EXPECT_EQ(iso(text), "2023-01-15") << text;
  }
}

TEST(ReadDate, takes_a_month_or_quarter_as_its_last_day) {
  EXPECT_EQ(iso("Jan-23"), "2023-01-31 month");
  EXPECT_EQ(iso("February 2024"), "2024-02-29 month");
  EXPECT_EQ(iso("10/2021"), "2021-10-31 month");
  for (auto text :
       {"Q1 2023", "1Q23", "Q1'23", "2023Q1", "Q1-2023", "T1 2023", "1. Quartal 2023", "1st quarter 2023"}) {
    EXPECT_EQ(iso(text), "2023-03-31 quarter") << text;
  }
  EXPECT_EQ(iso("H1 2023"), "2023-06-30 quarter");
}

TEST(ReadDate, knows_month_names_of_six_languages) {
  EXPECT_EQ(iso("1er mars 2022"), "2022-03-01");
  EXPECT_EQ(iso("28. M\u00E4rz 2022"), "2022-03-28");
  EXPECT_EQ(iso("14 d\u00E9cembre 2021"), "2021-12-14");
  EXPECT_EQ(iso("5 de enero de 2021"), "2021-01-05");
  EXPECT_EQ(iso("7 maggio 2021"), "2021-05-07");
  EXPECT_EQ(iso("9 mei 2021"), "2021-05-09");
}

TEST(ReadDate, says_when_day_and_month_could_be_swapped) {
  EXPECT_EQ(iso("04/06/2016"), "2016-06-04 ambiguous");
  EXPECT_EQ(iso("04/06/2016", DayOrder::month_first), "2016-04-06");
  EXPECT_EQ(iso("04/06/2016", DayOrder::day_first), "2016-06-04");
  EXPECT_EQ(iso("06/06/2016"), "2016-06-06");
}

TEST(ReadDate, names_impossible_days) {
  EXPECT_EQ(iso("2023-02-30"), "impossible");
  EXPECT_EQ(iso("31/02/2023"), "impossible");
  EXPECT_EQ(iso("31 June 2023"), "impossible");
}

TEST(ReadDate, refuses_what_is_no_date) {
  for (auto text : {"Call 1", "1.234.567", "Fund III 2023", "2023", "12", "Total 2023", "1,500,000", "DD-01",
                    "10-20-30-40", "September 29,", "May 17"}) {
    EXPECT_EQ(iso(text), "no date") << text;
  }
}

TEST(ReadDate, places_two_digit_years_between_1970_and_2069) {
  EXPECT_EQ(iso("15-Jan-98"), "1998-01-15");
  EXPECT_EQ(iso("15-Jan-31"), "2031-01-15");
}

TEST(FindDate, finds_the_day_inside_a_sentence) {
  EXPECT_EQ(find_date("report \u2013 quarter ended 31 December 2023")->date->iso(), "2023-12-31");
  EXPECT_EQ(find_date("Quartalsbericht / Quarterly report per 30.09.2023")->date->iso(), "2023-09-30");
  EXPECT_EQ(find_date("Quarterly Performance Report - Q4 2024")->date->iso(), "2024-12-31");
  EXPECT_FALSE(find_date("no date in here"));
}

TEST(SettleDayOrder, is_told_by_any_value_above_twelve) {
  std::vector<std::string> british = {"04/06/2016", "28/06/2016"};
  std::vector<std::string> american = {"04/06/2016", "06/28/2016"};
  std::vector<std::string> silent = {"04/06/2016"};
  EXPECT_EQ(settle_day_order(british), DayOrder::day_first);
  EXPECT_EQ(settle_day_order(american), DayOrder::month_first);
  EXPECT_EQ(settle_day_order(silent), DayOrder::unknown);
}

RC_GTEST_PROP(ReadDate, gives_back_every_iso_day, ()) {
  auto date = Date::of_days(*rc::gen::inRange(-20000, 80000));
  RC_ASSERT(iso(date->iso()) == date->iso() || date->year() >= 2200 || date->year() < 1900);
}

}  // namespace
}  // namespace dossier::reading
