#include "funds/questions/questions_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

const std::vector<std::string> kCallsOf2019 = {"2019-03-15", "2019-11-20"};
const std::vector<std::string> kDistributionsOf2023 = {"2023-05-05", "2023-10-10"};

// Who moved money to whom tells calls from distributions, whatever the verb.
TEST(QuestionWording, reads_who_paid_whom) {
  judge_all(
      {
          {{"Which payments reached us in 2023?"}, kYes, {}, {}, kDistributionsOf2023},
          {{"what did the fund send home in 2023"}, kYes, {}, {}, kDistributionsOf2023},
          {{"everything Harbor had paid us in 2023"}, kYes, {}, {}, kDistributionsOf2023},
          {{"what was remitted to the limited partners in 2023?"}, kYes, {}, {}, kDistributionsOf2023},
          {{"what did we pocket in 2023"}, kYes, {}, {}, kDistributionsOf2023},
          {{"what did we hand over in 2019"}, kYes, {}, {}, kCallsOf2019},
          {{"Which sums did Harbor take from us in 2019?"}, kYes, {}, {}, kCallsOf2019},
          {{"what were the LPs asked for in 2019"}, kYes, {}, {}, kCallsOf2019},
          {{"money we put up in 2019"}, kYes, {}, {}, kCallsOf2019},
          {{"what went from us to the fund in 2019"}, kYes, {}, {}, kCallsOf2019},
          {{"what was wired to us by the fund in 2023"}, kYes, {}, {}, kDistributionsOf2023},
          {{"what were we paid in 2023"}, kYes, {}, {}, kDistributionsOf2023},
          {{"what did we give back to the fund"}, kYes, {}, {}, {"2023-06-15"}},
          {{"Did we ever have to return money to the fund?"}, kYes, {"Yes"}, {}, {"2023-06-15"}},
          {{"Sent back to us in 2023"}, kYes, {}, {}, kDistributionsOf2023},
          {{"For the committee paper I need the DPI"}, kPartly, {}, {{"dpi", kDistributed / kPic}}},
          {{"Please send us the DPI"}, kPartly, {}, {{"dpi", kDistributed / kPic}}},
          {{"give us the NAV"}, kYes, {}, {{"nav", 9'000'000}}},
          {{"Somebody asked me what the DPI is"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"how much did the fund pay the manager"}, kPartly, {"left aside: how much"}},
      },
      one_fund());
}

