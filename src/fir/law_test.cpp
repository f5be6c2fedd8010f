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

TEST(Law, what_lies_long_before_the_act_decides_nothing) {
  for (const char* text :
       {"Wedding took place on 21 Feb 2023. In June 2025 he and his mother beat me for car and sent me to my father.",
        "Loan was taken on the names of 30 villagers, some have died in 2021. Period 11.2024 to 5.2025. Manager "
        "Kishore made fake withdrawal slips.",
        "Mother's death was in March 2020. Brother beat me on 17.12.2025 for share.",
        "My first husband died on 5.6.2021. Devar came in my room on 20.2.2026 and pulled my saree.",
        "House papers are in my name since 1994. On 10 October 2025 six men broke the lock and threw my cot.",
        "I am the treasurer of the club since 2018. The secretary slapped me in meeting on 5.5.2025."})
    EXPECT_EQ(draft(text).law, Law::bns) << text;
}

TEST(Law, an_act_that_has_not_ended_runs_on_to_the_telling) {
  EXPECT_EQ(
      draft("Since about May 2024 till this week Arnab is following me and messaging though I refused. 20.8.2025").law,
      Law::both);
}

TEST(Law, meeting_again_and_what_is_counted_from_the_act_are_no_acts) {
  EXPECT_EQ(draft("In May 2023 he promised a job and I paid 3 lakh for a forged letter. Now in January 2026 I saw him "
                  "open a new office.")
                .law,
            Law::ipc);
  EXPECT_EQ(draft("15/6/2024 ko mere account se 72,450 nikal gaye. Do din pehle mera SIM band hua tha.").law, Law::ipc);
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

TEST(Route, may_depend_on_who_informs) {
  const std::string told = "the shop at Lalganj sells urea at 450 a bag, above the printed price.";
  EXPECT_EQ(draft("I went to buy and " + told).route, "REFER_AGENCY");
  EXPECT_EQ(draft("Supply Inspector Jhabua: " + told).route, "FIR");
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

TEST(Route, complaints_told_alike_show_that_another_station_is_meant_where_there_is_an_offence) {
  Assessment made;
  made.told_of_another_station = true;
  EXPECT_EQ(route_of(made), "CLARIFY");
  made.proposals.push_back({knowledge_for_tests().find("BNS 304(2)"), {}, Answer::yes});
  EXPECT_EQ(route_of(made), "ZERO_FIR");
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
