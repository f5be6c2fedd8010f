// The day and the hour of the offence.
#include "fir/facts_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::fir {
namespace {

TEST(FactsOfTime, the_date_beside_yesterday_is_the_day_meant) {
  EXPECT_EQ(facts_of("Kal dinank 11-09-2025 ko mera phone chori ho gaya.").occurrence.from, Date::of(2025, 9, 11));
}

TEST(FactsOfTime, a_day_of_writing_anchors_relative_days_and_is_no_day_of_the_offence) {
  const Facts facts = facts_of("Complaint dated 25-09-2025. Yesterday Jatin hit me with a rod in the gym.");
  EXPECT_EQ(facts.occurrence.from, Date::of(2025, 9, 24));
}

TEST(FactsOfTime, the_day_of_the_wedding_is_not_the_day_of_the_wrong) {
  const Facts facts =
      facts_of("I was married to Wasim on 7 May 2021. On 26 February 2026 he burnt my hand with hot oil.");
  EXPECT_EQ(facts.occurrence.from, Date::of(2026, 2, 26));
}

TEST(FactsOfTime, an_impossible_day_is_kept_as_such_and_not_mended) {
  const Facts facts = facts_of("My phone was stolen on 31.02.2026.");
  EXPECT_FALSE(facts.occurrence.from);
  EXPECT_EQ(facts.impossible_dates.size(), 1u);
}

TEST(FactsOfTime, hours_are_read_as_people_say_them) {
  EXPECT_EQ(facts_of("On 2.5.2026, 7.30 in evening he hit me.").occurrence.time_from.text, "19:30");
  EXPECT_EQ(facts_of("Between 10 am and 1 pm on 16.02.2026 somebody cut the grill.").occurrence.time_from.text,
            "10:00");
  EXPECT_EQ(facts_of("On 11-09-2025 at 19.40 they slapped each other.").occurrence.time_from.text, "19:40");
}

TEST(FactsOfTime, what_was_before_the_matter_is_no_day_of_it) {
  EXPECT_EQ(facts_of("He is working with us since 2023. On 5 May 2026 he stole 14 phones.").occurrence.from,
            Date::of(2026, 5, 5));
  EXPECT_EQ(facts_of("Our father died in 2021. On 3 March 2026 my brother broke my lock.").occurrence.from,
            Date::of(2026, 3, 3));
  EXPECT_EQ(facts_of("I bought the bike in 2019. On 3 March 2026 it was stolen from my gate.").occurrence.from,
            Date::of(2026, 3, 3));
  EXPECT_EQ(
      facts_of("By agreement dated 3.4.2022 I gave him my shop. On 9.2.2026 he broke the shutter.").occurrence.from,
      Date::of(2026, 2, 9));
}

TEST(FactsOfTime, a_range_or_a_later_wedding_is_not_taken_for_the_past) {
  EXPECT_EQ(facts_of("The cashier kept the fees of our members from Feb to May 2026.").occurrence.from,
            Date::of(2026, 2, 1));
  EXPECT_EQ(
      facts_of("I was married to Kiran on 4.5.2016. I came to know he married Pallavi on 20.02.2026.").occurrence.from,
      Date::of(2026, 2, 20));
  EXPECT_EQ(facts_of("Maid Rani is absent from 6 Sept 2025 and my wife's gold bangles are gone.").occurrence.from,
            Date::of(2025, 9, 6));
}

TEST(FactsOfTime, a_letter_is_dated_above_the_name_at_its_foot) {
  EXPECT_EQ(facts_of("Yesterday she threw hot oil on me. Dated 16 April 2026, Savita Kamble, Solapur").occurrence.from,
            Date::of(2026, 4, 15));
  EXPECT_EQ(facts_of("My number plate dropped yesterday on the road. 30 aug 2025. Tek Chand").occurrence.from,
            Date::of(2025, 8, 29));
}

TEST(FactsOfTime, a_birthday_alone_leaves_the_day_of_the_offence_empty) {
  EXPECT_FALSE(facts_of("My date of birth is 3.4.1990. My purse was stolen in the bus.").occurrence.from);
}

TEST(FactsOfTime, between_two_days_is_a_span) {
  const Facts facts = facts_of("Sometime between 10 Jan & 18 Jan 2026 somebody took my gold bangles.");
  EXPECT_EQ(facts.occurrence.from, Date::of(2026, 1, 10));
  EXPECT_EQ(facts.occurrence.to, Date::of(2026, 1, 18));
}

TEST(FactsOfTime, what_was_gone_in_the_morning_may_have_gone_the_evening_before) {
  const Facts facts =
      facts_of("On 6 May 2026 at 11 pm I parked my auto in my lane. On 7 May 2026 at 5 am the auto was stolen.");
  EXPECT_EQ(facts.occurrence.from, Date::of(2026, 5, 6));
}

TEST(FactsOfTime, an_hour_told_without_a_day_is_kept_where_a_wrong_is_told) {
  EXPECT_EQ(facts_of("My shop opens at 9 am. At 11.30 pm a thief broke the lock.").occurrence.time_from.text, "23:30");
}

TEST(FactsOfTime, between_two_hours_is_a_span_on_either_side_of_the_day) {
  const auto hours = [](const char* text) {
    const auto when = facts_of(text).occurrence;
    return when.time_from.text + "-" + when.time_to.text;
  };
  EXPECT_EQ(hours("On 5 May 2026 between 9:15 and 9:40 am my purse was stolen."), "09:15-09:40");
  EXPECT_EQ(hours("On the night of 5 May 2026 between 1 am and 4 am thieves broke my window."), "01:00-04:00");
  EXPECT_EQ(hours("From 6 pm to 8.30 pm on 5 May 2026 my shoes were stolen."), "18:00-20:30");
}

TEST(FactsOfTime, a_day_told_from_the_day_of_the_report_is_counted_from_it) {
  EXPECT_EQ(facts_of("Manoj slapped me day before yesterday at Indore, report 20-05-2026.").occurrence.from,
            Date::of(2026, 5, 18));
}

TEST(FactsOfTime, the_day_something_was_seen_again_is_not_that_of_the_theft) {
  EXPECT_EQ(
      facts_of("On 12 May 2026 night my buffalo worth Rs 90,000 tied outside my house in village Kheda was stolen. "
               "On 14 May I saw it with Jagdish who says he bought it.")
          .occurrence.from,
      Date::of(2026, 5, 12));
}

TEST(FactsOfTime, another_day_of_the_matter_a_wrong_weekday_and_an_impossible_hour_are_kept_to_be_asked_for) {
  EXPECT_EQ(
      facts_of("On 5 May 2026 Mohan hit me with a rod. The incident took place on 9 April 2024.").other_days.size(),
      1u);
  EXPECT_TRUE(
      facts_of("To the SHO. 6 May 2026. On 5 May 2026 my motorcycle was stolen by a boy. I chased the thief until "
               "night and therefore come today.")
          .other_days.empty())
      << "the day of telling";
  EXPECT_EQ(facts_of("On Monday 14 May 2026 Sattar pushed me.").other_weekdays.size(), 1u);
  EXPECT_TRUE(facts_of("On Thursday 14 May 2026 Sattar pushed me.").other_weekdays.empty());
  EXPECT_EQ(facts_of("On 5 May 2026 at 25:30 hrs he broke my glass.").impossible_times.size(), 1u);
}

}  // namespace
}  // namespace dossier::fir
