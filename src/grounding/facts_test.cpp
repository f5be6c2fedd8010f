#include "grounding/facts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dossier::grounding {
namespace {

std::vector<std::string> keys(const std::string& text, FactKind kind) {
  std::vector<std::string> found;
  for (const Fact& fact : find_facts(reading::Text::of(text).value())) {
    if (fact.kind == kind) found.push_back(fact.context.empty() ? fact.key : fact.key + " " + fact.context);
  }
  return found;
}
std::string number(const std::string& text) {
  const auto all = keys(text, FactKind::number);
  return all.size() == 1 ? all.front() : "(" + std::to_string(all.size()) + " numbers)";
}
using Keys = std::vector<std::string>;

TEST(Facts, a_number_is_the_same_however_it_is_written) {
  for (const char* text :
       {"it paid $1,500,000", "it paid USD 1.5 million", "it paid $1.5m", "it paid 1500 thousand USD"})
    EXPECT_EQ(number(text), number("it paid USD 1500000")) << text;
  EXPECT_EQ(number("about 12,34,567"), number("about 1234567"));
  EXPECT_EQ(number("Rs. 5 lakh"), number("500,000 rupees"));
  EXPECT_EQ(number("12.50 %"), number("12.5 percent"));
  EXPECT_EQ(number("five companies"), number("5 companies"));
  EXPECT_EQ(number("twenty-five companies"), number("25 companies"));
}

TEST(Facts, a_number_of_another_value_sign_unit_or_currency_is_another) {
  const std::string base = number("it is $12.5");
  for (const char* text :
       {"it is $12.6", "it is $125", "it is -$12.5", "it is $12.5m", "it is 12.5%", "it is 12.5x", "it is EUR 12.5"})
    EXPECT_NE(number(text), base) << text;
  EXPECT_NE(number("an IRR of (12.5%)"), number("an IRR of 12.5%"));
  EXPECT_EQ(number("an IRR of (12.5%)"), number("an IRR of -12.5%"));
  EXPECT_EQ(number("made before (2023)"), number("made before 2023"));
}

TEST(Facts, a_quantity_in_words_is_the_one_in_digits) {
  EXPECT_EQ(number("half a dozen men"), number("6 men"));
  EXPECT_EQ(number("two dozen men"), number("24 men"));
  EXPECT_EQ(number("two and a half lakh rupees"), number("Rs 2,50,000"));
  EXPECT_EQ(number("half of it"), number("50 % of it"));
  EXPECT_EQ(number("a tenth of it"), number("10 per cent of it"));
  EXPECT_EQ(number("two thirds of it"), number("two-thirds of it"));
  EXPECT_EQ(number("twice the cost"), number("2.0x the cost"));
  EXPECT_EQ(number("it was tenfold"), number("10 times"));
  EXPECT_EQ(number("the third quarter"), number("in Q3"));
  EXPECT_EQ(number("wahan do ladke the"), number("2 ladke"));
  EXPECT_NE(number("the third man"), number("three men"));
}

TEST(Facts, words_that_count_nothing_are_no_quantities) {
  for (const char* text : {"they do not know", "the first half of the year", "half past", "one of them",
                           "a char of tin", "Mohan Das came", "wait a second"})
    EXPECT_EQ(number(text), "(0 numbers)") << text;
}

TEST(Facts, times_are_the_same_however_they_are_written) {
  for (const char* text : {"at 6:30 pm", "at 6.30 p.m.", "at 18:30", "at half past six in the evening"})
    EXPECT_EQ(keys(text, FactKind::time), Keys{"18:30"}) << text;
  EXPECT_EQ(keys("at 6:30", FactKind::time), Keys{"06:30 12h"});
  EXPECT_EQ(keys("in the evening", FactKind::time), Keys{"evening"});
}

TEST(Facts, a_time_supports_what_is_less_precise) {
  const auto one = [](const std::string& text) { return find_facts(reading::Text::of(text).value()).at(0); };
  EXPECT_TRUE(supports(one("at 6:30 pm"), one("at 6:30")));
  EXPECT_TRUE(supports(one("at 6:30 pm"), one("in the evening")));
  EXPECT_FALSE(supports(one("at 6:30"), one("at 6:30 pm")));
  EXPECT_FALSE(supports(one("at 6:30 pm"), one("at 6:30 am")));
  EXPECT_FALSE(supports(one("at 6:30 pm"), one("at midnight")));
}

TEST(Facts, a_date_is_the_same_however_it_is_written) {
  for (const char* text : {"on 15 January 2023", "on January 15, 2023", "on 15.01.2023", "on 15-Jan-23"})
    EXPECT_EQ(keys(text, FactKind::date), Keys{"2023-01-15"}) << text;
  EXPECT_TRUE(keys("on 15 January 2023", FactKind::number).empty());
  EXPECT_NE(keys("in Q2 2023", FactKind::date), keys("in H1 2023", FactKind::date));
}

TEST(Facts, less_precise_is_supported_and_more_precise_is_not) {
  const auto one = [](const std::string& text) { return find_facts(reading::Text::of(text).value()).at(0); };
  EXPECT_TRUE(supports(one("15 January 2023"), one("January 2023")));
  EXPECT_TRUE(supports(one("15 January 2023"), one("2023")));
  EXPECT_FALSE(supports(one("January 2023"), one("15 January 2023")));
  EXPECT_FALSE(supports(one("15 January 2023"), one("2024")));
  EXPECT_TRUE(supports(one("$5"), one("5")));
  EXPECT_FALSE(supports(one("5"), one("$5")));
}

TEST(Facts, sections_are_read_with_their_letters_clauses_and_act) {
  EXPECT_EQ(keys("punishable under Sections 304(2), 115 and 118A of the BNS", FactKind::section),
            (Keys{"304(2) bns", "115 bns", "118a bns"}));
  EXPECT_EQ(keys("a case u/s 302 IPC", FactKind::section), (Keys{"302 ipc"}));
  EXPECT_EQ(keys("section 498-A", FactKind::section), (Keys{"498a"}));
  EXPECT_NE(keys("section 304", FactKind::section), keys("section 304A", FactKind::section));
}

TEST(Facts, names_are_words_with_a_capital_but_for_usual_beginnings) {
  EXPECT_EQ(keys("The fund is managed by Northlight. It grew. Goldman helped.", FactKind::name).size(), 2u);
}

TEST(Facts, words_in_small_letters_are_names_when_no_dictionary_has_them) {
  EXPECT_EQ(keys("together with vinod at andheri", FactKind::name).size(), 2u);
  EXPECT_TRUE(keys("the organization paid 2 lakh for a lathi and a smartphone", FactKind::name).empty());
}

TEST(Facts, quotations_are_taken_sentence_by_sentence) {
  EXPECT_EQ(keys("He said \"Give me it. Now.\" and left.", FactKind::quotation), (Keys{"give me it", "now"}));
}

}  // namespace
}  // namespace dossier::grounding
