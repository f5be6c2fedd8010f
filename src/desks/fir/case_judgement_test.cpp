#include "desks/fir/case_judgement.h"

#include "desks/fir/case_prompts.h"

#include <gtest/gtest.h>

namespace dossier::desks::fir {
namespace {

const std::string kComplaint =
    "On 5 May 2026 two boys on a motorcycle snatched my phone worth 9,000 near the bus stand and ran.";
const Candidate kSnatching{"BNS", "304(2)", "Snatching", {"a thing is taken suddenly or by force"}, true};

std::optional<Judgement> judged(std::string_view reply) {
  const WritingOrder order{.complaint = kComplaint};
  return read_judgement(reply, order, kSnatching, kComplaint);
}

TEST(Judgement, is_yes_or_no_with_the_words_it_rests_on) {
  const auto yes = judged("YES: the boys \"snatched my phone\" near the bus stand.");
  ASSERT_TRUE(yes);
  EXPECT_EQ(yes->verdict, Judgement::Verdict::yes);
  ASSERT_EQ(yes->evidence_texts.size(), 1u);
  EXPECT_EQ(yes->evidence_texts[0], "snatched my phone");
  EXPECT_EQ(kComplaint.substr(yes->evidence[0].start, 17), "snatched my phone");
  EXPECT_NE(yes->reason, "");
  EXPECT_EQ(judged("no. The phone was not taken by force.")->verdict, Judgement::Verdict::no);
  EXPECT_EQ(judged("NO")->reason, "");
}

TEST(Judgement, a_reply_that_is_neither_says_nothing) {
  EXPECT_FALSE(judged("I am sorry, I cannot help with this."));
  EXPECT_FALSE(judged("NOTHING"));
  for (const char* both : {"YES and NO: the boys snatched my phone.", "Yes and no: it was snatched.", "NO, YES.",
                           "YES/NO", "YES: it was snatched. NO."})
    EXPECT_FALSE(judged(both)) << both;
  EXPECT_FALSE(judged(""));
}

TEST(Judgement, a_reason_that_says_more_than_the_complaint_is_left_out) {
  EXPECT_EQ(judged("YES: the phone was worth 90,000.")->reason, "");
  EXPECT_EQ(judged("YES: the phone was snatched, Section 309 applies.")->reason, "");
  EXPECT_EQ(judged("NO: Goldman took the phone.")->reason, "");
  EXPECT_EQ(judged("NO: the phone was snatched under the IPC.")->reason, "");
}

TEST(Judgement, a_reason_may_deny_what_is_not_told_and_nothing_that_is) {
  EXPECT_NE(judged("NO: the complaint does not say that a thing was hidden.")->reason, "");
  EXPECT_EQ(judged("NO: the boys on a motorcycle did not snatch the phone.")->reason, "");
  EXPECT_EQ(judged("NO: half a dozen boys snatched the phone at 6:30 am.")->reason, "");
  EXPECT_EQ(judged("YES: the boys snatched the phone, which is murder punishable with death.")->reason, "");
}

TEST(Judgement, words_that_do_not_stand_in_the_complaint_are_no_evidence) {
  EXPECT_TRUE(judged("YES: he \"held a knife to my throat\".")->evidence.empty());
  EXPECT_TRUE(judged("YES: he \"ran\".")->evidence.empty());
}

TEST(Words, may_name_no_law) {
  EXPECT_TRUE(mentions_of_law("Two boys snatched a phone on 5 May 2026.").empty());
  for (const char* text : {"Section 304 applies.", "It is an offence u/s 302.", "This is BNS 304.",
                           "Under the Bharatiya Nyaya Sanhita it is theft."})
    EXPECT_FALSE(mentions_of_law(text).empty()) << text;
}

}  // namespace
}  // namespace dossier::desks::fir