TEST(QuestionWording, settles_words_by_what_stands_around_them) {
  judge_all(
      {
          {{"How much is the fund worth?"}, kYes, {}, {{"nav", 9'000'000}}},
          {{"the largest drawdown of our stake"}, kYes, {}, {}, {"2021-02-10"}},
          {{"I need to know the NAV"}, kYes, {}, {{"nav", 9'000'000}}},
          {{"we need the DPI"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"What DPI has the fund reached?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"What could Harbor still have called from us?"}, kYes, {}, {{"unfunded", 10'650'000}}},
          {{"How much can they call from us?"}, kYes, {}, {{"unfunded", 10'650'000}}},
          {{"What did they call from us in 2019?"}, kYes, {}, {}, kCallsOf2019},
          {{"What did they ask us for in 2019?"}, kYes, {}, {}, kCallsOf2019},
          {{"Which distributions may be drawn again?"}, kYes, {}, {}, {"2022-04-15"}},
          {{"How often did Harbor call capital?"}, kYes, {}, {{"count", 5}}},
          {{"Which payments to us count as income?"}, kYes, {}, {}, {"2021-06-30", "2023-10-10"}},
          {{"DPI ratio, please"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"What IRR have we achieved net of fees?"}, kYes, {"IRR"}},
          {{"Please add up the calls of 2019"}, kYes, {}, {{"sum", 5'500'000}}},
          {{"Please advise of the NAV"}, kYes, {}, {{"nav", 9'000'000}}},
          {{"sell or hold?"}, kNo, {"no investment advice"}},
          {{"How much came back per dollar of paid-in capital?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"What date does the report bear?"}, kYes, {"31 December 2023"}},
          {{"Please check if anything was distributed in 2023"}, kYes, {}, {}, kDistributionsOf2023},
          {{"Was something called in 2019 - yes or no?"}, kYes, {"Yes"}, {}, kCallsOf2019},
          {{"The report doesn't show a PIC. What is it?"}, kYes, {}, {{"pic", kPic}}},
          {{"What was the paid-in capital on 31 December 2020?"}, kYes, {}, {{"pic", 6'750'000}}},
          {{"Of the USD 20m committed, what percentage is unfunded?"}, kYes, {"of the commitment"}},
          {{"PIC/commitment"}, kYes, {"0.59"}},
          {{"Which calls were north of 2.500.000 dollars?"}, kYes, {}, {}, {"2019-03-15", "2021-02-10"}},
          {{"Which calls equal 2,500,000?"}, kYes, {}, {}, {"2019-11-20"}},
          {{"calls of more than 2 500 000"}, kYes, {}, {}, {"2019-03-15", "2021-02-10"}},
          {{"What did the LPs hand over apart from capital calls?"}, kYes, {}, {}, {"2023-06-15"}},
          {{"Wie viel wurde seit Anfang 2021 abgerufen?"}, kYes, {}, {{"sum", 5'000'000}}},
          {{"calls 1.1.2019 - 31.12.2019"}, kYes, {}, {}, kCallsOf2019},
          {{"Between the start of 2019 and the end of 2019, what calls were there?"}, kYes, {}, {}, kCallsOf2019},
          {{"our trustees want the paid-in capital of 2020 at year end"}, kPartly, {}, {{"pic", 6'750'000}}},
          {{"Average of the last two calls"}, kYes, {"latest 2"}, {{"average", 2'500'000}}},
          {{"the median of the three largest calls"}, kYes, {}, {{"median", 3'000'000}}},
          {{"If you take all the calls, what is their mean amount?"}, kYes, {}, {{"average", 2'400'000}}},
      },
      one_fund());
}

// Rows bound times by their place, their number or their day.
TEST(QuestionWording, reads_times_that_rows_bound) {
  judge_all(
      {
          {{"distributions in the year after call 4"}, kYes, {}, {}, {"2021-06-30"}},
          {{"What was called within two years of the first call?"},
           kYes,
           {},
           {},
           {"2019-11-20", "2020-07-01", "2021-02-10"}},
          {{"cumulative distributions after the distribution of 15 April 2022"}, kYes, {"$3,000,000"}},
          {{"calls on the report date"}, kYes, {"no capital calls on 31 December 2023"}},
          {{"How much was called and what came back in the same year?"}, kYes, {"$4,900,000"}},
      },
      one_fund());
}

TEST(QuestionWording, sets_aside_and_adds_back) {
  judge_all(
      {
          {{"Leaving the correction of 15 June 2023 aside, what is the DPI?"}, kYes, {}, {{"dpi", 5.0 / 11.75}}},
          {{"DPI before any corrections"}, kYes, {}, {{"dpi_gross", 5.0 / 12}}},
          {{"What is the DPI?", "And before corrections?"}, kYes, {}, {{"dpi_gross", 5.0 / 12}}},
          {{"unfunded with and without adding back recallable distributions"},
           kYes,
           {},
           {{"unfunded", 10'650'000}, {"unfunded_simple", 8'250'000}}},
          {{"By how much does the printed DPI differ from the computed one?"},
           kYes,
           {},
           {{"difference", 0.42 - kDistributed / kPic}}},
          {{"How much more would have to be distributed for a DPI of 1x, with paid-in capital unchanged?"},
           kYes,
           {"$6,850,000"}},
          {{"If the NAV halves, are we still above water?"}, kYes, {"No."}, {{"tvpi", 9.4 / 11.75}}},
          {{"How long are companies held?"}, kNo},
          {{"Stra\u00dfe NAV down 20%. TVPI?"}, kNo},
      },
      one_fund());
}

TEST(QuestionWording, measures_two_kinds_of_rows_each_by_itself) {
  judge_all(
      {{{"What is the average size of a capital call, and of a distribution?"}, kYes, {"$2,400,000", "$1,250,000"}},
       {{"What is the ratio of distributions to calls in 2021?"}, kYes, {"$600,000", "$4,000,000", "0.15x"}},
       {{"By how much do total distributions fall short of paid-in capital?"}, kYes, {"$6,850,000"}}},
      one_fund());
}

TEST(QuestionWording, corrects_the_turn_before) {
  judge_all({{{"DPI of Harbor?", "and of the other fund?", "what is the difference?"},
              kYes,
              {},
              {{"difference", 9.0 / 7 - kDistributed / kPic}}},
             {{"DPI of Harbor?", "I mean the other fund, what is the DPI?"}, kYes, {}, {{"dpi", 9.0 / 7}}},
             {{"DPI of Harbor?", "And of Quillon?", "Which is higher?"}, kYes, {"Quillon", "Harbor"}}},
            two_funds());
}

// What stands before or after a question and asks nothing.
TEST(QuestionWording, passes_over_the_talk_around_a_question) {
  judge_all(
      {
          {{"Sorry to bother you again, what is the DPI?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"I am still missing the NAV. What is it?"}, kYes, {}, {{"nav", 9'000'000}}},
          {{"We need the NAV. Could you help?"}, kYes, {}, {{"nav", 9'000'000}}},
          {{"What was paid out to us in 2023? List it."}, kYes, {}, {}, kDistributionsOf2023},
      },
      one_fund());
}

// A word nothing explains weighs where it may choose among rows or make another figure of one.
TEST(QuestionWording, weighs_an_unknown_word_by_where_it_stands) {
  judge_all(
      {
          {{"sizeable distributions"}, kNo, {"sizeable"}},
          {{"the skewness of the calls"}, kNo, {"skewness"}},
          {{"NAV uncertainty"}, kNo, {"uncertainty"}},
          {{"calls during lockdown"}, kNo, {"lockdown"}},
          {{"distributions funded by borrowing"}, kNo, {"borrowing"}},
          {{"calls used for bridge loans"}, kNo, {"bridge"}},
          {{"in which year did they pay us nothing"}, kNo, {"nothing"}},
          {{"What did we get back on Oriole relative to what we put in?"}, kNo},
          {{"how many calls failed"}, kNo, {"failed"}},
          {{"Which distributions were reinvested?"}, kNo, {"reinvested"}},
          {{"calls that we disputed"}, kNo, {"disputed"}},
          {{"how many distributions did the fund cancel"}, kNo, {"cancel"}},
          {{"Did they withhold distributions in 2022?"}, kNo, {"withhold"}},
          {{"Is the NAV healthy?"}, kNo, {"healthy"}},
          {{"How much carry did we see?"}, kNo, {"carry"}},
          {{"distributions and NAV in 2022"}, kNo, {"distributions"}},
          {{"What is left of our commitment?"}, kYes, {}, {{"unfunded", 10'650'000}}},
          {{"What share of the calls went into Oriole Foods and Zeta?"}, kNo},
          {{"NAV in the first quarter"}, kNo, {"the part of the year"}},
          {{"For whom was the report drawn up?"}, kNo},
          {{"Where does the DPI stand in the books?"}, kPartly, {"books"}, {{"dpi", kDistributed / kPic}}},
          {{"size of the largest call, roughly rounded"}, kPartly, {"rounded"}, {}, {"2021-02-10"}},
          {{"Mean size of the five calls"}, kYes, {}, {{"average", 2'400'000}}},
      },
      one_fund());
}

}  // namespace
}  // namespace dossier::funds
