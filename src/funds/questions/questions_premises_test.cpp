#include "funds/questions/questions_for_tests.h"

// What is said around a question, before it and as its condition: passed over where it binds nothing, heeded where it
// does.
namespace dossier::funds {
namespace {

using namespace testing;

TEST(QuestionPremises, are_passed_over_where_every_answer_takes_them_for_granted) {
  const double needed = kPic - kDistributed;
  judge_all(
      {{{"Assuming there is no further drawdown, how much more has Harbor to distribute so that DPI reaches 1.0x?"},
        kYes,
        {},
        {{"distributions_needed", needed}}},
       {{"Provided that nothing more is called, what must be distributed for a DPI of 1.0x?"},
        kYes,
        {},
        {{"distributions_needed", needed}}},
       {{"What NAV should Harbor have so that TVPI becomes 2.0x, with same paid-in and distributions?"},
        kYes,
        {},
        {{"nav_needed", 2 * kPic - kDistributed}}},
       {{"Further distributions needed to reach a DPI of 1.0x, paid-in capital unchanged?"},
        kYes,
        {},
        {{"distributions_needed", needed}}},
       {{"NAV required for a TVPI of 2.0x, flows unchanged?"}, kYes, {}, {{"nav_needed", 2 * kPic - kDistributed}}},
       {{"Assuming no further calls after 2021, what is the DPI?"}, kNo}},
      one_fund());
}

TEST(QuestionPremises, are_talk_where_they_tell_what_the_asker_does) {
  judge_all({{{"Dear team, we are preparing the note for our committee. Kindly let me know what is the DPI of Harbor."},
              kYes,
              {},
              {{"dpi", kDistributed / kPic}}},
             {{"No RVPI is printed. What RVPI does the NAV give?"}, kYes, {}, {{"rvpi", 9 / 11.75}}},
             {{"Just to confirm, has Harbor already drawn more than half of our commitment?"}, kYes, {"Yes"}, {}},
             {{"Thanks. Request you to give the NAV."}, kYes, {}, {{"nav", 9e6}}}},
            one_fund());
}

TEST(QuestionPremises, turned_round_behind_the_question_leave_rows_out) {
  judge_all(
      {{{"DPI of Harbor had call 2 not been made?", "What would the DPI of Harbor be if call 2 had not been made?"},
        kYes,
        {"Without"},
        {}}},
      one_fund());
}

TEST(QuestionPremises, suppose_what_is_expected) {
  judge_all({{{"We are expecting one more distribution of $1,000,000 from Harbor. If it comes, what would be the DPI?"},
              kYes,
              {},
              {{"dpi", 5.9 / 11.75}}},
             {{"Suppose the auditor is reducing the NAV of Harbor to USD 8,000,000. What the TVPI will become?"},
              kPartly,
              {},
              {{"tvpi", 12.9 / 11.75}}},
             {{"And if the NAV goes up by 10%, then what will the TVPI be?"}, kYes, {}, {{"tvpi", 14.8 / 11.75}}},
             {{"Imagine the last distribution hadn't been made. DPI?"}, kYes, {}, {{"dpi", 4.7 / 11.75}}},
             {{"Were the NAV to be $8,000,000, what would TVPI be?"}, kYes, {}, {{"tvpi", 12.9 / 11.75}}},
             {{"What will the DPI be next year?"}, kNo}},
            one_fund());
}

TEST(QuestionPremises, tell_known_figures_that_bound_nothing) {
  judge_all(
      {{{"The report is showing total capital called as $12,000,000 but paid-in capital is $11,750,000. What is the "
         "difference amount and from where is it coming?"},
        kYes,
        {"$250,000", "Refund of excess Call 2"},
        {{"difference", 250'000}}}},
      one_fund());
}

TEST(QuestionTurns, refer_to_the_time_and_the_rows_of_the_turn_before) {
  judge_all(
      {{{"How much was called in 2019?", "And in 2020?", "Which was the biggest drawdown in that year?"},
        kYes,
        {},
        {},
        {"2020-07-01"}},
       {{"What was call 2 for?", "Was any of it paid back afterwards?"},
        kYes,
        {"Refund of excess Call 2", "Later rows"},
        {}},
       {{"What is the net paid-in capital?", "How does that differ from the total called?"}, kYes, {"$250,000"}, {}},
       {{"List the cash flows of 2022", "Net?"}, kYes, {"$1,400,000"}, {}},
       {{"How much was called in 2022?", "When was it paid?"}, kYes, {}, {}, {"2022-09-30"}},
       {{"If NAV fell by 10%, what would TVPI be?", "And what will the RVPI be?"}, kYes, {}, {{"rvpi", 8.1 / 11.75}}}},
      one_fund());
}

TEST(QuestionRows, that_are_named_are_told_with_what_they_did) {
  judge_all(
      {{{"The 250,000 adjustment of 1 December 2019: did the LPs receive or pay this cash, and does it lower "
         "paid-in capital?"},
        kYes,
        {"Refund of excess Call 2", "paid-in capital -$250,000"},
        {}},
       {{"Which correction was made to call 2?"}, kYes, {}, {}, {"2019-12-01"}},
       {{"What are the recent capital calls?"}, kYes, {"(3 of 5)"}, {}, {"2020-07-01", "2021-02-10", "2022-09-30"}}},
      one_fund());
}

TEST(QuestionCoverage, refuses_what_no_ledger_holds_by_the_name_it_has) {
  judge_all({{{"How much carried interest was paid to the GP?"}, kNo, {"carried interest"}},
             {{"What is the preferred return (hurdle rate) of Harbor?"}, kNo, {"preferred return"}},
             {{"What was the exchange rate used?"}, kNo, {"exchange rate"}},
             {{"Is Nimbus Health still in the portfolio?"}, kNo, {"still in the portfolio"}},
             {{"What is carried interest?"}, kYes, {"general partner"}}},
            one_fund());
  judge_all({{{"How much carried interest was paid to the GP of Corvid Asia Growth?"}, kNo, {"carried interest"}}},
            program());
}

TEST(QuestionCoverage, leaves_no_bound_aside_that_stands_before_a_time) {
  judge_all({{{"How many drawdowns were made upto 31.12.2020?"}, kYes, {}, {{"count", 3}}},
             {{"How much was called pryor 31.12.2020?"}, kNo}},
            one_fund());
}

}  // namespace
}  // namespace dossier::funds
