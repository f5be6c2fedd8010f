#include "funds/reports/recall_terms.h"

#include <gtest/gtest.h>

#include <string>

namespace dossier::funds {
namespace {

using reading::DayOrder;

// The term as text: "2027-12-31", "24 months", or "" when none is told.
std::string term(std::string_view text, DayOrder order = DayOrder::day_first,
                 TermContext context = TermContext::running_text) {
  const auto found = recall_term(text, order, context);
  if (!found) return "";
  return found->until ? found->until->iso() : std::to_string(found->months) + " months";
}

TEST(RecallTerm, reads_the_last_day_in_three_languages) {
  for (const char* text : {"recallable until 31.12.2027", "Recallable through 31 December 2027",
                           "Return of capital (recallable until 31-Dec-2027)",
                           "The right of recall expires on December 31, 2027.", "Recall right: lapses 2027-12-31",
                           "Subject to recall up to and including 31/12/2027", "may be recalled before 1 January 2028",
                           "Rückrufbar bis zum 31. Dezember 2027", "Das Rückrufrecht erlischt am 31.12.2027",
                           "wiederabrufbar bis 31.12.2027", "Rappelable jusqu'au 31 décembre 2027",
                           "Le droit de rappel expire le 31/12/2027", "recallable until Q4 2027"}) {
    EXPECT_EQ(term(text), "2027-12-31") << text;
  }
}

TEST(RecallTerm, reads_a_time_that_runs_from_the_distribution) {
  for (const char* text : {"the recall right expires on the second anniversary of the distribution",
                           "recallable within 24 months of payment", "Recallable for two years",
                           "recallable for a period of two (2) years after the date of distribution",
                           "rückrufbar innerhalb von 24 Monaten nach Ausschüttung", "rappelable pendant deux ans",
                           "Recall right lapses 24 months following the distribution date"}) {
    EXPECT_EQ(term(text), "24 months") << text;
  }
}

TEST(RecallTerm, never_guesses_a_day) {
  for (const char* text :
       {"recallable", "recallable until the end of the investment period", "recallable until 2027",
        "recallable until the second anniversary of the final closing", "recallable for two years from final closing",
        "Bridge financing until 31.12.2027", "until 31 December 2027 the fee is waived",
        "Distribution of 31 December 2027, recallable"}) {
    EXPECT_EQ(term(text), "") << text;
  }
}

TEST(RecallTerm, leaves_a_day_that_could_be_two_days) {
  EXPECT_EQ(term("recallable until 04/06/2027", DayOrder::unknown), "");
  EXPECT_EQ(term("recallable until 04/06/2027", DayOrder::day_first), "2027-06-04");
}

TEST(RecallTerm, is_the_bare_day_in_a_column_about_recalls) {
  EXPECT_EQ(term("31.12.2027", DayOrder::day_first, TermContext::column_of_recalls), "2027-12-31");
  EXPECT_EQ(term("Yes, until 31.12.2027", DayOrder::day_first, TermContext::column_of_recalls), "2027-12-31");
  EXPECT_EQ(term("24 months", DayOrder::day_first, TermContext::column_of_recalls), "24 months");
  EXPECT_EQ(term("Yes", DayOrder::day_first, TermContext::column_of_recalls), "");
}

TEST(RecallTerm, ends_on_the_same_day_of_a_later_month) {
  EXPECT_EQ(last_day({.months = 24}, *Date::of(2024, 3, 15))->iso(), "2026-03-15");
  EXPECT_EQ(last_day({.months = 12}, *Date::of(2024, 2, 29))->iso(), "2025-02-28");
  EXPECT_EQ(last_day({.months = 6}, *Date::of(2024, 8, 31))->iso(), "2025-02-28");
}

}  // namespace
}  // namespace dossier::funds
