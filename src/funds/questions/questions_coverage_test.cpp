#include "base/limits.h"
#include "funds/questions/questions_for_tests.h"

#include <chrono>

namespace dossier::funds {
namespace {

using namespace testing;

// A word that may change what is asked is never passed over.
TEST(QuestionCoverage, refuses_what_it_did_not_understand_and_names_it) {
  judge_all(
      {
          {{"What is the frobnicated DPI?"}, kNo, {"frobnicated"}},
          {{"What is the average IRR?"}, kNo, {"average"}},
          {{"DPI net of carry"}, kNo, {"carry"}},
          {{"capital calls on a Monday"}, kNo, {"Monday"}},
          {{"What is the volatility of the quarterly returns?"}, kNo},
          {{"Which year had no distributions?"}, kNo, {"no"}},
          {{"highest DPI"}, kNo, {"highest"}},
          {{"years without distributions"}, kNo, {"without"}},
          {{"if the last distribution had been 1m lower, what is the DPI"}, kNo},
          {{"distributions as a percentage"}, kNo, {"of which part"}},
          {{"calls per week"}, kNo, {"per week"}},
          {{"what was called two years ago"}, kNo, {"ago"}},
          {{"what if DPI was 2x"}, kNo},
          {{"suppose fees double, what is the TVPI"}, kNo},
          {{"distributions from the Asian portfolio"}, kNo, {"Asian"}},
          {{"distributions before tax in 2023"}, kNo},
          {{"Paid-in capital net of carry"}, kNo, {"net of carry"}},
          {{"Did the fund make distributions in every year?"}, kNo, {"every year"}},
          {{"calls in the first six months"}, kNo},
          {{"What share of the NAV is Nimbus?"}, kNo},
          {{"Was the largest call in 2021?"}, kNo},
          {{"What if another $3m was called and $2m distributed?"}, kNo, {"one change"}},
          {{"What does the GP charge?"}, kNo},
          {{"largest gap between calls"}, kNo, {"largest"}},
          {{"How much of call 1 went to Nimbus?"}, kNo},
          {{"What percentage of call 2 was refunded?"}, kNo},
          {{"What is the IRR above $1m?"}, kNo, {"amount"}},
      },
      one_fund());
}

// What is said before the question, in its own sentence or clause, may change what is asked.
TEST(QuestionCoverage, heeds_what_stands_before_the_question) {
  judge_all({{{"We left out the biggest one, what is the average call?"}, kNo},
             {{"We left out the biggest one. What is the average call?"}, kNo},
             {{"I want it gross, what is the DPI?"}, kYes, {}, {{"dpi_gross", 5.0 / 12}}},
             {{"Our share is half. What is the NAV?"}, kNo},
             {{"I want it as a share, what is the NAV?"}, kNo},
             {{"We strip out carry, what is the DPI?"}, kNo},
             {{"You said everything was doubled, what is the TVPI?"}, kNo, {"doubled"}},
             {{"I want it per share, what is the NAV?"}, kNo, {"per share"}},
             {{"Sorry to bother you, what is the DPI?"}, kYes, {}, {{"dpi", kDistributed / kPic}}}},
            one_fund());
}

TEST(QuestionCoverage, keeps_what_bounds_a_figure_that_is_not_printed) {
  judge_all(
      {{{"DPI is not printed for 2022. Calculate it."}, kYes, {}, {{"dpi", 3.0 / 11.75}}},
       {{"DPI is not shown. Calculate it as of the end of 2022."}, kYes, {}, {{"dpi", 3.0 / 11.75}}},
       {{"TVPI is not given. Work it out with a NAV of $5m."}, kYes, {}, {{"tvpi", 9.9 / 11.75}}},
       {{"IRR is not stated. Calculate it before fees."}, kNo},
       {{"Net IRR is not printed. Calculate it without the last distribution."}, kYes, {"Without 10 October 2023"}}},
      one_fund());
}

TEST(QuestionCoverage, passes_over_no_premise_that_changes_the_answer) {
  judge_all({{{"Assume no further distributions. DPI?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
             {{"Given no further distributions after 2022. DPI?"}, kNo},
             {{"Assume no other distributions in 2023. DPI?"}, kNo},
             {{"Assume no further calls before 2021. DPI?"}, kNo},
             {{"Assume no other adjustments. DPI?"}, kNo}},
            one_fund());
}

TEST(QuestionCoverage, sets_no_goal_for_what_it_cannot_reckon) {
  judge_all({{{"What TVPI is needed for a DPI of 1x?"}, kNo},
             {{"What PIC is needed for a DPI of 1x?"}, kNo},
             {{"What commitment is needed for a DPI of 1x?"}, kNo},
             {{"What NAV is needed for a TVPI of 2x if another $5m is called?"}, kNo},
             {{"What NAV is needed for a TVPI of 2x without call 4?"}, kNo},
             {{"How much more must be called for a DPI of 0.2x?"}, kNo}},
            one_fund());
}

TEST(QuestionCoverage, reads_the_longest_question_at_once) {
  for (const std::string part : {"check if ", "we, is ", "the report does not show "}) {
    std::string question;
    while (question.size() + part.size() < limits::kQuestionBytesMax) question += part;
    const auto begun = std::chrono::steady_clock::now();
    judge({{question}, kNo}, one_fund());
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5)) << part;
  }
}

TEST(QuestionCoverage, refuses_how_rows_were_paid_and_where_they_went) {
  judge_all({{{"What share of the distributions was paid in shares?"}, kNo},
             {{"Which distributions were paid by cheque in 2023?"}, kNo},
             {{"Total distributions posted to wrong account"}, kNo},
             {{"Which distributions were funded by debt?"}, kNo},
             {{"Which calls were transferred to a successor fund?"}, kNo},
             {{"Which distributions were held back?"}, kNo},
             {{"How many distributions were carried forward?"}, kNo},
             {{"Calls from the first call to the third"}, kYes, {}, {}, {"2019-03-15", "2019-11-20", "2020-07-01"}},
             {{"Calls from the first to the third"}, kYes, {}, {}, {"2019-03-15", "2019-11-20", "2020-07-01"}}},
            one_fund());
}

TEST(QuestionCoverage, defines_no_term_by_a_part_of_it) {
  judge_all({{{"What does net asset value bridge mean?"}, kPartly, {"as a whole is not defined"}},
             {{"What does unfunded DPI mean?"}, kPartly, {"as a whole is not defined"}},
             {{"What does DPI mean?"}, kYes, {"document itself says"}}},
            one_fund());
}

TEST(QuestionCoverage, passes_over_words_that_only_frame) {
  judge_all(
      {
          {{"Could you kindly let me know, as I am preparing the memo, what the DPI is at present?"},
           kPartly,
           {},
           {{"dpi", kDistributed / kPic}}},
          {{"pls provide the DPI as on the report date"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"Isn't the DPI greater than 0.5?"}, kYes, {"No", "0.42x"}},
          {{"How much has been distributed till date?"}, kYes, {}, {{"total_distributions", kDistributed}}},
      },
      one_fund());
}

TEST(QuestionCoverage, leaves_out_what_is_excluded) {
  judge_all(
      {
          {{"distributions excluding income"}, kYes, {}, {}, {"2022-04-15", "2023-05-05"}},
          {{"distributions other than gains and income"}, kYes, {}, {}, {"2022-04-15"}},
          {{"Show distributions in 2023 that were not income"}, kYes, {}, {}, {"2023-05-05"}},
          {{"capital calls except call 1 and call 5"}, kYes, {}, {}, {"2019-11-20", "2020-07-01", "2021-02-10"}},
          {{"Show gains or income"}, kYes, {}, {}, {"2021-06-30", "2023-05-05", "2023-10-10"}},
          {{"DPI excluding the Nimbus distributions"}, kYes, {"Without"}, {{"dpi", 2'500'000 / kPic}}},
          {{"DPI without recallable distributions"}, kYes, {}, {{"dpi", 2'500'000 / kPic}}},
      },
      one_fund());
}

TEST(QuestionCoverage, an_and_inside_a_question_inherits_nothing) {
  judge_all(
      {
          {{"Show distributions in 2022", "What are the DPI and the number of calls?"}, kNo},
          {{"Show distributions in 2022", "What is the total of calls and fees?"}, kNo},
          {{"Show calls in 2021", "What are DPI and TVPI?"}, kYes, {"0.42x"}, {{"dpi", kDistributed / kPic}}},
          {{"Show calls in 2020", "And distributions in 2022?"}, kYes, {}, {}, {"2022-04-15"}},
          {{"Show calls in 2020", "and the year after?"}, kYes, {}, {}, {"2021-02-10"}},
          {{"Show calls in 2022", "the year before?"}, kYes, {}, {}, {"2021-02-10"}},
          {{"Show calls in 2020", "And distributions since inception?"}, kYes, {}, {}, {}},
      },
      one_fund());
}

TEST(QuestionCoverage, sets_two_kinds_of_rows_against_each_other_in_one_time_only) {
  judge_all({{{"Were the distributions in 2022 larger than the calls in 2022?"}, kYes, {"Yes"}, {}},
             {{"Were the distributions in 2022 larger than the calls in 2021?"}, kNo, {"times of their own"}, {}},
             {{"In which years were distributions larger than calls?"}, kNo, {"times of their own"}, {}}},
            one_fund());
}

}  // namespace
}  // namespace dossier::funds
