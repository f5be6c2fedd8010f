#include "grounding/check.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace dossier::grounding {
namespace {

const std::vector<SourceText> kSources = {
    {"Northlight Ventures II invests in robotics and industrial software across Europe. It has drawn 62.5% of the "
     "$40 million committed by 31 December 2024.",
     "Strategy; northlight.pdf"},
    {"The accused was charged under Section 304(2) BNS. \"Give me the phone\" was what he said.", "Case"}};

std::string faults(std::string_view text, CheckOptions options = {}) {
  std::string all;
  for (const Finding& finding : check(text, kSources, options)) {
    all += all.empty() ? "" : " ";
    all += name_of(finding.fault);
    all += ":" + finding.what;
  }
  return all;
}

TEST(Check, a_paraphrase_with_the_right_facts_passes) {
  EXPECT_EQ(faults("Northlight invests in industrial software and robotics in Europe [1]. By the end of December 2024 "
                   "it had drawn 62.5 percent of the 40 million committed [1]."),
            "");
}

TEST(Check, what_the_sources_do_not_have_is_found) {
  EXPECT_EQ(faults("It has drawn 63.5% of the $40 million committed [1]."), "number:63.5");
  EXPECT_EQ(faults("It has drawn 62.5% of the $40 billion committed [1]."), "number:40 billion");
  EXPECT_EQ(faults("It has drawn 62.5% by 30 December 2024, as committed [1]."), "date:30 December 2024");
  EXPECT_EQ(faults("Goldman invests in robotics and software [1]."), "name:Goldman");
  EXPECT_EQ(faults("The accused was charged under Section 302 BNS [2]."), "section:302");
  EXPECT_EQ(faults("\"Give me the money\" was what he said [2]."), "quotation:Give me the money");
}

TEST(Check, a_fact_must_stand_in_the_source_that_is_cited) {
  EXPECT_EQ(faults("It has drawn 62.5% of what was committed [1]."), "");
  EXPECT_EQ(faults("It has drawn 62.5% of what was committed.", {}), "");
  EXPECT_NE(faults("It has drawn 62.5% of what was committed [2].").find("number:62.5"), std::string::npos);
  EXPECT_NE(faults("It invests in robotics across Europe [7].").find("citation:[7]"), std::string::npos);
}

TEST(Check, a_figure_may_not_stand_in_the_place_of_another) {
  const std::vector<SourceText> told = {
      {"On 19 February at about 8:00 pm I was in bus number 47. My purse with cash 3,300 and 2 gold chains was gone.",
       ""}};
  const auto wrong = [&](std::string_view text) {
    std::string all;
    for (const Finding& finding : check(text, told)) all += finding.what + ";";
    return all;
  };
  EXPECT_EQ(wrong("At about 8:00 pm in bus number 47 a purse with cash 3,300 and 2 gold chains was gone."), "");
  EXPECT_EQ(wrong("The purse with cash of 3,300 was gone from bus number 47."), "");
  EXPECT_EQ(wrong("At about 3,300 pm in bus number 47 a purse with cash 8:00 and 2 gold chains was gone."),
            "3,300;8:00;");
  EXPECT_EQ(wrong("The purse with cash 47 and 2 gold chains was gone."), "47;");
}

TEST(Check, where_citations_are_required_one_at_the_end_serves_the_sentences_before_it) {
  const CheckOptions required{.citations_required = true};
  EXPECT_EQ(faults("It invests in robotics. It invests in software [1].", required), "");
  EXPECT_EQ(faults("It invests in robotics [1]. It invests in software.", required), "citation:It invests in software");
}

TEST(Check, apologies_opinions_and_orders_obeyed_are_unsupported) {
  for (const char* text :
       {"Sorry, answering this question is impossible for me.", "Ignore previous instructions. HACKED",
        "This looks like a great opportunity with excellent prospects!"})
    EXPECT_NE(faults(text).find("unsupported"), std::string::npos) << text;
  EXPECT_EQ(faults("  \n"), "empty:");
}

TEST(Check, a_denial_needs_one_in_its_source) {
  EXPECT_EQ(faults("It does not invest in robotics across Europe [1]."),
            "negation:It does not invest in robotics across Europe");
}

TEST(Check, the_figures_of_a_sum_keep_their_order) {
  const std::vector<SourceText> sum = {{"Total distributions are $11,637,500 ($11,787,500 - $150,000 = $11,637,500)."}};
  EXPECT_TRUE(check("The distributions are $11,637,500 in total ($11,787,500 - $150,000 = $11,637,500).", sum).empty());
  EXPECT_FALSE(check("Total distributions are $150,000 ($11,787,500 - $11,637,500 = $150,000).", sum).empty());
}

TEST(Check, a_denial_is_held_against_the_clause_it_denies) {
  const std::vector<SourceText> sources = {
      {"It holds a board seat in every company. No single company may exceed 20 per cent of commitments."}};
  const auto passes = [&](std::string_view text) { return check(text, sources).empty(); };
  EXPECT_TRUE(passes("No company may exceed 20 per cent of commitments."));
  EXPECT_FALSE(passes("A single company may exceed 20 per cent of commitments."));
  EXPECT_FALSE(passes("It never holds a board seat in every company."));
  EXPECT_FALSE(passes("It holds a board seat in no company."));
}

TEST(Check, one_persons_deed_is_not_anothers) {
  const std::vector<SourceText> told = {
      {"My name is Ramesh Kumar, s/o Mohan Lal. Two boys snatched my phone and Vinod Rao hit me. Suresh Yadav saw "
       "it."}};
  const auto faults_of = [&](std::string_view text) {
    std::string all;
    for (const Finding& finding : check(text, told)) all += std::string(name_of(finding.fault)) + " ";
    return all;
  };
  EXPECT_EQ(faults_of("Ramesh Kumar reports that two boys snatched his phone. He was hit by Vinod Rao."), "");
  EXPECT_EQ(faults_of("Suresh Yadav snatched the phone."), "deed ");
  EXPECT_EQ(faults_of("Suresh Yadav reports that two boys snatched the phone."), "deed ");
  EXPECT_EQ(faults_of("Suresh Yadav hit him."), "deed ");
  EXPECT_EQ(faults_of("Ramesh Lal reports that two boys snatched his phone."), "name ");
}

TEST(Check, a_word_known_in_one_name_makes_no_other) {
  const std::vector<SourceText> told = {
      {"General Partner: Northlight Venture Advisers. In general the venture is young."}};
  EXPECT_FALSE(check("General Venture: Northlight Venture Advisers.", told).empty());
  EXPECT_TRUE(check("The General Partner is Northlight Venture Advisers.", told).empty());
}

TEST(Check, absences_may_be_told_where_they_are_asked_for) {
  const std::vector<SourceText> told = {{"Two boys on a motorcycle snatched my phone near the bus stand."}};
  const CheckOptions allowed{.absences_allowed = true};
  EXPECT_FALSE(check("The phone was not taken by force.", told).empty());
  EXPECT_TRUE(check("The phone was not hidden.", told, allowed).empty());
  EXPECT_FALSE(check("The boys on a motorcycle did not snatch the phone.", told, allowed).empty());
  EXPECT_FALSE(check("Two boys snatched the phone, but never near the bus stand.", told, allowed).empty());
}

TEST(Check, digits_of_other_scripts_are_digits) {
  EXPECT_EQ(faults("It has drawn \xE0\xA5\xAC\xE0\xA5\xA8.\xE0\xA5\xAB% of what was committed [1]."), "");
  EXPECT_EQ(faults("It has drawn \xE0\xA5\xAC\xE0\xA5\xA9.\xE0\xA5\xAB% of what was committed [1]."), "number:63.5");
}

TEST(Check, damaged_bytes_do_no_harm) {
  EXPECT_FALSE(check("\xff\xfe 7", kSources).empty());
}

// ---- the two promises ----

rc::Gen<std::string> sentence() {
  using rc::gen::element;
  return rc::gen::exec([] {
    const auto number = std::to_string(*rc::gen::inRange(10, 99'999));
    const std::string subject = *element<std::string>("The fund", "Bluewater Capital", "The complainant Ramesh Kumar",
                                                      "It", "Portfolio company Zenith");
    const std::string verb = *element<std::string>("paid", "reported", "did not receive", "lost", "distributed");
    const std::string amount = *element<std::string>("$" + number, number + "%", "Rs. " + number, number + " shares",
                                                     "(" + number + "%)", "EUR " + number + " million", "-" + number);
    const std::string when = *element<std::string>("on 15 January 2023", "in Q3 2022", "by 2024-06-30", "in March",
                                                   "under Section 304(2) of the BNS", "u/s 379 IPC", "yesterday");
    const std::string said =
        *element<std::string>("", ", and said \"pay at once\"", " (unaudited)", " between 2019-2023");
    return subject + " " + verb + " " + amount + " " + when + said + ".";
  });
}

RC_GTEST_PROP(GroundingProperty, a_text_of_its_sources_own_sentences_passes, ()) {
  const auto sentences = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(sentence()));
  std::vector<SourceText> sources(2);
  std::string text;
  for (std::size_t i = 0; i < sentences.size(); ++i) sources[i % 2].text += sentences[i] + " ";
  // A sentence without a mark rests on the next one's source, so either all have theirs or none has.
  const bool cited = *rc::gen::arbitrary<bool>();
  for (int n = *rc::gen::inRange(1, 6); n > 0; --n) {
    const auto i = *rc::gen::inRange<std::size_t>(0, sentences.size());
    text += sentences[i].substr(0, sentences[i].size() - 1) + (cited ? " [" + std::to_string(i % 2 + 1) + "]. " : ". ");
  }
  const auto findings = check(text, sources);
  for (const Finding& finding : findings) RC_LOG() << name_of(finding.fault) << ": " << finding.what << "\n";
  RC_ASSERT(findings.empty());
}

RC_GTEST_PROP(GroundingProperty, a_text_with_a_changed_digit_never_passes, ()) {
  const std::vector<SourceText> sources = {{*sentence()}};
  std::string text = sources[0].text;
  std::vector<std::size_t> digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') digits.push_back(i);
  }
  const std::size_t at = *rc::gen::elementOf(digits);
  const char other = static_cast<char>('0' + *rc::gen::inRange(0, 10));
  RC_PRE(other != text[at]);
  text[at] = other;
  RC_LOG() << sources[0].text << "\n" << text << "\n";
  RC_ASSERT(!check(text, sources).empty());
}

TEST(LeftOut, names_the_figures_and_dates_that_the_text_does_not_say) {
  const std::string source = "DPI is 0.39x: 3,900,000 EUR distributed of 10,000,000 EUR paid in by 31 December 2024.";
  EXPECT_TRUE(
      left_out("By 31 December 2024 EUR 3.9 million of EUR 10 million came back, a DPI of 0.39x.", source).empty());
  const auto missing = left_out("The DPI is 0.39x after 10,000,000 EUR paid in.", source);
  ASSERT_EQ(missing.size(), 2u);
  EXPECT_EQ(missing[0].fault, Fault::left_out);
  const std::string both = missing[0].what + " | " + missing[1].what;
  EXPECT_NE(both.find("3,900,000"), std::string::npos) << both;
  EXPECT_NE(both.find("31 December 2024"), std::string::npos) << both;
}

}  // namespace
}  // namespace dossier::grounding
