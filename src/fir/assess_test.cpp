#include "fir/assess.h"

#include "fir/draft.h"
#include "fir/knowledge_for_tests.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dossier::fir {
namespace {

Draft draft(const std::string& text, const GivenFields& given = {}) {
  return draft_complaint(knowledge_for_tests(), text, Date::of(2026, 6, 1), given).value();
}

bool proposes(const Draft& made, std::string_view id) {
  const auto& all = made.assessment.proposals;
  return std::any_of(all.begin(), all.end(), [&](const Proposal& p) { return p.offence->id() == id; });
}

bool considers(const Draft& made, std::string_view section) {
  const auto& all = made.assessment.considered;
  return std::any_of(all.begin(), all.end(),
                     [&](const Considered& c) { return c.section == section && !c.why.empty(); });
}

TEST(Assess, the_most_specific_offence_wins_and_the_other_is_considered) {
  const Draft made = draft("Somebody stole my laptop from the hostel room on 5 May 2026 while I was in class.");
  EXPECT_TRUE(proposes(made, "BNS 305"));
  EXPECT_FALSE(proposes(made, "BNS 303(2)"));
  EXPECT_TRUE(considers(made, "303(2)"));
}

TEST(Assess, a_denied_act_is_no_offence) {
  EXPECT_FALSE(
      proposes(draft("Ramesh met me on 5 May 2026. He did not hit me and did not threaten me."), "BNS 115(2)"));
  EXPECT_FALSE(proposes(draft("Sir usne na maara na dhamki di, bas baat ki 5 May 2026 ko."), "BNS 115(2)"));
}

TEST(Assess, a_request_for_a_section_is_no_evidence_of_it) {
  const Draft made = draft("He has not settled the accounts of our firm. Please lodge FIR for cheating against him.");
  EXPECT_FALSE(proposes(made, "BNS 318(4)"));
}

TEST(Assess, an_exception_reaches_its_own_incident_only) {
  std::string text = "On 5 May 2026 a boy stole my mobile phone worth 9,000 from my shop counter.";
  for (int i = 0; i < 6; ++i) text += " After that I went about my daily work as usual.";
  text += " On 20 May 2026 I handed my camera to Vinod on rent for two days and he refuses to return it.";
  const Draft made = draft(text);
  EXPECT_TRUE(proposes(made, "BNS 303(2)") || proposes(made, "BNS 305"));
}

TEST(Assess, every_met_ingredient_carries_words_of_the_complaint) {
  const std::string text =
      "On 5 May 2026 at 9 pm Kallu hit my brother on the head with an iron rod. He got four stitches.";
  const auto parsed = reading::Text::of(text).value();
  const Draft made = draft(text);
  ASSERT_TRUE(proposes(made, "BNS 118(1)"));
  for (const Proposal& proposal : made.assessment.proposals) {
    for (const IngredientFinding& finding : proposal.ingredients) {
      if (finding.state != IngredientState::met) continue;
      ASSERT_FALSE(finding.evidence.empty());
      for (const Evidence& e : finding.evidence) EXPECT_TRUE(e.given || parsed.slice(e.span) == e.text);
    }
  }
}

TEST(Assess, weigh_says_what_an_offence_lacks) {
  const auto& knowledge = knowledge_for_tests();
  const auto parsed = reading::Text::of("My purse was stolen in the market.").value();
  reading::CueText text(parsed, knowledge.vocabulary());
  const Facts facts = read_facts(text, knowledge, {});
  const Weighed weighed = weigh(knowledge, *knowledge.find("BNS 309(4)"), text, facts);
  EXPECT_NE(weighed.why_not, "");
}

}  // namespace
}  // namespace dossier::fir
