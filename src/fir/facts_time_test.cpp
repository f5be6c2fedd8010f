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

}  // namespace
}  // namespace dossier::fir
