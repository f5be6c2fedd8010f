#include "fir/code_signals.h"
#include "fir/knowledge_check.h"

#include <gtest/gtest.h>

namespace dossier::fir {
namespace {

// A small file of knowledge with one offence; `extra` stands inside the entry.
std::string offence(const std::string& cue, const std::string& extra = "") {
  return "act = \"BNS\"\n[words]\nweapon = [\"knife\"]\n[signals]\nhurt = [\"hit\"]\n[[offence]]\nsection = "
         "\"115(2)\"\n"
         "title = \"Hurt\"\npunishment = \"p\"\nmax_years = 1\ncourt = \"c\"\ncognizable = \"no\"\nbailable = "
         "\"yes\"\n" +
         extra + "ingredient = [ { id = \"hurt\", name = \"hurt\", any = [\"" + cue +
         "\"] } ]\ncatch = \"He hit me.\"\nnear_miss = \"He met me.\"\n";
}

std::string fault_of(const std::string& text) {
  const auto read = Knowledge::read({{"body.toml", text}});
  return read ? "" : read.error().text();
}

// A file that holds every signal the code asks for by name, without `missing`.
std::string signals_of_the_code_but(std::string_view missing) {
  std::string text = "[signals]\n";
  for (const std::string_view name : kSignalsOfTheCode) {
    if (name != missing) text += std::string(name) + " = [\"hit\"]\n";
  }
  return text;
}

TEST(KnowledgeReader, reads_an_entry) {
  EXPECT_EQ(fault_of(offence("hit ~3 @weapon")), "");
  EXPECT_EQ(fault_of(offence("$hurt")), "");
}

TEST(KnowledgeReader, names_file_and_entry_of_an_ill_formed_cue) {
  const std::string fault = fault_of(offence("hit ~3"));
  EXPECT_NE(fault.find("body.toml"), std::string::npos) << fault;
  EXPECT_NE(fault.find("BNS 115(2)"), std::string::npos) << fault;
  EXPECT_NE(fault.find("hit ~3"), std::string::npos) << fault;
}

TEST(KnowledgeReader, names_a_hindi_word_that_would_be_read_as_an_english_one) {
  const auto read = [](const std::string& word) {
    return Knowledge::read({{"words.toml", "[words]\nhouse = [\"" + word + "\"]\n"}}).value();
  };
  EXPECT_EQ(check_knowledge(read("haveli")).size(), 1u);
  EXPECT_TRUE(check_knowledge(read("=haveli")).empty());
  EXPECT_TRUE(check_knowledge(read("houses")).empty());
}

TEST(KnowledgeReader, names_a_section_that_experience_knows_and_the_knowledge_no_longer) {
  const std::string lessons =
      "texts\t9\nsection\tBNS 115(2)\t-1\t4\nsection\tBNS 999\t-1\t4\nsection\troute CIVIL\t-1\t4\n";
  const auto faults = check_knowledge(Knowledge::read({{"body.toml", offence("$hurt")},
                                                       {"signals.toml", signals_of_the_code_but("")},
                                                       {std::string(kExperienceFile), lessons}})
                                          .value());
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_NE(faults[0].text().find("BNS 999"), std::string::npos) << faults[0].text();
}

TEST(KnowledgeReader, names_a_signal_that_the_code_asks_for_and_the_knowledge_does_not_hold) {
  for (const std::string_view name : kSignalsOfTheCode) {
    const auto faults = check_knowledge(
        Knowledge::read({{"body.toml", offence("$hurt")}, {"signals.toml", signals_of_the_code_but(name)}}).value());
    ASSERT_EQ(faults.size(), 1u) << name;
    EXPECT_NE(faults[0].text().find(name), std::string::npos) << faults[0].text();
  }
}

TEST(KnowledgeReader, refuses_what_it_would_not_read) {
  EXPECT_NE(fault_of(offence("hit|fact:night")), "");
  EXPECT_NE(fault_of(offence("$nobody")), "");
  EXPECT_NE(fault_of(offence("fact:full_moon")), "");
  EXPECT_NE(fault_of(offence("$hurt & fact:night")), "");
  EXPECT_NE(fault_of(offence("hit", "supersedes_if = [ { any = [\"$hurt\"] } ]\n")), "");
  EXPECT_NE(fault_of(offence("hit", "supercedes = [\"BNS 131\"]\n")), "");
  EXPECT_NE(fault_of(offence("hit", "ipc = [323]\n")), "");
}

}  // namespace
}  // namespace dossier::fir
