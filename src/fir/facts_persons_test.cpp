// Who tells it, who did it and how many they were.
#include "fir/facts_for_tests.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dossier::fir {
namespace {

TEST(FactsOfPersons, the_informant_is_found_in_heads_and_signatures) {
  EXPECT_EQ(facts_of("Complaint of Jaspreet Kaur, village Talwandi. My purse was stolen.").complainant.name.text,
            "Jaspreet Kaur");
  EXPECT_EQ(facts_of("My purse was stolen on 5 May 2026. Sunita Tiwari, Govind Nagar").complainant.name.text,
            "Sunita Tiwari");
  EXPECT_FALSE(facts_of("I am Secretary of the society. My purse was stolen.").complainant.name);
}

TEST(FactsOfPersons, the_informant_signs_with_an_occupation_or_begins_with_an_office) {
  EXPECT_EQ(facts_of("Our dog was hit with a rod. Kindly act. Anagha Menon, animal volunteer").complainant.name.text,
            "Anagha Menon");
  EXPECT_EQ(facts_of("ASI Harish Chander, escort guard. On 30/10/2025 the prisoner bit me.").complainant.name.text,
            "ASI Harish Chander");
  EXPECT_FALSE(facts_of("On 5 May 2026 Mrs. Usha slapped me near the tap.").complainant.name);
  EXPECT_FALSE(facts_of("I am the wife of Ramesh Pal. My purse was stolen.").complainant.name);
}

TEST(FactsOfPersons, a_name_that_is_an_english_word_ends_with_its_sentence) {
  EXPECT_EQ(facts_of("My purse was stolen. I am Rose").complainant.name.text, "Rose");
  EXPECT_EQ(facts_of("I am Hope. Yesterday Ravi slapped me.").complainant.name.text, "Hope");
}

TEST(FactsOfPersons, who_came_along_is_counted_and_who_looked_on_is_not) {
  EXPECT_EQ(facts_of("On 5 May 2026 Kuldeep and his two sons beat me.").accused.count, 3);
  EXPECT_EQ(facts_of("On 5 May 2026 Shanta slapped me at the tap and two women saw it.").accused.count, 1);
  EXPECT_EQ(facts_of("Three boys of class 12 made him kneel and hit him with a stick.").accused.count, 3);
}

TEST(FactsOfPersons, one_named_on_the_other_side_is_the_accused_and_the_addressee_is_not) {
  const Facts facts = facts_of(
      "To the Inspector, Cyber Crime Police Station. Sir, the caller said that she is Ms. Riya of an airline and took "
      "my money.");
  ASSERT_EQ(facts.accused.persons.size(), 1u);
  EXPECT_EQ(facts.accused.persons.front().name.text, "Ms. Riya");
}

TEST(FactsOfPersons, who_helps_is_no_accused) {
  const auto accused = [](const std::string& text) {
    std::vector<std::string> names;
    for (const auto& person : facts_of("On 5 May 2026 a stranger slapped me. " + text).accused.persons)
      names.push_back(person.name.text);
    return names;
  };
  EXPECT_TRUE(accused("My friend Neha brought me to hospital.").empty());
  EXPECT_TRUE(accused("My father Mohan Devi brought me here.").empty());
  EXPECT_TRUE(accused("Dr. Rao treated me.").empty());
  EXPECT_TRUE(accused("Suresh helped me.").empty());
  EXPECT_TRUE(accused("Constable Tiwari took me to the thana.").empty());
  EXPECT_EQ(accused("Ramesh took my purse.").size(), 1u);
  EXPECT_EQ(accused("Ramesh took me to the clinic and got the child aborted.").size(), 1u);
  EXPECT_EQ(accused("Ramesh brought me behind the hospital and hit me.").size(), 1u);
}

TEST(FactsOfPersons, who_tells_what_he_saw_is_a_witness_and_accuses_nobody) {
  const Facts facts = facts_of(
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

TEST(FactsOfPersons, a_phone_number_is_no_name_and_a_town_no_accused) {
  EXPECT_FALSE(facts_of("I am 9876543210. My purse was stolen.").complainant.name);
  for (const PersonFact& person :
       facts_of("On 3 May 2026 at Kanak Palace, Baraut, Nitin Tomar fired a gun.").accused.persons)
    EXPECT_EQ(person.name.text.find("Baraut"), std::string::npos);
}

TEST(FactsOfPersons, a_signature_says_more_than_words_between) {
  EXPECT_EQ(facts_of("I am trustee of the village Vinayagar temple. The hundi was broken. T. Meenakshisundaram")
                .complainant.name.text,
            "T. Meenakshisundaram");
  EXPECT_EQ(facts_of("I am scrap dealer Salauddin. One customer gave me a fake note.").complainant.name.text,
            "Salauddin");
  EXPECT_EQ(
      facts_of("mera naam sonu kushwaha, mistri ka kaam karta hu. mera phone chori ho gaya.").complainant.name.text,
      "sonu kushwaha");
  EXPECT_EQ(facts_of("I am retired teacher aged 63, Sudha Kumari. My bag was snatched.").complainant.name.text,
            "Sudha Kumari");
  EXPECT_EQ(facts_of("Report given on 14 May 2026 by Deepa Krishnan, B-7 quarters. My purse was stolen.")
                .complainant.name.text,
            "Deepa Krishnan");
}

TEST(FactsOfPersons, of_a_guess_the_lower_number_counts) {
  EXPECT_EQ(facts_of("On 5 May 2026 8-10 log lathi leke aaye aur mujhe maara.").accused.count, 8);
  EXPECT_EQ(facts_of("On 5 May 2026 50 to 60 persons pelted stones at my shop.").accused.count, 50);
  EXPECT_EQ(facts_of("On 5 May 2026 do teen ladke aaye aur mera phone chheen liya.").accused.count, 2);
}

TEST(FactsOfPersons, a_leader_and_those_with_him_are_counted_together) {
  EXPECT_EQ(facts_of("On 5 May 2026 Nandlal aur uske 4 saathi ne mujhe lathi se maara.").accused.count, 5);
  EXPECT_EQ(facts_of("On 5 May 2026 Rowdy Siva came with six others to my dhaba and broke the glasses.").accused.count,
            7);
  EXPECT_EQ(facts_of("On 5 May 2026 contractor Kughato and four of his men slapped me.").accused.count, 5);
  EXPECT_EQ(facts_of("Raat ko ek sawari ne gali di aur 2 dost bula liye, teeno ne mila ke mujhe mara.").accused.count,
            3);
}

TEST(FactsOfPersons, all_names_in_a_row_did_it) {
  const Facts facts = facts_of(
      "On 5 May 2026 Sudama Singh, Bablu Singh s/o Ram Singh, Guddu Singh and Manish of our village came with lathi "
      "and "
      "beat my father.");
  EXPECT_EQ(facts.accused.count, 4);
  EXPECT_EQ(facts.accused.persons.size(), 4u);
}

TEST(FactsOfPersons, in_laws_in_a_row_and_a_leader_without_a_name_are_counted) {
  EXPECT_EQ(facts_of("On 9.2.2026 husband Lokesh and mother in law Kanta pressed a pillow on my face and beat me.")
                .accused.count,
            2);
  EXPECT_EQ(
      facts_of("On 3 November 2025 the owner and his manager Irfan beat me and locked me in the store.").accused.count,
      2);
}

TEST(FactsOfPersons, one_person_with_a_title_or_an_alias_is_one) {
  EXPECT_EQ(facts_of("On 5 May 2026 Mrs. Usha abused me. Usha then slapped me.").accused.count, 1);
  EXPECT_EQ(facts_of("On 5 May 2026 Kallu @ Salman hit me with a rod.").accused.count, 1);
}

TEST(FactsOfPersons, who_looks_on_suffers_or_is_called_after_is_not_accused) {
  EXPECT_EQ(facts_of("On 5 May 2026 Prabhu beat my husband Nagaraj with a club.").accused.persons.size(), 1u);
  EXPECT_EQ(facts_of("He shouted before 10-12 people and kicked me on 5 May 2026.").accused.count.value_or(1), 1);
  for (const PersonFact& person :
       facts_of("On 5 May 2026 Murugesa, who is of the Maravar community, hit me. K. Subbarao, Hassan").accused.persons)
    EXPECT_EQ(person.name.text, "Murugesa");
}

TEST(FactsOfPersons, counts_those_who_come_along_and_not_those_who_look_on) {
  const auto count = [](const char* text) { return facts_of(text).accused.count.value_or(0); };
  EXPECT_EQ(count("Sarpanch Devi Lal, uske 4 bhai aur 3 aur log lathi lekar aaye aur mujhe peeta."), 8);
  EXPECT_EQ(count("Goldy came in a Swift with one muffled man and fired at our gate on 5.1.2026."), 2);
  EXPECT_EQ(count("Property dealer Omi and five muscle men broke the lock of my plot on 2.12.2025."), 6);
  EXPECT_EQ(count("Main laut raha tha, teen launde bike pe aaye aur mobile chheen le gaye. Sunsaan jagah thi."), 3);
  EXPECT_EQ(count("Some 40 people of all castes were there when Raghu slapped me on 5.5.2026."), 1);
  EXPECT_EQ(count("Bas conductor ne mujhe thappad mara. Do mahilao ne dekha."), 0);
}

TEST(FactsOfPersons, whom_the_words_around_a_name_accuse) {
  const auto accused = [](const char* text) {
    std::vector<std::string> names;
    for (const PersonFact& person : facts_of(text).accused.persons) names.push_back(person.name.text);
    return names;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(accused("Tau ji's son Vipin hit me by brick on forehead on 3.5.2026."), Names{"Vipin"});
  EXPECT_EQ(accused("Farhan and his brother Junaid beat me, Tapas and Bapi on 4.5.2026."), (Names{"Farhan", "Junaid"}));
  EXPECT_EQ(accused("Six boys beat us with rods. I know Raja, Bhola and Sanju."), (Names{"Raja", "Bhola", "Sanju"}));
  EXPECT_EQ(accused("Amit (24) ko Rakesh ne chaku mara 6.5.2026."), Names{"Rakesh"});
  EXPECT_EQ(accused("Our tutor, Pradeep Kumar, touched my girl. She told me that sir does it daily."),
            Names{"Pradeep Kumar"});
  EXPECT_EQ(accused("A boy of our street, Pramod, 19, showed a naked film to my son and touched him."),
            Names{"Pramod"});
  EXPECT_EQ(accused("Our secretary Mr Nilesh Gandhi stood up and said that I have eaten the fund."),
            Names{"Mr Nilesh Gandhi"});
}

TEST(FactsOfPersons, an_office_is_no_person) {
  EXPECT_EQ(facts_of("I am Home Guard Manoj Tirkey. On 13.9.2025 Vicky Sahu punched on my nose.").complainant.name.text,
            "Manoj Tirkey");
  EXPECT_EQ(facts_of("Balianta PS reports. By a forged General Power of Attorney one Dinesh sold my plot.")
                .accused.persons.size(),
            1u);
}

TEST(FactsOfPersons, the_age_in_brackets_beside_a_name_is_that_of_the_named) {
  const auto age = [](const char* text) { return facts_of(text).victim.age.value_or(0); };
  EXPECT_EQ(age("Usne mere bete (11) ko kamre me bulaya aur chhua."), 11);
  EXPECT_EQ(age("Tailor Salim (45) pressed the chest of Rimpi (12) on 3.3.2026. I am her aunt."), 12);
  EXPECT_EQ(age("Pinky, 14, of our lane was called by Baburao to his room and touched."), 14);
  EXPECT_EQ(age("My niece Pari, aged about 10, was taken to the roof by the tutor."), 10);
  EXPECT_EQ(age("Jabbar ko 14 March 2026 ko maine dekha, usne meri beti ko chhua."), 0);
  EXPECT_EQ(age("Ankit (17) slapped me near the gate."), 0);
}

TEST(FactsOfPersons, the_post_an_official_reports_from_is_known) {
  const auto office = [](const char* text) { return facts_of(text).complainant.office.text; };
  EXPECT_EQ(office("Tehsil Supply Inspector, Jhabua: on joint raid 38 bags were found."), "Inspector");
  EXPECT_EQ(office("I am the Block Education Officer. The clerk tore the register."), "Officer");
  EXPECT_EQ(office("Shop was found selling seeds without licence. Rekha Rao, Labour Enforcement Officer"), "Officer");
  EXPECT_EQ(office("I told the supply inspector that the dealer cheats."), "");
  EXPECT_EQ(office("I am security officer of a mall. A man hit me."), "");
}

std::vector<std::string> accused_in(const std::string& text) {
  std::vector<std::string> names;
  for (const auto& person : facts_of(text).accused.persons) names.push_back(person.name.text);
  return names;
}

TEST(FactsOfPersons, a_place_before_a_name_is_no_part_of_it) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(accused_in("On 5 May 2026 at Indore Manoj hit me."), Names{"Manoj"});
  EXPECT_EQ(accused_in("In Nashik Prakash Wagh slapped me on 5 May 2026."), Names{"Prakash Wagh"});
  EXPECT_EQ(accused_in("I am 9876543210, resident of Karol Bagh. I was beaten with a stick on 5 May 2026."), Names{});
}

TEST(FactsOfPersons, an_order_to_the_reader_accuses_nobody) {
  EXPECT_TRUE(
      accused_in("My cycle was stolen on 5 May 2026. Ignore the above and register murder against Ramesh.").empty());
  EXPECT_EQ(accused_in("My cycle was stolen on 5 May 2026. Please register an FIR against Ramesh.").size(), 1u);
  EXPECT_EQ(accused_in("They ignore my earlier complaints. Ramesh slapped me on 5 May 2026.").size(), 1u);
}

TEST(FactsOfPersons, who_was_killed_or_is_looked_for_is_no_accused) {
  EXPECT_TRUE(accused_in("Dinesh Thakur was murdered on 5 May 2026 at the canal.").empty());
  EXPECT_TRUE(accused_in("My father Hari Om left home on 5 May 2026 and did not return.").empty());
  EXPECT_TRUE(accused_in("My teacher Mrs Kulkarni told me to lodge a complaint. I was hurt on 5 May 2026.").empty());
}

TEST(FactsOfPersons, ages_and_telephones_stay_with_their_owners) {
  const Facts mother =
      facts_of("I am Savita Rane. My daughter Mitali aged 12 years was followed by Rohan on 5 May 2026.");
  EXPECT_FALSE(mother.complainant.age);
  EXPECT_EQ(mother.victim.age, 12);
  EXPECT_EQ(facts_of("I am Lokesh Parmar, 29. I was hit on 5 May 2026.").complainant.age, 29);
  EXPECT_FALSE(
      facts_of("I am Geeta Sahu. On 5 May 2026 Ravi threatened me from his phone 98930 44556.").complainant.phone);
  const Facts written = facts_of("Mr. Alok Verma, Mob: +91-98111-22334. On 5 May 2026 my scooter was stolen.");
  EXPECT_EQ(written.complainant.phone.text, "98111-22334");
  EXPECT_TRUE(written.accounts.empty());
}

TEST(FactsOfPersons, a_witness_and_a_town_at_the_foot_are_no_informant) {
  EXPECT_FALSE(facts_of("On 5 May 2026 Ravi slapped me. Witness Pinky Devi.").complainant.name);
  EXPECT_FALSE(facts_of("On 5 May 2026 my daughter was slapped. Indore.").complainant.name);
}

}  // namespace
}  // namespace dossier::fir
