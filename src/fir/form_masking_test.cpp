#include "fir/form_masking.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cctype>

namespace dossier::fir {
namespace {

FormFacts facts_with(std::string complaint) {
  FormFacts facts;
  facts.protected_names = {"Sunita Devi", "सुनीता देवी"};
  facts.values["complainant.name"] = {"Ramesh Chandra"};
  facts.values["complainant.address"] = {"House 12, Shanti Nagar, Kanpur"};
  facts.complaint = std::move(complaint);
  return facts;
}

std::string masked(std::string complaint) {
  return without_identities(facts_with(std::move(complaint))).complaint;
}

TEST(FormMasking, hides_names_word_by_word_however_they_are_written) {
  EXPECT_EQ(masked("Sunita told me."), "[withheld] told me.");
  EXPECT_EQ(masked("SUNITA DEVI's bag"), "[withheld]'s bag");
  EXPECT_EQ(masked("Suneeta and Smt. Devi came"), "[withheld] and Smt. [withheld] came");
  EXPECT_EQ(masked("मेरी बहन सुनीता देवी को"), "मेरी बहन [withheld] को");
  EXPECT_EQ(masked("Ramesh ki beti"), "[withheld] ki beti");
}

TEST(FormMasking, hides_names_inside_longer_words_and_in_electronic_addresses) {
  EXPECT_EQ(masked("her id sunita92 and sunitadevi@okbank"), "her id [withheld] and [withheld]");
  EXPECT_EQ(masked("mail r.c@mail.example.com now"), "mail [withheld] now");
}

TEST(FormMasking, hides_addresses_where_they_are_repeated) {
  EXPECT_EQ(masked("at Shanti Nagar near the temple"), "at [withheld] near the temple");
  EXPECT_EQ(masked("in nagar it is known"), "in [withheld] it is known");
}

TEST(FormMasking, hides_long_numbers_and_leaves_days_times_and_sums) {
  EXPECT_EQ(masked("call 98765 43210 today"), "call [withheld] today");
  EXPECT_EQ(masked("Aadhaar 1234-5678-9012"), "Aadhaar [withheld]");
  const std::string dated = "on 05/05/2026, 2026-05-05, 5-5-26 at 18:30 he took 1,86,000";
  EXPECT_EQ(masked(dated), dated);
}

TEST(FormMasking, leaves_ordinary_words_alone) {
  const std::string text = "He sent a device to the saint; the devil ran.";
  EXPECT_EQ(masked(text), text);
}

TEST(FormMasking, withholds_the_informant_the_place_and_the_accuseds_family) {
  FormFacts facts = facts_with("");
  facts.values["complainant.phone"] = {"9876543210"};
  facts.values["occurrence.place"] = {"her house"};
  facts.values["officer.name"] = {"Kavita Devi"};
  facts.accused = {{"Kishan", "", "Sohan", "Shanti Nagar", "uncle of Sunita"}};
  facts.identity_papers = {{"Aadhaar", "1234 5678 9012"}};
  const FormFacts safe = without_identities(facts);
  for (const char* field : {"complainant.name", "complainant.address", "complainant.phone", "occurrence.place"})
    EXPECT_EQ(safe.value(field), kWithheld) << field;
  EXPECT_EQ(safe.value("officer.name"), "Kavita Devi");
  EXPECT_EQ(safe.accused[0].name, kWithheld);
  EXPECT_EQ(safe.accused[0].relative, kWithheld);
  EXPECT_EQ(safe.accused[0].address, kWithheld);
  EXPECT_EQ(safe.accused[0].particulars, "uncle of [withheld]");
  EXPECT_EQ(safe.identity_papers[0].number, kWithheld);
  EXPECT_TRUE(safe.protected_names.empty());
  EXPECT_TRUE(safe.identity_withheld);
}

TEST(FormMasking, protects_an_accused_who_is_a_child) {
  FormFacts facts = facts_with("Chintu and Bablu did it.");
  facts.accused = {{"Chintu", "", "", "", "neighbour, aged 16"}, {"Bablu", "", "", "", "aged 22"}};
  const FormFacts safe = without_identities(facts);
  EXPECT_EQ(safe.accused[0].name, kWithheld);
  EXPECT_EQ(safe.accused[1].name, "Bablu");
  EXPECT_EQ(safe.complaint, "[withheld] and Bablu did it.");
}

TEST(FormMasking, reads_the_lists_that_come_as_lines) {
  FormFacts facts = facts_with("Chintu came.");
  facts.values["accused.persons"] = {"Chintu, aged 16\nKishan, uncle of Sunita"};
  facts.values["property"] = {"ring of Sunita, Rs 5,000"};
  const FormFacts safe = without_identities(facts);
  ASSERT_EQ(safe.accused.size(), 2u);
  EXPECT_EQ(safe.accused[0].name, kWithheld);
  EXPECT_EQ(safe.accused[1].particulars, "uncle of [withheld]");
  EXPECT_EQ(safe.property[0].description, "ring of [withheld]");
  EXPECT_EQ(safe.complaint, "[withheld] came.");
  EXPECT_EQ(safe.value("accused.persons"), "");
}

TEST(FormMasking, hides_a_name_in_any_case_between_any_words) {
  rc::check("no trace of the name is left", [] {
    std::string name = "Sunita";
    for (char& c : name) {
      if (*rc::gen::arbitrary<bool>()) c = static_cast<char>(std::toupper(c));
    }
    const auto text = [] { return *rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~')); };
    std::string out = masked(text() + name + text());
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
    RC_ASSERT(out.find("sunita") == std::string::npos);
  });
}

TEST(FormMasking, keeps_blanks_blank) {
  const FormFacts safe = without_identities({});
  EXPECT_TRUE(safe.values.empty());
  EXPECT_TRUE(safe.complaint.empty());
}

}  // namespace
}  // namespace dossier::fir
