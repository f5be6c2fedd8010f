// Where it happened, to whom, and what was taken or damaged.
#include "fir/facts_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::fir {
namespace {

TEST(FactsOfPlaces, a_place_without_a_name_takes_the_town_that_is_signed) {
  EXPECT_EQ(facts_of("On 8 Jan 2026 he broke my pump at the edge of canal road. Karan Singh Lodhi, Vidisha")
                .occurrence.place.text,
            "edge of canal road, Vidisha");
}

TEST(FactsOfPlaces, another_town_than_the_stations_is_noticed) {
  EXPECT_FALSE(facts_of("I give this at PS Jalukbari, Guwahati. On 6 Nov 2025 at Siliguri a boy snatched my bag.")
                   .occurrence.in_another_town.empty());
  EXPECT_TRUE(facts_of("I give this at PS Sadar, Siliguri. On 6 Nov 2025 at Siliguri a boy snatched my bag.")
                  .occurrence.in_another_town.empty());
}

TEST(FactsOfPlaces, the_name_behind_the_signature_is_a_place_whether_or_not_we_know_the_town) {
  const auto place = [](const std::string& words) { return facts_of(words).occurrence.place.text; };
  EXPECT_EQ(place("On 8 Jan 2026 they tied me and took 40,000. Kuruvilla Mathai, retired clerk, Zundalpuram"),
            "Zundalpuram");
  EXPECT_NE(place("On 8 Jan 2026 they tied me in the house. Kuruvilla Mathai, Zundalpuram").find("Zundalpuram"),
            std::string::npos);
  EXPECT_EQ(place("On 8 Jan 2026 they tied me and took 40,000. Kuruvilla Mathai, Manager").find("Manager"),
            std::string::npos);
}

TEST(FactsOfPlaces, a_name_alone_behind_the_hour_is_a_place_and_what_a_van_is_called_is_none) {
  EXPECT_EQ(facts_of("Hum laut rahe the, 18 April 2026, raat 8:30, Zundal Sharif. Guddu ne mujhe mara.")
                .occurrence.place.text,
            "Zundal Sharif");
  EXPECT_EQ(facts_of("On 8 Jan 2026 someone took my goat in a Zundal van.").occurrence.place.text, "");
}

TEST(FactsOfPlaces, what_stands_in_a_town_is_part_of_the_place) {
  EXPECT_NE(facts_of("On 8 Jan 2026 he hit me in our bathroom at Siliguri.").occurrence.place.text.find("bathroom"),
            std::string::npos);
  EXPECT_NE(
      facts_of("17/1/26 dopahar 2 baje mandi gate Khanna pe usne mujhe roka.").occurrence.place.text.find("Khanna"),
      std::string::npos);
}

TEST(FactsOfPlaces, where_somebody_lives_is_not_where_it_happened) {
  const auto place = facts_of("Hum log Saki Naka me rehte hai. 8 Jan 2026 ko Panvel bypass par mera bag chheen liya.")
                         .occurrence.place.text;
  EXPECT_EQ(place.find("Saki"), std::string::npos);
  EXPECT_NE(place.find("Panvel"), std::string::npos) << place;
}

TEST(FactsOfPlaces, where_somebody_came_from_or_tells_it_is_not_where_it_happened) {
  const auto place = facts_of(
                         "I am giving this at Dwaraka PS. On 8 Jan 2026 I came from Delhi and at Panvel bypass a boy "
                         "snatched my bag.")
                         .occurrence.place.text;
  EXPECT_NE(place.find("Panvel"), std::string::npos);
  EXPECT_EQ(place.find("Dwaraka"), std::string::npos);
  EXPECT_EQ(place.find("Delhi"), std::string::npos);
}

TEST(FactsOfVictims, ages_are_as_stated_and_never_guessed) {
  EXPECT_EQ(facts_of("My daughter is 13 (DOB 7 Jan 2012) and was followed.").victim.age, 13);
  EXPECT_FALSE(facts_of("My daughter studies in a school and was followed.").victim.age);
}

TEST(FactsOfVictims, an_age_stands_bare_beside_a_child) {
  EXPECT_EQ(facts_of("My daughter 15 went to tuition and was followed.").victim.age, 15);
  EXPECT_EQ(facts_of("My son Ravi 12 of class 7 was beaten by the teacher.").victim.age, 12);
  EXPECT_EQ(facts_of("Our girl Muskan (14, class 9) was taken away.").victim.age, 14);
  EXPECT_EQ(facts_of("Mera ladka 15 saal ka Aman ko maara.").victim.age, 15);
}

TEST(FactsOfVictims, the_age_of_who_did_it_or_tells_it_is_not_the_victims) {
  EXPECT_FALSE(facts_of("On 5 May 2026 a boy aged 20 snatched my bag.").victim.age);
  EXPECT_FALSE(facts_of("My daughter was touched by a man aged 45.").victim.age);
  EXPECT_FALSE(facts_of("Uncle aged 48 of my students showed them bad pictures.").victim.age);
  EXPECT_FALSE(facts_of("I am Ramesh Pal, aged 45 years. My daughter was raped on 5 May 2026.").victim.age);
}

TEST(FactsOfVictims, a_class_at_school_is_no_age) {
  const Facts facts = facts_of("My son of class 8 was beaten by the teacher.");
  EXPECT_FALSE(facts.victim.age);
  EXPECT_EQ(facts.victim.school_class, 8);
}

TEST(FactsOfProperty, the_loss_is_the_sum_beside_the_damage) {
  const Facts facts = facts_of(
      "My shop pays rent 45,000. On 5 May 2026 Harveer broke the shutter with a rod. Repair estimate is 22,000.");
  ASSERT_TRUE(facts.loss);
  EXPECT_EQ(facts.loss->rupees, Money::of_major(22'000));
}

TEST(FactsOfProperty, sums_side_by_side_are_one_loss) {
  const Facts facts = facts_of("On 5 May 2026 they damaged my boat. Engine 85000 net 20000.");
  ASSERT_TRUE(facts.loss);
  EXPECT_EQ(facts.loss->rupees, Money::of_major(105'000));
}

TEST(FactsOfProperty, a_rent_or_a_salary_is_no_value_of_what_was_taken) {
  const Facts facts = facts_of("His salary is 16,000. On 5 May 2026 he stole my phone worth 9,500.");
  ASSERT_EQ(facts.amounts.size(), 2u);
  EXPECT_TRUE(facts.amounts[0].of_another_matter);
  EXPECT_EQ(facts.total_value, Money::of_major(9'500));
}

TEST(FactsOfProperty, a_thing_is_told_once_by_its_longer_name) {
  const Facts facts = facts_of("My motorcycle was stolen. My Honda Shine motorcycle was parked at the gate.");
  ASSERT_EQ(facts.property.size(), 1u);
  EXPECT_EQ(facts.property.front().description.text, "Honda Shine motorcycle");
}

TEST(FactsOfProperty, is_what_can_be_taken) {
  const auto things = [](const char* text) {
    std::string all;
    for (const auto& item : facts_of(text).property) all += item.description.text + ";";
    return all;
  };
  EXPECT_EQ(things("Please help. On 5 May 2026 somebody took my bag. The incident was at night."), "bag;");
  EXPECT_EQ(things("On 5 May 2026 Rs 18,400 was debited. My card will be blocked. Vivek Arora."), "");
  EXPECT_EQ(things("My <b>cycle</b> was stolen on 5 May 2026."), "cycle;");
  EXPECT_EQ(things("He took my word and my trust on 5 May 2026."), "");
  EXPECT_EQ(things("On 5 May 2026 Bhavesh hit me with his belt. They had beaten me with iron rods."), "");
}

TEST(Facts, a_poem_tells_none) {
  const Facts facts = facts_of(
      "The woods are lovely, dark and deep,\nBut I have promises to keep,\n"
      "And miles to go before I sleep,\nThe thief in the night has stolen my dreams.");
  EXPECT_FALSE(facts.verse.empty());
  EXPECT_TRUE(facts.property.empty());
  EXPECT_TRUE(facts_of("My purse was stolen on 5 May 2026\nin the bus\nby a boy\nwith a toy").verse.empty());
}

TEST(Facts, the_weight_of_cannabis_is_the_whole) {
  EXPECT_EQ(facts_of("11 packets of 2 kg each, 22 kg in total of ganja were recovered.").cannabis_grams, 22'000);
  EXPECT_EQ(facts_of("1 kilo 600 gram charas nikla.").cannabis_grams, 32'000);
}

}  // namespace
}  // namespace dossier::fir
