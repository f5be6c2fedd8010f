#include "fir/facts.h"

#include "fir/knowledge_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::fir {
namespace {

Facts read(const std::string& words) {
  const auto& knowledge = knowledge_for_tests();
  const auto parsed = reading::Text::of(words).value();
  reading::CueText text(parsed, knowledge.vocabulary());
  return read_facts(text, knowledge, Date::of(2026, 6, 1));
}

TEST(Facts, the_date_beside_yesterday_is_the_day_meant) {
  EXPECT_EQ(read("Kal dinank 11-09-2025 ko mera phone chori ho gaya.").occurrence.from, Date::of(2025, 9, 11));
}

TEST(Facts, a_day_of_writing_anchors_relative_days_and_is_no_day_of_the_offence) {
  const Facts facts = read("Complaint dated 25-09-2025. Yesterday Jatin hit me with a rod in the gym.");
  EXPECT_EQ(facts.occurrence.from, Date::of(2025, 9, 24));
}

TEST(Facts, the_day_of_the_wedding_is_not_the_day_of_the_wrong) {
  const Facts facts = read("I was married to Wasim on 7 May 2021. On 26 February 2026 he burnt my hand with hot oil.");
  EXPECT_EQ(facts.occurrence.from, Date::of(2026, 2, 26));
}

TEST(Facts, an_impossible_day_is_kept_as_such_and_not_mended) {
  const Facts facts = read("My phone was stolen on 31.02.2026.");
  EXPECT_FALSE(facts.occurrence.from);
  EXPECT_EQ(facts.impossible_dates.size(), 1u);
}

TEST(Facts, the_informant_is_found_in_heads_and_signatures) {
  EXPECT_EQ(read("Complaint of Jaspreet Kaur, village Talwandi. My purse was stolen.").complainant.name.text,
            "Jaspreet Kaur");
  EXPECT_EQ(read("My purse was stolen on 5 May 2026. Sunita Tiwari, Govind Nagar").complainant.name.text,
            "Sunita Tiwari");
  EXPECT_FALSE(read("I am Secretary of the society. My purse was stolen.").complainant.name);
}

TEST(Facts, the_informant_signs_with_an_occupation_or_begins_with_an_office) {
  EXPECT_EQ(read("Our dog was hit with a rod. Kindly act. Anagha Menon, animal volunteer").complainant.name.text,
            "Anagha Menon");
  EXPECT_EQ(read("ASI Harish Chander, escort guard. On 30/10/2025 the prisoner bit me.").complainant.name.text,
            "ASI Harish Chander");
  EXPECT_FALSE(read("On 5 May 2026 Mrs. Usha slapped me near the tap.").complainant.name);
  EXPECT_FALSE(read("I am the wife of Ramesh Pal. My purse was stolen.").complainant.name);
}

TEST(Facts, who_came_along_is_counted_and_who_looked_on_is_not) {
  EXPECT_EQ(read("On 5 May 2026 Kuldeep and his two sons beat me.").accused.count, 3);
  EXPECT_EQ(read("On 5 May 2026 Shanta slapped me at the tap and two women saw it.").accused.count, 1);
  EXPECT_EQ(read("Three boys of class 12 made him kneel and hit him with a stick.").accused.count, 3);
}

TEST(Facts, one_named_on_the_other_side_is_the_accused_and_the_addressee_is_not) {
  const Facts facts = read(
      "To the Inspector, Cyber Crime Police Station. Sir, the caller said that she is Ms. Riya of an airline and took "
      "my money.");
  ASSERT_EQ(facts.accused.persons.size(), 1u);
  EXPECT_EQ(facts.accused.persons.front().name.text, "Ms. Riya");
}

TEST(Facts, a_place_without_a_name_takes_the_town_that_is_signed) {
  EXPECT_EQ(read("On 8 Jan 2026 he broke my pump at the edge of canal road. Karan Singh Lodhi, Vidisha")
                .occurrence.place.text,
            "canal road, Vidisha");
}

TEST(Facts, another_town_than_the_stations_is_noticed) {
  EXPECT_FALSE(read("I give this at PS Jalukbari, Guwahati. On 6 Nov 2025 at Siliguri a boy snatched my bag.")
                   .occurrence.in_another_town.empty());
  EXPECT_TRUE(read("I give this at PS Sadar, Siliguri. On 6 Nov 2025 at Siliguri a boy snatched my bag.")
                  .occurrence.in_another_town.empty());
}

TEST(Facts, hours_are_read_as_people_say_them) {
  EXPECT_EQ(read("On 2.5.2026, 7.30 in evening he hit me.").occurrence.time_from.text, "19:30");
  EXPECT_EQ(read("Between 10 am and 1 pm on 16.02.2026 somebody cut the grill.").occurrence.time_from.text, "10:00");
  EXPECT_EQ(read("On 11-09-2025 at 19.40 they slapped each other.").occurrence.time_from.text, "19:40");
}

TEST(Facts, who_tells_what_he_saw_is_a_witness_and_accuses_nobody) {
  const Facts facts = read(
      "Dated 3 May 2026. I am Anil Jadhav residing at Model Colony, Pune. On 2 May 2026 at about 7.15 pm I parked my "
      "motorcycle outside the vegetable market on Ganeshkhind Road. When I came back it was not there. The vendor "
      "Shankar "
      "Pawar told me that he had seen a young man start the motorcycle and ride it away.");
  EXPECT_TRUE(facts.accused.persons.empty());
  ASSERT_EQ(facts.witnesses.size(), 1u);
  EXPECT_NE(facts.witnesses[0].text.find("Shankar"), std::string::npos);
  EXPECT_EQ(facts.occurrence.from, Date::of(2026, 5, 2));  // told with its hour; the letter is dated without one
  EXPECT_EQ(facts.occurrence.place.text.find("Model Colony"), std::string::npos);
}

TEST(Facts, a_phone_number_is_no_name_and_a_town_no_accused) {
  EXPECT_FALSE(read("I am 9876543210. My purse was stolen.").complainant.name);
  for (const PersonFact& person :
       read("On 3 May 2026 at Kanak Palace, Baraut, Nitin Tomar fired a gun.").accused.persons)
    EXPECT_EQ(person.name.text.find("Baraut"), std::string::npos);
}

TEST(Facts, ages_are_as_stated_and_never_guessed) {
  EXPECT_EQ(read("My daughter is 13 (DOB 7 Jan 2012) and was followed.").victim.age, 13);
  EXPECT_FALSE(read("My daughter studies in a school and was followed.").victim.age);
}

}  // namespace
}  // namespace dossier::fir
