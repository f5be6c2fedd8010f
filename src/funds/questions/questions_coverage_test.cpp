#include "funds/questions/questions_for_tests.h"

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
