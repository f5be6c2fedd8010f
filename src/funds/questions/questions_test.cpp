#include "funds/questions/questions_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(Questions, about_metrics_give_value_working_and_the_printed_figure) {
  judge_all(
      {
          {{"What is the current DPI of this fund?"}, kYes, {"DPI", "0.42x", "agrees"}, {{"dpi", kDistributed / kPic}}},
          {{"DPI?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"what's the tvpi"}, kYes, {"1.18x"}, {{"tvpi", 13.9 / 11.75}}},
          {{"Tell me the RVPI please"}, kYes, {}, {{"rvpi", 9.0 / 11.75}}},
          {{"What is the paid-in capital?"}, kYes, {"$11,750,000"}, {{"pic", kPic}}},
          {{"How much capital has been paid in?"}, kYes, {}, {{"pic", kPic}}},
          {{"What is the NAV?"}, kYes, {"$9,000,000"}, {{"nav", 9e6}}},
          {{"What is the net asset value as of 31 December 2022?"}, kYes, {"31 December 2022"}, {{"nav", 8.5e6}}},
          {{"What is the unfunded commitment?"},
           kYes,
           {"added back"},
           {{"unfunded", 10'650'000}, {"unfunded_simple", 8'250'000}}},
          {{"How much can still be called?"}, kYes, {}, {{"unfunded", 10'650'000}}},
          {{"What is the commitment?"}, kYes, {}, {{"commitment", 20e6}}},
          {{"What percentage of the commitment has been called?"}, kYes, {}, {{"called_share", 0.5875}}},
          {{"How much was called in total?"}, kYes, {}, {{"total_calls", 12e6}, {"pic", kPic}}},
          {{"What are total distributions?"},
           kYes,
           {},
           {{"total_distributions", kDistributed}, {"gross_distributions", 5e6}}},
          {{"What is the total value?"}, kYes, {}, {{"total_value", 13.9e6}}},
          {{"What is the fund's MOIC?"}, kYes, {"TVPI"}, {{"moic", 13.9 / 11.75}}},
          {{"What is net PIC?"}, kYes, {"auxiliary"}, {{"net_pic", 9'350'000}}},
          {{"What was the DPI at the end of 2022?"}, kYes, {"31 December 2022"}, {{"dpi", 3.0 / 11.75}}},
          {{"DPI in 2021"}, kYes, {}, {{"dpi", 0.6 / 10.75}}},
          {{"What are the DPI and TVPI?"}, kYes, {}, {{"dpi", kDistributed / kPic}, {"tvpi", 13.9 / 11.75}}},
          {{"What is the gross DPI?"}, kYes, {}, {{"dpi_gross", 5.0 / 12}}},
          {{"How much net cash have the LPs received?"}, kYes, {}, {{"net_cash", -6'850'000}}},
          {{"What percentage of paid-in capital has been returned?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
      },
      one_fund());
}

TEST(Questions, about_rates_use_the_dated_flows) {
  auto answer_rate = compute_metrics(harbor())[Metric::irr].number.value();
  judge_all({{{"What is the net IRR?"}, kYes, {"19.9%", "does not", "ledger"}, {{"irr", answer_rate}}}}, [] {
    Analysis analysis = one_fund();
    analysis.funds[0].checks = check_reported(analysis.funds[0].ledger, analysis.funds[0].metrics);
    for (Check& check : analysis.funds[0].checks) {
      if (check.metric == Metric::irr) check.note = "Printed 19.9%, which does not follow from the ledger.";
    }
    return analysis;
  }());
  judge_all({{{"What's the internal rate of return?"}, kYes, {}, {{"irr", answer_rate}}},
             {{"Cash IRR?"}, kYes, {"not the fund's IRR"}, {}}},
            one_fund());
}

TEST(Questions, list_and_filter_rows) {
  judge_all(
      {
          {{"Show me all capital calls in 2019"}, kYes, {}, {}, {"2019-03-15", "2019-11-20"}},
          {{"List all capital calls"},
           kYes,
           {},
           {{"sum", 12e6}},
           {"2019-03-15", "2019-11-20", "2020-07-01", "2021-02-10", "2022-09-30"}},
          {{"List distributions after 2021"}, kYes, {}, {}, {"2022-04-15", "2023-05-05", "2023-10-10"}},
          {{"distributions before 30 June 2022"}, kYes, {}, {}, {"2021-06-30", "2022-04-15"}},
          {{"Which distributions were made between 2021 and 2022?"}, kYes, {}, {}, {"2021-06-30", "2022-04-15"}},
          {{"calls since July 2020"}, kYes, {}, {}, {"2020-07-01", "2021-02-10", "2022-09-30"}},
          {{"Show the drawdowns in Q1 2021"}, kYes, {}, {}, {"2021-02-10"}},
          {{"Show calls in the third quarter of 2022"}, kYes, {}, {}, {"2022-09-30"}},
          {{"What distributions were paid in the first half of 2023?"}, kYes, {}, {}, {"2023-05-05"}},
          {{"distributions in H2 2023"}, kYes, {}, {}, {"2023-10-10"}},
          {{"Which distributions were recallable?"}, kYes, {}, {}, {"2022-04-15"}},
          {{"Show the non-recallable distributions"}, kYes, {}, {}, {"2021-06-30", "2023-05-05", "2023-10-10"}},
          {{"Show distributions over $1 million"}, kYes, {}, {}, {"2022-04-15", "2023-05-05"}},
          {{"calls of at least 3,000,000"}, kYes, {}, {}, {"2019-03-15", "2021-02-10"}},
          {{"distributions under 500k"}, kYes, {}, {}, {"2023-10-10"}},
          {{"Show calls between 1m and 2 million"}, kYes, {}, {}, {"2020-07-01", "2022-09-30"}},
          {{"Show all adjustments"}, kYes, {}, {}, {"2019-12-01", "2023-06-15"}},
          {{"Show income distributions"}, kYes, {}, {}, {"2021-06-30", "2023-10-10"}},
          {{"List the return of capital distributions"}, kYes, {}, {}, {"2022-04-15"}},
          {{"Show distributions from Oriole Foods"}, kYes, {}, {}, {"2021-06-30", "2023-05-05"}},
          {{"What was called for Nimbus Health?"}, kYes, {}, {}, {"2019-03-15", "2022-09-30"}},
          {{"Show all transactions in 2022"}, kYes, {}, {}, {"2022-04-15", "2022-09-30"}},
          {{"Show me call 3"}, kYes, {}, {}, {"2020-07-01"}},
          {{"Which calls happened in 2019 and 2022?"}, kYes, {}, {}, {"2019-03-15", "2019-11-20", "2022-09-30"}},
          {{"distributions in October"}, kYes, {}, {}, {"2023-10-10"}},
          {{"Show calls last year"}, kYes, {}, {}, {"2022-09-30"}},
          {{"Show distributions in the last 12 months"}, kYes, {}, {}, {"2023-05-05", "2023-10-10"}},
          {{"the $2,400,000 distribution"}, kYes, {}, {}, {"2022-04-15"}},
          {{"Were there any distributions in 2020?"}, kYes, {"No", "no distributions in 2020"}, {}, {}},
          {{"Did the fund make distributions in 2022?"}, kYes, {"Yes"}, {}, {"2022-04-15"}},
          {{"Any capital calls in 2018?"}, kYes, {"no capital calls"}, {}, {}},
      },
      one_fund());
}

TEST(Questions, measure_rows) {
  judge_all(
      {
          {{"totl distributions in 2023"}, kYes, {}, {{"sum", 2e6}}, {"2023-05-05", "2023-10-10"}},
          {{"How much was called in 2019?"}, kYes, {}, {{"sum", 5.5e6}}},
          {{"How much was paid in during 2021?"}, kYes, {}, {{"sum", 4e6}}},
          {{"How many capital calls were there?"}, kYes, {}, {{"count", 5}}},
          {{"number of distributions in 2023"}, kYes, {}, {{"count", 2}}},
          {{"How many distributions in 2019?"}, kYes, {}, {{"count", 0}}},
          {{"What was the average distribution?"}, kYes, {}, {{"average", 1'250'000}}},
          {{"average call size"}, kYes, {}, {{"average", 2'400'000}}},
          {{"What is the mean call?"}, kYes, {}, {{"average", 2'400'000}}},
          {{"median distribution"}, kYes, {}, {{"median", 1'200'000}}},
          {{"What was the largest distribution?"}, kYes, {"$2,400,000"}, {{"amount", 2'400'000}}, {"2022-04-15"}},
          {{"biggest capital call"}, kYes, {}, {}, {"2021-02-10"}},
          {{"What was the smallest call?"}, kYes, {}, {}, {"2022-09-30"}},
          {{"second largest distribution"}, kYes, {}, {}, {"2023-05-05"}},
          {{"top 2 distributions"}, kYes, {}, {}, {"2022-04-15", "2023-05-05"}},
          {{"What are the 3 largest calls?"}, kYes, {}, {}, {"2019-03-15", "2019-11-20", "2021-02-10"}},
          {{"When was the last capital call?"}, kYes, {"30 September 2022"}, {}, {"2022-09-30"}},
          {{"most recent distribution"}, kYes, {}, {}, {"2023-10-10"}},
          {{"the last two distributions"}, kYes, {}, {}, {"2023-05-05", "2023-10-10"}},
          {{"When was the first distribution?"}, kYes, {"30 June 2021"}, {}, {"2021-06-30"}},
          {{"What percentage of distributions were recallable?"}, kYes, {"48.0%"}, {{"share", 0.48}}, {"2022-04-15"}},
          {{"What share of distributions was income?"}, kYes, {}, {{"share", 0.16}}},
          {{"What share of calls was made in 2019?"}, kYes, {}, {{"share", 5.5 / 12}}},
          {{"What proportion of distributions came from Oriole Foods?"}, kYes, {}, {{"share", 0.48}}},
          {{"distributions by year"}, kYes, {}, {{"2021", 600'000}, {"2022", 2'400'000}, {"2023", 2'000'000}}},
          {{"Which year had the largest distributions?"}, kYes, {"2022"}, {{"2022", 2'400'000}}},
          {{"capital calls per year"}, kYes, {}, {{"2019", 5.5e6}}},
          {{"distributions by type"}, kYes, {}, {{"Income", 800'000}}},
          {{"Were distributions higher in 2022 or in 2023?"}, kYes, {"in 2022"}, {{"difference", 400'000}}},
          {{"How much was paid in management fees?"}, kYes, {}, {{"sum", 1.5e6}}},
          {{"total dividends"}, kYes, {}, {{"sum", 600'000}}},
      },
      one_fund());
}

TEST(Questions, of_state_and_course) {
  judge_all(
      {
          {{"Has the fund returned all invested capital to LPs?"},
           kYes,
           {"No", "0.42x"},
           {{"dpi", kDistributed / kPic}}},
          {{"Has capital been returned?"}, kYes, {"No"}, {}},
          {{"Is the fund in profit?"}, kYes, {"Yes", "1.18x"}, {}},
          {{"Is the DPI above 1x?"}, kYes, {"No"}, {}},
          {{"Is TVPI above 1.1?"}, kYes, {"Yes"}, {}},
          {{"When did DPI pass 0.25x?"}, kYes, {"15 April 2022"}, {}, {"2022-04-15"}},
          {{"When did DPI reach 1x?"}, kYes, {"Never"}, {}},
          {{"How did DPI develop by year?"}, kYes, {}, {{"2021", 0.6 / 10.75}, {"2023", kDistributed / kPic}}},
          {{"How is DPI calculated?"},
           kYes,
           {"cumulative distributions / paid-in capital", "$4,900,000"},
           {{"pic", kPic}}},
          {{"Show the breakdown of TVPI"}, kYes, {"$13,900,000 / $11,750,000"}, {}},
          {{"What happened with call 2?"}, kYes, {"Refund of excess Call 2"}, {}, {"2019-11-20", "2019-12-01"}},
          {{"If NAV fell by 10%, what would TVPI be?"}, kYes, {"instead of 1.18x"}, {{"tvpi", 13.0 / 11.75}}},
          {{"What would the TVPI be if the NAV were $12m?"}, kYes, {}, {{"tvpi", 16.9 / 11.75}}},
          {{"Suppose NAV doubled. What is the RVPI?"}, kYes, {}, {{"rvpi", 18.0 / 11.75}}},
          {{"If NAV dropped by $1,000,000 what would TVPI be?"}, kYes, {}, {{"tvpi", 12.9 / 11.75}}},
          {{"What would TVPI be if NAV went to zero?"}, kYes, {}, {{"tvpi", 4.9 / 11.75}}},
          {{"If another $2m were distributed, what would DPI be?"}, kYes, {}, {{"dpi", 6.9 / 11.75}}},
          {{"What if another 1 million was called: DPI?"}, kYes, {}, {{"dpi", 4.9 / 12.75}}},
      },
      one_fund());
}

TEST(Questions, an_analyst_asks_in_many_ways) {
  judge_all(
      {
          {{"What NAV would be needed for a TVPI of 2x?"}, kYes, {"$18,600,000"}, {{"nav_needed", 18.6e6}}},
          {{"How far is the fund from returning all capital?"}, kYes, {}, {{"distributions_needed", 6.85e6}}},
          {{"How much more must be distributed to reach a DPI of 1x?"}, kYes, {}, {{"distributions_needed", 6.85e6}}},
          {{"How much more can be called?"}, kYes, {}, {{"unfunded", 10'650'000}}},
          {{"How much of the committed capital is still uncalled?"}, kYes, {}, {{"unfunded", 10'650'000}}},
          {{"What was the low point of the J-curve?"}, kYes, {"10 February 2021"}, {{"net_cash_lowest", -10.75e6}}},
          {{"How long has the fund been running?"}, kYes, {"4.8 years"}, {}},
          {{"Average time between capital calls"}, kYes, {}, {{"days", 1295.0 / 4}}},
          {{"Give me a summary"}, kYes, {"DPI 0.42x", "net IRR"}, {{"tvpi", 13.9 / 11.75}}},
          {{"How has the fund performed?"}, kYes, {"TVPI 1.18x"}, {}},
          {{"What are the key metrics?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"How has DPI evolved over time?"}, kYes, {}, {{"2022", 3.0 / 11.75}}},
          {{"What is the difference between DPI and TVPI?"},
           kYes,
           {"Cumulative distributions plus net asset value", "how much of each unit"},
           {}},
          {{"Explain the rebalance of capital call"}, kYes, {"refund of excess called capital"}, {}},
          {{"Show the rebalance of capital call"}, kYes, {}, {}, {"2019-12-01"}},
          {{"How much has come back from Oriole Foods?"}, kYes, {}, {{"sum", 2.4e6}}, {"2021-06-30", "2023-05-05"}},
          {{"Show distributions related to Nimbus Health"}, kYes, {}, {}, {"2022-04-15"}},
          {{"What percentage of called capital was refunded?"}, kYes, {}, {{"share", 250.0 / 12'000}}},
          {{"Show cash flows by year"}, kYes, {"net cash"}, {{"2022", 1.4e6}}},
          {{"How many calls per year?"}, kYes, {}, {{"2019", 2}}},
          {{"Were there more calls in 2019 or 2021?"}, kYes, {"in 2019"}, {{"difference", 1.5e6}}},
          {{"What is the ratio of distributions to contributions?"}, kYes, {}, {{"share", 5.0 / 12}}},
          {{"Why was there an adjustment in 2019?"}, kYes, {"Refund of excess Call 2"}, {}, {"2019-12-01"}},
          {{"What is the NAV in dollars?"}, kYes, {}, {{"nav", 9e6}}},
          {{"When did we first receive money?"}, kYes, {}, {}, {"2021-06-30"}},
          {{"How much did we pay in 2021?"}, kYes, {}, {{"sum", 4e6}}},
          {{"What share of the commitment is paid in?"}, kYes, {}, {{"called_share", 0.5875}}},
          {{"Show me everything in 2022"}, kYes, {}, {}, {"2022-04-15", "2022-09-30"}},
          {{"net cash flow in 2022"}, kYes, {}, {{"net_cash", 1.4e6}}},
          {{"Is TVPI higher than 1.5x?"}, kYes, {"No"}, {}},
          {{"Can you reproduce the TVPI?"}, kYes, {"agrees"}, {}},
          {{"Does the DPI tie out?"}, kYes, {"agrees"}, {}},
          {{"Which distribution was recallable and how much was it?"}, kYes, {}, {}, {"2022-04-15"}},
      },
      one_fund());
}

TEST(Questions, measure_what_is_printed_by_the_ledger) {
  judge_all(
      {
          {{"Is the printed DPI correct?"}, kYes, {"agrees"}, {{"dpi", kDistributed / kPic}, {"dpi_reported", 0.42}}},
          {{"The report says TVPI is 1.18x. Is that right?"}, kYes, {"agrees"}, {}},
          {{"Does the reported IRR match the ledger?"}, kYes, {"differs from the ledger"}, {{"irr_reported", 0.199}}},
          {{"What DPI does the report print?"}, kYes, {"0.42x"}, {{"dpi_reported", 0.42}}},
          {{"Do the printed figures agree with the ledger?"}, kYes, {"Of 4 printed figures 3 agree"}, {}},
          {{"Is the DPI 0.50x?"}, kYes, {"0.42x"}, {}},
          {{"Is the reported NAV right?"}, kPartly, {"prints no"}, {{"nav", 9e6}}},
      },
      one_fund());
}

TEST(Questions, choose_and_compare_funds) {
  judge_all(
      {
          {{"What is the DPI of Quillon?"}, kYes, {"1.29x"}, {{"dpi", 9.0 / 7}}},
          {{"DPI of Harbor Light"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"dpi of quilon"}, kYes, {}, {{"dpi", 9.0 / 7}}},
          {{"What is the DPI?"}, kYes, {"Harbor Light Partners II, L.P.: ", "Quillon Opportunities IV SCSp: "}, {}},
          {{"Which fund has the higher DPI?"}, kYes, {"Quillon Opportunities IV SCSp 1.29x then Harbor"}, {}},
          {{"Which fund has the lowest DPI?"}, kYes, {"Harbor Light Partners II, L.P. 0.42x then"}, {}},
          {{"Rank the funds by DPI"}, kYes, {"highest first"}, {}},
          {{"Compare the DPI of Harbor and Quillon"}, kYes, {}, {{"dpi", 9.0 / 7}, {"dpi", kDistributed / kPic}}},
          {{"Which fund called more capital?"}, kPartly, {"different currencies"}, {}},
          {{"Which fund has the higher TVPI?"}, kPartly, {"Not known for Quillon"}, {}},
          {{"How many funds are loaded?"}, kYes, {"2 funds"}, {{"count", 2}}},
          {{"What is the DPI of Harbor?", "And of Quillon?"}, kYes, {}, {{"dpi", 9.0 / 7}}},
          {{"Show Quillon distributions"}, kYes, {}, {}, {"2022-12-20"}},
          {{"Has Quillon returned its capital?"}, kYes, {"Yes", "20 December 2022"}, {}},
          {{"When did the DPI of Quillon exceed 1x?"}, kYes, {"20 December 2022"}, {}},
          {{"What is the TVPI of Quillon?"}, kPartly, {"cannot be computed", "1.50"}, {{"tvpi_reported", 1.5}}},
      },
      two_funds());
}

TEST(Questions, about_one_fund_after_a_ranking_ask_for_its_figure) {
  judge_all({{{"Rank the funds by TVPI", "And the DPI of Harbor Light?"}, kYes, {"DPI", "0.42x"}}}, two_funds());
}

TEST(Questions, with_the_last_quarter_of_a_year_mean_that_quarter_and_nothing_else_of_the_year) {
  judge_all({{{"Show distributions in the last quarter of 2023"}, kYes, {}, {}, {"2023-10-10"}},
             {{"How many calls in the last half of 2019?"}, kYes, {}, {{"count", 1}}}},
            one_fund());
}

}  // namespace
}  // namespace dossier::funds
