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

TEST(Assess, likeness_of_words_makes_no_offence_graver_without_what_makes_it_so) {
  const Draft made = draft(
      "I am Sunita. On 12 May 2026 at my house in Indore Raju raped me. My brother Ajay brought me to the hospital.");
  EXPECT_TRUE(proposes(made, "BNS 64(1)"));
  EXPECT_FALSE(proposes(made, "BNS 70(1)"));
  EXPECT_FALSE(proposes(made, "BNS 64(2)"));
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

TEST(Assess, whom_a_letter_goes_to_is_no_evidence) {
  const std::string body =
      "I am Kavitha. On 3 October 2025 a caller asked for Rs 4,500 as registration for a job and I paid it by UPI. "
      "Later "
      "they told me that there is no such opening.";
  const Draft letter = draft("To\nThe Inspector of Police,\nCyber Crime Police Station, Salem.\n\nSir,\n" + body);
  EXPECT_FALSE(proposes(letter, "BNS 204"));
  for (const Proposal& proposal : letter.assessment.proposals) {
    for (const IngredientFinding& finding : proposal.ingredients) {
      for (const Evidence& shown : finding.evidence) EXPECT_EQ(shown.text.find("Inspector"), std::string::npos);
    }
  }
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

TEST(Assess, one_offence_covers_another_only_where_its_sign_holds) {
  const auto entry = [](const std::string& section, const std::string& cue, const std::string& more) {
    return "[[offence]]\nact = \"BNS\"\nsection = \"" + section + "\"\ntitle = \"t\"\n" + more +
           "ingredient = [ { id = \"i\", name = \"n\", any = [\"" + cue + "\"] } ]\n";
  };
  const auto knowledge = Knowledge::read({{"two.toml", "[signals]\ninside = [\"room|house\"]\n" +
                                                           entry("305", "steal",
                                                                 "rank = 9\nsupersedes_if = [ { any = "
                                                                 "[\"$inside & locked\"], over = [\"BNS 331\"] } ]\n") +
                                                           entry("331", "enter", "")}});
  const auto proposed = [&](const std::string& words) {
    const auto text = reading::Text::of(words).value();
    return assess(knowledge.value(), reading::CueText(text, knowledge.value().vocabulary()), Facts{}).proposals.size();
  };
  EXPECT_EQ(proposed("He entered the locked house and stole."), 1u);
  EXPECT_EQ(proposed("He entered the house and stole. My car is locked."), 2u);
}

// Complaints under 303(2) speak of something gone, and hardly ever of a fair; `lessons` were learned from.
Knowledge with_experience(const std::string& more, int lessons = 20, const std::string& others = "") {
  return Knowledge::read(
             {{"goats.toml", "[[offence]]\nact = \"BNS\"\nsection = \"303(2)\"\ntitle = \"t\"\n" + more +
                                 "ingredient = [ { id = \"thing\", name = \"a thing\", any = [\"goat\"] }, { id = "
                                 "\"taken\", name = \"taken\", any = [\"stole\"], against = [\"bought\"] } ]\n" +
                                 others},
              {std::string(kExperienceFile), "texts\t100\nsection\tBNS 303(2)\t-2\t" + std::to_string(lessons) +
                                                 "\nword\tfair\t1\t0:-9\nword\tgo\t1\t0:9\n"}})
      .value();
}

Assessment assessed(const Knowledge& knowledge, const std::string& words) {
  const auto text = reading::Text::of(words).value();
  return assess(knowledge, reading::CueText(text, knowledge.vocabulary()), Facts{});
}

TEST(Assess, experience_proposes_what_was_told_alike_and_says_which_words) {
  const Knowledge knowledge = with_experience("");
  const Assessment made = assessed(knowledge, "The goat was gone.");
  ASSERT_EQ(made.proposals.size(), 1u);
  ASSERT_EQ(made.proposals[0].told_alike.size(), 1u);
  EXPECT_NE(made.proposals[0].told_alike[0].text.find("gone"), std::string::npos);
  EXPECT_EQ(made.proposals[0].ingredients[0].state, IngredientState::met);
  EXPECT_EQ(made.proposals[0].ingredients[1].state, IngredientState::missing);
  EXPECT_TRUE(assessed(knowledge, "Somebody stole the goat and it was gone.").proposals[0].told_alike.empty());
}

TEST(Assess, experience_alone_or_against_what_the_complaint_says_proposes_nothing) {
  EXPECT_TRUE(assessed(with_experience(""), "The child was gone.").proposals.empty());
  EXPECT_TRUE(assessed(with_experience(""), "The goat he bought was gone.").proposals.empty());
}

TEST(Assess, experience_brings_back_what_an_exception_took_and_says_what_stood_against_it) {
  const Knowledge excepted = with_experience("unless = [ { any = [\"returned\"], why = \"it came back\" } ]\n");
  for (const std::string words :
       {"He stole the goat, it was gone, then returned.", "The goat was gone, then returned."}) {
    const Assessment made = assessed(excepted, words);
    ASSERT_EQ(made.proposals.size(), 1u) << words;
    EXPECT_EQ(made.proposals[0].despite, "it came back");
    EXPECT_FALSE(made.proposals[0].told_alike.empty());
  }
}

TEST(Assess, experience_brings_back_what_is_covered_where_complaints_told_so_were_registered_under_both) {
  const Knowledge knowledge = with_experience("", 20,
                                              "[[offence]]\nact = \"BNS\"\nsection = \"305\"\ntitle = \"s\"\n"
                                              "supersedes = [\"BNS 303*\"]\ningredient = [ { id = \"act\", name = "
                                              "\"an act\", any = [\"stole goat\"] } ]\n");
  EXPECT_EQ(assessed(knowledge, "He stole the goat.").proposals.size(), 1u);
  const Assessment made = assessed(knowledge, "He stole the goat, it was gone.");
  ASSERT_EQ(made.proposals.size(), 2u);
  EXPECT_TRUE(std::any_of(made.proposals.begin(), made.proposals.end(), [](const Proposal& proposal) {
    return proposal.despite.find("BNS 305") != std::string::npos;
  }));
}

TEST(Assess, experience_brings_back_no_second_sub_section) {
  const Knowledge knowledge = with_experience("unless = [ { any = [\"returned\"], why = \"it came back\" } ]\n", 20,
                                              "[[offence]]\nact = \"BNS\"\nsection = \"303(3)\"\ntitle = "
                                              "\"s\"\ningredient = [ { id = \"act\", name = \"an act\", "
                                              "any = [\"stole goat\"] } ]\n");
  const Assessment made = assessed(knowledge, "He stole the goat, it was gone, then returned.");
  ASSERT_EQ(made.proposals.size(), 1u);
  EXPECT_EQ(made.proposals[0].offence->section, "303(3)");
}

TEST(Assess, an_unlikely_offence_all_alone_leaves_a_matter_told_like_a_loss_to_its_route) {
  const auto knowledge = [](const std::string& route) {
    return Knowledge::read({{"goats.toml",
                             "[[offence]]\nact = \"BNS\"\nsection = \"303(2)\"\ntitle = \"t\"\n"
                             "ingredient = [ { id = \"thing\", name = \"a thing\", any = [\"goat\"] } ]\n"},
                            {std::string(kExperienceFile),
                             "texts\t100\nsection\tBNS 303(2)\t-1.3\t20\nsection\troute "
                             "LOST_REPORT\t-3\t20\nword\tstray\t1\t" +
                                 route + "\n"}})
        .value();
  };
  EXPECT_EQ(assessed(knowledge("0:0"), "My goat strayed.").proposals.size(), 1u);
  const Assessment made = assessed(knowledge("1:2.2"), "My goat strayed.");
  EXPECT_TRUE(made.proposals.empty());
  EXPECT_EQ(made.told_alike_route, "LOST_REPORT");
}

TEST(Assess, what_complaints_told_so_never_were_is_considered_only_where_many_were_learned_from) {
  const std::string words = "He stole the goat at the fair.";
  const Assessment doubted = assessed(with_experience(""), words);
  EXPECT_TRUE(doubted.proposals.empty());
  ASSERT_EQ(doubted.considered.size(), 1u);
  EXPECT_NE(doubted.considered[0].why.find("hardly ever"), std::string::npos);
  EXPECT_EQ(assessed(with_experience("", 9), words).proposals.size(), 1u);
}

TEST(Assess, asks_which_day_is_right_where_one_act_is_told_of_two) {
  const auto asks = [](const std::string& words) {
    const Draft made = draft(words);
    return std::any_of(made.missing.begin(), made.missing.end(),
                       [](const MissingFact& m) { return m.question.find("on both days") != std::string::npos; });
  };
  const std::string snatched = "On 5 May 2026 a boy on a scooty snatched my phone near Gandhi Chowk. ";
  EXPECT_TRUE(asks(snatched + "The phone was snatched from my hand on 12 May 2026 in the morning."));
  EXPECT_FALSE(asks(snatched + "The phone was snatched from my hand on 5.5.2026 in the morning."));
  EXPECT_FALSE(asks(snatched + "I had bought the phone on 12 April 2026."));
}

TEST(Assess, a_notice_to_somebody_else_is_no_complaint) {
  const Draft made = draft(
      "LEGAL NOTICE. On behalf of my client I call upon you to pay for the goods you took on 12.01.2026 on credit, "
      "failing which my client shall proceed against you at your own risk and cost.");
  EXPECT_EQ(made.route, "CLARIFY");
  EXPECT_TRUE(made.assessment.proposals.empty());
}

TEST(Assess, weigh_says_what_an_offence_lacks) {
  const auto& knowledge = knowledge_for_tests();
  const auto parsed = reading::Text::of("My purse was stolen in the market.").value();
  reading::CueText text(parsed, knowledge.vocabulary());
  const Facts facts = read_facts(text, knowledge, {});
  const Weighed weighed = weigh(knowledge, *knowledge.find("BNS 309(4)"), text, facts);
  EXPECT_NE(weighed.why_not, "");
}

// The state of an ingredient of a proposed offence; nothing when the offence is not proposed.
std::optional<IngredientState> state_of(const Draft& made, std::string_view id, std::string_view ingredient) {
  for (const Proposal& proposal : made.assessment.proposals) {
    if (proposal.offence->id() != id) continue;
    for (const IngredientFinding& finding : proposal.ingredients) {
      if (finding.ingredient->id == ingredient) return finding.state;
    }
  }
  return std::nullopt;
}

TEST(Assess, the_opposite_of_what_is_asked_is_shown_as_contradicted_and_not_asked_again) {
  const Draft made =
      draft("On 5 May 2026 at 11 pm thieves broke the lock of my house and stole a television worth Rs 30,000.");
  ASSERT_TRUE(proposes(made, "BNS 331(4)"));
  EXPECT_FALSE(proposes(made, "BNS 331(3)"));
  const Draft theft = draft("On 5 May 2026 somebody stole my cycle worth Rs 9,000 from the stand.");
  EXPECT_EQ(state_of(theft, "BNS 303(2)", "value"), IngredientState::met);
}

TEST(Assess, the_quantity_decides_between_sub_sections) {
  const auto ganja = [](const char* quantity) {
    std::string sections;
    const Draft made =
        draft(std::string("On 5 May 2026 SI Verma seized ") + quantity + " of ganja from Salim at Indore.");
    for (const Proposal& proposal : made.assessment.proposals) sections += proposal.offence->section + ";";
    return sections;
  };
  EXPECT_EQ(ganja("25 kg"), "20(b)(ii)(C);");
  EXPECT_EQ(ganja("300 grams"), "20(b)(ii)(A);");
}

}  // namespace
}  // namespace dossier::fir
