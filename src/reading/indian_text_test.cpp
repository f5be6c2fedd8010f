// Amounts, dates and times as people in India write them.
#include "reading/indian_amounts.h"
#include "reading/sentences.h"
#include "reading/spoken_dates.h"

#include <gtest/gtest.h>

namespace dossier::reading {
namespace {

Text text_of(const std::string& words) {
  return Text::of(words).value();
}

std::vector<std::int64_t> rupees(const std::string& words) {
  const Text text = text_of(words);
  std::vector<std::int64_t> found;
  for (const auto& amount : find_indian_amounts(text, std::vector<bool>(text.tokens().size()))) {
    if (!amount.foreign) found.push_back(static_cast<std::int64_t>(amount.rupees.minor() / 100));
  }
  return found;
}

std::vector<std::string> days(const std::string& words) {
  std::vector<std::string> found;
  for (const auto& date : find_spoken_dates(text_of(words), Date::of(2026, 3, 15))) {
    found.push_back(date.from ? date.from->iso() : "none");
  }
  return found;
}

std::string time_in(const std::string& words) {
  const Text text = text_of(words);
  const auto times = find_spoken_times(text, std::vector<bool>(text.tokens().size()));
  return times.empty() ? "" : times.front().text();
}

using Rupees = std::vector<std::int64_t>;
using Days = std::vector<std::string>;

TEST(IndianAmounts, reads_lakh_crore_and_grouping) {
  EXPECT_EQ(rupees("He took Rs 1,86,000 and then 2.5 lakh."), (Rupees{186'000, 250'000}));
  EXPECT_EQ(rupees("loss of 3 crore"), (Rupees{30'000'000}));
  EXPECT_EQ(rupees("2 lakh 50 thousand rupees"), (Rupees{250'000}));
}

TEST(IndianAmounts, reads_number_words_of_both_languages) {
  EXPECT_EQ(rupees("I paid fifty thousand to him"), (Rupees{50'000}));
  EXPECT_EQ(rupees("dedh lakh diye"), (Rupees{150'000}));
}

TEST(IndianAmounts, a_bare_number_is_money_only_beside_a_word_of_money) {
  EXPECT_EQ(rupees("purse me cash 5200 tha"), (Rupees{5'200}));
  EXPECT_EQ(rupees("mobile worth 28k"), (Rupees{28'000}));
  EXPECT_TRUE(rupees("He drank 200 ml and walked 300 metres").empty());
  EXPECT_TRUE(rupees("call me on 9812345670").empty());
}

TEST(IndianAmounts, reads_fractions_and_ranges) {
  EXPECT_EQ(rupees("sawa lakh ka nuksan"), (Rupees{125'000}));
  EXPECT_EQ(rupees("dhai lakh aur saadhe teen lakh"), (Rupees{250'000, 350'000}));
  EXPECT_EQ(rupees("nuksan 70-80 hazar"), (Rupees{70'000}));
  EXPECT_EQ(rupees("28000 lagega"), (Rupees{28'000}));
  EXPECT_EQ(rupees("he took 8000 then 16000 from me"), (Rupees{8'000, 16'000}));
  EXPECT_EQ(rupees("Engine 85000 net 20000."), (Rupees{85'000, 20'000}));
}

TEST(IndianAmounts, the_money_of_another_country_is_money_but_no_rupees) {
  EXPECT_EQ(rupees("I paid USD 41,200 and Rs 500"), Rupees{500});
  EXPECT_TRUE(rupees("I paid $ 3,000 and 2500 dollars").empty());
  const Text text = text_of("I paid USD 41,200");
  const auto found = find_indian_amounts(text, std::vector<bool>(text.tokens().size()));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].foreign);
}

TEST(IndianAmounts, what_numbers_or_counts_something_is_no_sum) {
  EXPECT_TRUE(rupees("he took 300 eggs and sent them to flat 1103").empty());
  EXPECT_TRUE(rupees("bought a car of model 2019 and paid in account 34512").empty());
}

TEST(SpokenDates, reads_indian_forms) {
  EXPECT_EQ(days("On 14.02.2026 and 3/2/26"), (Days{"2026-02-14", "2026-02-03"}));
  EXPECT_EQ(days("on 9th Feb 2026, March 5, 2026 and 2025-11-30"), (Days{"2026-02-09", "2026-03-05", "2025-11-30"}));
}

TEST(SpokenDates, anchors_relative_days_and_missing_years_at_the_telling) {
  EXPECT_EQ(days("yesterday he came"), (Days{"2026-03-14"}));
  EXPECT_EQ(days("two days ago"), (Days{"2026-03-13"}));
  EXPECT_EQ(days("on 20 December at night"), (Days{"2025-12-20"}));
}

TEST(SpokenDates, a_day_that_does_not_exist_is_kept_as_none) {
  EXPECT_EQ(days("on 31.02.2026"), (Days{"none"}));
}

TEST(SpokenDates, a_month_alone_is_a_month_of_the_past) {
  EXPECT_EQ(days("missing since December"), (Days{"2025-12-01"}));
  EXPECT_EQ(days("he works here since 2019 and since January he hits me"), (Days{"2019-01-01", "2026-01-01"}));
}

TEST(SpokenDates, reads_months_feasts_and_years_of_account) {
  EXPECT_EQ(days("Period 11.2024 to 5.2025."), (Days{"2024-11-01", "2025-05-01"}));
  EXPECT_EQ(days("FIR no. 11/2024 of this station"), Days{});
  EXPECT_EQ(days("in jan month 2026"), Days{"2026-01-01"});
  EXPECT_EQ(days("since Diwali 2025"), Days{"2025-10-01"});
  EXPECT_EQ(days("in FY 2024-25"), Days{"2024-04-01"});
  EXPECT_EQ(days("on night patrol 25/26.09.2025"), Days{"2025-09-25"});
  EXPECT_EQ(days("2 जून 2025 को"), Days{"2025-06-02"});
}

TEST(SpokenDates, tells_the_month_of_may_and_tomorrow_from_other_words) {
  EXPECT_EQ(days("on 12 may my landlord kicked me"), Days{"2025-05-12"});
  EXPECT_EQ(days("I and my 2 may come"), Days{});
  EXPECT_EQ(days("from 5 to 9 may he kept it"), Days{"2025-05-09"});
  EXPECT_EQ(days("the other 2 may kill me"), Days{});
  EXPECT_EQ(days("kehti hai kal aana"), Days{});
  EXPECT_EQ(days("usne kaha kal maar dunga"), Days{});
  EXPECT_EQ(days("Sunday ko ladai hui"), Days{"2026-03-08"});
}

TEST(SpokenDates, a_day_on_which_something_was_said_or_done_is_past) {
  EXPECT_EQ(days("Kal bola maar dunga aur mera phone chheen liya"), Days{"2026-03-14"});
  EXPECT_EQ(days("kal raat tak ghar par tha"), Days{"2026-03-14"});
}

TEST(SpokenDates, mangal_with_a_capital_is_a_man) {
  EXPECT_EQ(days("Mangal ko Ravi ne dande se maara"), Days{});
  EXPECT_EQ(days("mangal ko ladai hui"), Days{"2026-03-10"});
  EXPECT_EQ(days("Mangalwar ko ladai hui"), Days{"2026-03-10"});
  EXPECT_EQ(days("Mangalvar ko ladai hui"), Days{"2026-03-10"});
}

TEST(SpokenTimes, of_a_range_the_first_hour_counts) {
  EXPECT_EQ(time_in("between 2 and 3 pm"), "14:00");
  EXPECT_EQ(time_in("about 2-3 pm"), "14:00");
  EXPECT_EQ(time_in("between 10 and 1 pm"), "10:00");
  EXPECT_EQ(time_in("dopahar 2-3 baje"), "14:00");
  EXPECT_EQ(time_in("between 22.15 and 00.40 hrs"), "22:15");
}

TEST(SpokenTimes, reads_the_halves_and_quarters_of_hindi) {
  EXPECT_EQ(time_in("sham saadhe 6 baje"), "18:30");
  EXPECT_EQ(time_in("raat paune das baje"), "21:45");
  EXPECT_EQ(time_in("6:30 in evening"), "18:30");
  EXPECT_EQ(time_in("raat 11 baje"), "23:00");
}

TEST(SpokenTimes, reads_clock_and_part_of_day) {
  EXPECT_EQ(time_in("at about 6.30 pm"), "18:30");
  EXPECT_EQ(time_in("raat 8 baje"), "20:00");
  EXPECT_EQ(time_in("raat ko 1 baje"), "01:00");
  EXPECT_EQ(time_in("at 2030 hours"), "20:30");
  EXPECT_EQ(time_in("quarter to seven in the evening"), "18:45");
}

TEST(Tokens, offsets_count_code_points) {
  const Text text = text_of("\u20b9500 \u0928\u0915\u0926 gold");
  const Token& last = text.tokens().back();
  EXPECT_EQ(last.lower, "gold");
  EXPECT_EQ(last.span, (Span{9, 13}));
}

TEST(Tokens, text_that_is_no_utf8_is_refused) {
  EXPECT_EQ(Text::of("a\xff b").error().code, ErrorCode::unreadable);
}

TEST(Sentences, end_at_stops_but_not_at_abbreviations_and_initials) {
  EXPECT_EQ(text_of("I paid Rs. 500 to Mr. R. Kumar. He left.").sentence_count(), 2);
  EXPECT_EQ(text_of("he came at 8.50 p.m. and hit me").sentence_count(), 1);
}

}  // namespace
}  // namespace dossier::reading
