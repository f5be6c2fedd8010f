#include "fir/law.h"

#include "fir/draft.h"
#include "fir/knowledge_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::fir {
namespace {

Draft draft(const std::string& text) {
  return draft_complaint(knowledge_for_tests(), text, Date::of(2026, 6, 1), {}).value();
}

TEST(Law, the_day_of_the_act_decides_not_the_day_it_was_found_out) {
  EXPECT_EQ(draft("On 5 May 2023 Mohan snatched my gold chain and fled. I give this now on 1 May 2026.").law, Law::ipc);
  EXPECT_EQ(draft("Our cashier stole 50,000 from the locker on 3 March 2023. We came to know of it on 2 May 2026.").law,
            Law::ipc);
}

TEST(Law, payments_on_both_sides_of_the_day_call_for_both_codes) {
  const Draft made = draft(
      "Agent Lovely promised a visa with a fake letter. I paid him 5 lakh on 10.03.2024 and again 7 lakh on "
      "14.08.2024.");
  EXPECT_EQ(made.law, Law::both);
}

TEST(Route, follows_what_is_disclosed) {
  EXPECT_EQ(draft("On 5 May 2026 a boy on a bike pulled my gold chain from my neck and sped away.").route, "FIR");
  EXPECT_EQ(draft("On 5 May 2026 my neighbour Shanta slapped me on the face. There is no other injury.").route, "NCR");
  EXPECT_EQ(draft("I lost my driving licence somewhere in the bus on 5 May 2026. I need a report.").route,
            "LOST_REPORT");
  EXPECT_EQ(draft("His cheque of 92,000 dated 5 May 2026 was returned by the bank, funds insufficient.").route,
            "COURT_COMPLAINT");
  EXPECT_EQ(draft("My wife aged 34 left home on 5 May 2026 after breakfast and has not returned.").route,
            "MISSING_PERSON");
  EXPECT_EQ(draft("The patwari asked 5,000 bribe for my mutation file on 5 May 2026. I have not paid.").route,
            "REFER_AGENCY");
}

TEST(Route, what_cues_show_stands_before_what_complaints_told_alike_show) {
  const Situation dispute{.id = "civil",
                          .route = "CIVIL",
                          .title = {},
                          .why = {},
                          .ingredients = {},
                          .unless = {},
                          .suppresses = {},
                          .questions = {}};
  Assessment made;
  made.told_alike_route = "LOST_REPORT";
  EXPECT_EQ(route_of(made), "LOST_REPORT");
  made.situations.push_back({&dispute, {}});
  EXPECT_EQ(route_of(made), "CIVIL");
}

TEST(Route, what_cannot_be_decided_is_asked) {
  for (const char* text : {"Please take action against Raju. He is not doing right with me and everybody knows.",
                           "The moon sings to the river.", "Sir help."}) {
    const Draft made = draft(text);
    EXPECT_EQ(made.route, "CLARIFY") << text;
    EXPECT_FALSE(made.missing.empty());
  }
}

}  // namespace
}  // namespace dossier::fir
