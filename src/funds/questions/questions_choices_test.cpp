#include "funds/questions/questions_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

// Harbor and Quillon in one currency, so that their amounts can be added.
Analysis two_dollar_funds() {
  Analysis analysis = one_fund();
  Ledger other = quillon();
  other.currency = *Currency::parse("USD");
  set_nav(other, "2023-12-31", 1'000'000);
  analysis.funds.push_back(analysed(std::move(other)));
  return analysis;
}

TEST(QuestionChoices, of_parts_companies_and_times_are_set_against_each_other) {
  judge_all(
      {{{"gains versus income"}, kYes, {"Most gains"}, {{"gains", 1'800'000}, {"income", 800'000}}},
       {{"Were there more gains than income?"}, kYes, {"Yes."}, {{"difference", 1'000'000}}},
       {{"Sum of the distributions classed as gain, leaving the income out of it"}, kYes, {}, {{"sum", 1'800'000}}},
       {{"Sum of the calls durring 2020"}, kYes, {"2020"}},
       {{"recallable versus non-recallable distributions"}, kYes, {}, {{"recallable", 2'400'000}}},
       {{"Did 2022 bring in more cash than 2023?"}, kYes, {"Yes."}, {{"in 2022", 2'400'000}}},
       {{"largest distribution minus smallest distribution"}, kYes, {}, {{"difference", 2'200'000}}},
       {{"difference between the last and the first call"}, kYes, {}, {{"difference", -2'000'000}}}},
      one_fund());
}

TEST(QuestionChoices, of_several_funds_are_told_by_themselves_and_together) {
  judge_all(
      {{{"Sum of NAVs"}, kYes, {"$10,000,000"}, {{"nav", 10'000'000}}},
       {{"How much was called by both funds in 2020?"}, kYes, {"Together $6,500,000"}, {{"sum_together", 6'500'000}}},
       {{"If I put Harbor and Quillon together, how much did they call in 2020?"},
        kYes,
        {"Together $6,500,000"},
        {{"sum_together", 6'500'000}}},
       {{"What is the DPI of both funds?"}, kYes, {"pooled", "1.29x", "0.42x"}},
       {{"What was the largest distribution?"}, kYes, {"Of all of them it is that of Quillon"}},
       {{"What are our stakes in the two funds worth?"}, kYes, {}, {{"nav", 10'000'000}}}},
      two_dollar_funds());
  judge_all({{{"How much was called by both funds in 2020?"}, kYes, {"different currencies"}}}, two_funds());
}

TEST(QuestionChoices, of_a_fund_go_by_the_rows_asked_for) {
  judge_all({{{"Which fund had the largest call?"}, kYes, {"Quillon Opportunities IV SCSp $5,000,000"}},
             {{"Which fund made the most calls, by number of calls?"}, kYes, {"Harbor Light Partners II, L.P. 5"}},
             {{"Who called more in 2020?"}, kYes, {"highest first: Quillon"}},
             {{"Which fund paid more income?"}, kYes, {"highest first: Harbor"}}},
            two_dollar_funds());
}

TEST(QuestionChoices, of_gross_or_corrected_and_of_recallable_or_not_take_the_figure_of_that_name) {
  judge_all(
      {{{"DPI before corrections"}, kYes, {}, {{"dpi_gross", 5.0 / 12}}},
       {{"paid-in capital before any refunds"}, kYes, {"$12,000,000"}},
       {{"TVPI before corrections"}, kNo, {"before corrections"}},
       {{"Which adjustment lowered paid-in capital?"}, kYes, {}, {}, {"2019-12-01"}},
       {{"unfunded commitment if recallable distributions are left out"}, kYes, {}, {{"unfunded_simple", 8'250'000}}},
       {{"unfunded commitment if recallable distributions are left out", "And once they are added back?"},
        kYes,
        {},
        {{"unfunded", 10'650'000}}}},
      one_fund());
}

TEST(QuestionChoices, of_a_flow_may_suppose_the_nav_beside_it) {
  judge_all(
      {{{"Suppose another $1m were called on 31 December 2023 and the NAV stayed at $9,000,000. What is the TVPI?"},
        kYes,
        {"a NAV of $9,000,000"},
        {{"tvpi", 13'900'000.0 / 12'750'000}}},
       {{"if NAV fell by a quarter, what is RVPI"}, kYes, {}, {{"rvpi", 6'750'000 / kPic}}},
       {{"Is more than a third of the commitment called?"}, kYes, {"Yes"}}},
      one_fund());
}

// What only names a figure bounds nothing; what narrows is never taken for chatter.
TEST(QuestionChoices, pass_over_names_of_figures_and_greetings_alone) {
  judge_all(
      {{{"How much of the $20m commitment is undrawn?"}, kYes, {"10,650,000"}},
       {{"Hey, quick one before my meeting: what is the DPI?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
       {{"Hi, only for Zetacorp: what is the DPI?"}, kNo},
       {{"How much was called, how much was distributed, and what is the NAV?"}, kYes, {"12,000,000", "9,000,000"}},
       {{"How much was charged in tax?"}, kNo, {"No row names taxes"}},
       {{"dividend income"}, kYes, {}, {}, {"2021-06-30"}},
       {{"What came in in 2022?"}, kYes, {}, {}, {"2022-04-15"}}},
      one_fund());
}

}  // namespace
}  // namespace dossier::funds
