#include "funds/questions/questions_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(FollowUps, replace_the_time_and_keep_the_figure) {
  judge_all({{{"What was the DPI at the end of 2022?", "And today?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
             {{"What was the DPI at the end of 2022?", "and now?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
             {{"Show distributions in 2023", "And in Q2?"}, kYes, {}, {}, {"2023-05-05"}},
             {{"Show distributions in Q2 2023", "And in Q4?"}, kYes, {}, {}, {"2023-10-10"}}},
            one_fund());
}

TEST(FollowUps, replace_the_figure_and_keep_the_time) {
  judge_all({{{"What was the DPI at the end of 2022?", "And RVPI?"}, kYes, {}, {{"rvpi", 8.5 / 11.75}}},
             {{"What was the DPI at the end of 2021?", "And RVPI?"}, kNo, {"31 December 2021"}},
             {{"What NAV is needed for a TVPI of 2x?", "And for 1.5x?"}, kYes, {}, {{"nav_needed", 12'725'000}}},
             {{"When did DPI pass 0.2x?", "And 0.3x?"}, kYes, {"5 May 2023"}}},
            one_fund());
}

TEST(FollowUps, keep_the_form_for_other_rows) {
  judge_all({{{"What share of the distributions was income?", "And gains?"}, kYes, {}, {{"share", 0.36}}},
             {{"Distributions by year", "And calls?"}, kYes, {}, {{"2019", 5'500'000}}},
             {{"How many calls in 2019?", "And distributions in 2023?"}, kYes, {}, {{"count", 2}}}},
            one_fund());
}

TEST(FollowUps, ask_for_a_percentage_of_what_was_told) {
  judge_all({{{"How much was called in 2019?", "as a percentage?"}, kYes, {}, {{"share", 5.5 / 12}}},
             {{"What is the total called?", "in percent?"}, kYes, {}, {{"called_share", 11.75 / 20}}},
             {{"What is the unfunded commitment?", "as a percentage?"}, kYes, {"of the commitment"}}},
            one_fund());
}

TEST(FollowUps, ask_what_it_means_and_why) {
  judge_all({{{"What is the DPI?", "What does that mean?"}, kYes, {"distributions to paid-in"}},
             {{"What happened with call 2?", "Why?"}, kYes, {"Refund of excess Call 2"}}},
            one_fund());
}

TEST(FollowUps, move_the_time_of_another_figure_and_leave_it_when_told) {
  judge_all({{{"PIC at the end of 2020?", "And the DPI the year after?"}, kYes, {"31 December 2021"}},
             {{"Largest call in 2019?", "And overall?"}, kYes, {}, {}, {"2021-02-10"}},
             {{"Average call in 2019?", "And for all years?"}, kYes, {"$2,400,000"}},
             {{"DPI without call 4?", "And with it?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
             {{"TVPI if NAV falls 20%?", "And what is it really?"}, kYes, {}, {{"tvpi", (kDistributed + 9e6) / kPic}}},
             {{"Calls in 2019?", "What were they spent on?"}, kYes, {}, {}, {"2019-03-15", "2019-11-20"}},
             {{"How many days between call 1 and call 2?", "And call 3?"}, kNo, {"which two rows"}}},
            one_fund());
}

TEST(Companies, that_pay_or_return_distribute) {
  judge_all({{{"How much did Oriole Foods pay the fund?"}, kYes, {"distributions that mention"}, {{"sum", 2'400'000}}},
             {{"How much did Nimbus Health return?"}, kYes, {"distributions that mention"}, {{"sum", 2'400'000}}},
             {{"How much did the investors pay the fund?"}, kYes, {}, {{"total_calls", 12'000'000}}}},
            one_fund());
}

TEST(Rows, are_numbered_by_their_references_and_reversals_are_not_counted) {
  Analysis analysis = one_fund();
  Ledger fund = ledger("Calder Partners I", "2020-12-31",
                       {call("2019-01-10", 1'000'000, "AB-01 Orrell"), call("2019-02-10", 500'000, "AB-02 Marrick"),
                        call("2019-03-10", -200'000, "AB-02R Reversal of part of AB-02"),
                        call("2019-05-10", 200'000, "AB-03 Marrick, deferred")});
  for (Transaction& row : fund.transactions) row.place.file = "calder.pdf";
  analysis.funds = {analysed(std::move(fund))};
  judge_all({{{"How many days between call 2 and call 3?"}, kYes, {}, {{"days", 89}}},
             {{"How many days between the second and the third call?"}, kYes, {}, {{"days", 89}}},
             {{"PIC after call 3"}, kYes, {"10 May 2019"}, {{"pic", 1'500'000}}}},
            analysis);
}

TEST(FollowUps, turn_to_the_other_fund_or_to_both) {
  judge_all({{{"What is the DPI of Harbor?", "And the other one?"}, kYes, {}, {{"dpi", 9.0 / 7}}},
             {{"What is the DPI of Harbor?", "And both?"}, kYes, {"Harbor", "Quillon"}, {{"dpi", 9.0 / 7}}},
             {{"What about the other fund?"}, kNo},
             {{"How much did Quillon call in 2020 and what was distributed?"}, kYes, {}, {{"sum", 5'000'000}}}},
            two_funds());
}

TEST(Times, are_bounded_by_rows) {
  judge_all({{{"What was the DPI after call 3?"}, kYes, {"1 July 2020"}, {{"dpi", 0}}},
             {{"paid-in capital after call 3"}, kYes, {}, {{"pic", 6'750'000}}},
             {{"paid-in capital before call 4"}, kYes, {"9 February 2021"}, {{"pic", 6'750'000}}},
             {{"What was called between call 2 and distribution 1?"},
              kYes,
              {},
              {},
              {"2019-11-20", "2020-07-01", "2021-02-10"}},
             {{"How many calls were made in the days between call 1 and call 3?"}, kYes, {}, {{"count", 3}}},
             {{"difference between call 1 and call 2"}, kYes, {}, {{"difference", 500'000}}}},
            one_fund());
}

TEST(Times, since_a_call_are_a_course_and_not_the_day_before_it) {
  judge_all({{{"What was the DPI since call 4?"}, kYes, {"End of 2022", "End of 2023"}}}, one_fund());
}

TEST(Times, are_measured_between_rows_days_and_the_report) {
  judge_all({{{"days elapsed from call 1 to call 2"}, kYes, {}, {{"days", 250}}},
             {{"How many days lie between calls 1 and 2?"}, kYes, {}, {{"days", 250}}},
             {{"How long after the first call was the second?"}, kYes, {}, {{"days", 250}}},
             {{"As of the report date, how many days had passed since the last drawdown?"}, kYes, {}, {{"days", 457}}},
             {{"How long ago was the last call?"}, kYes, {}, {{"days", 457}}},
             {{"How many days between the last call and 31 October 2022?"}, kYes, {}, {{"days", 31}}},
             {{"How long until the first distribution?"}, kYes, {}, {{"days", 838}}},
             {{"How many days between call 1 and call 9?"}, kNo},
             {{"How many days from the first call to the first distribution of Oriole?"}, kNo}},
            one_fund());
}

TEST(Times, of_a_state_are_said_in_many_ways) {
  judge_all({{{"Where did the DPI stand when 2022 closed?"}, kYes, {}, {{"dpi", 3.0 / 11.75}}},
             {{"DPI at YE22"}, kYes, {}, {{"dpi", 3.0 / 11.75}}},
             {{"DPI at 2022 year-end"}, kYes, {}, {{"dpi", 3.0 / 11.75}}},
             {{"paid-in capital going into 2022"}, kYes, {"31 December 2021"}, {{"pic", 10'750'000}}},
             {{"paid-in capital on 31 December 2021"}, kYes, {}, {{"pic", 10'750'000}}},
             {{"How much had been called before 2021 began?"}, kYes, {}, {{"sum", 7'000'000}}},
             {{"calls up until the middle of 2019"}, kYes, {}, {}, {"2019-03-15"}}},
            one_fund());
}

TEST(Goals, are_asked_for_in_any_order) {
  const double needed = 18'600'000;
  judge_all({{{"what NAV would Harbor need for a TVPI of 2.00x"}, kYes, {}, {{"nav_needed", needed}}},
             {{"The NAV at which Harbor would show 2.00x TVPI is ...?"}, kYes, {}, {{"nav_needed", needed}}},
             {{"If TVPI were 2x, what would the NAV be?"}, kYes, {}, {{"nav_needed", needed}}},
             {{"which NAV gets us to 2x?"}, kYes, {}, {{"nav_needed", needed}}},
             {{"To get to 2x TVPI, what NAV?"}, kYes, {}, {{"nav_needed", needed}}},
             {{"By what percent could the NAV drop before TVPI touches 1.0x?"},
              kYes,
              {},
              {{"nav_needed", 6'850'000}, {"change_share", -2.15 / 9}}},
             {{"how much can the NAV fall before we are under water?"}, kYes, {}, {{"change", -2'150'000}}}},
            one_fund());
}

TEST(Suppositions, are_said_without_an_if) {
  judge_all({{{"TVPI with a 10% lower NAV"}, kYes, {}, {{"tvpi", 13.0 / 11.75}}},
             {{"TVPI if NAV falls by a tenth"}, kYes, {}, {{"tvpi", 13.0 / 11.75}}},
             {{"DPI after a further distribution of $1m"}, kYes, {}, {{"dpi", 5.9 / 11.75}}},
             {{"if call 5 had never been made, what would PIC be?"}, kYes, {}, {{"pic", 10'750'000}}},
             {{"Leave the NAV aside: what annual rate do the flows yield?"}, kYes, {"Cash IRR"}}},
            one_fund());
}

TEST(Suppositions, tell_how_far_from_by_how_much) {
  judge_all({{{"Write the NAV down to $5m. What is the RVPI?"}, kYes, {}, {{"rvpi", 5 / 11.75}}},
             {{"If the NAV goes down to $5m, what is the RVPI?"}, kYes, {}, {{"rvpi", 5 / 11.75}}},
             {{"If the NAV declines to $5m, what is the RVPI?"}, kYes, {}, {{"rvpi", 5 / 11.75}}},
             {{"If the NAV goes down by $5m, what is the RVPI?"}, kYes, {}, {{"rvpi", 4 / 11.75}}},
             {{"TVPI with a NAV of twenty five million"}, kYes, {}, {{"tvpi", 29.9 / 11.75}}},
             {{"TVPI with a NAV of twenty-five million"}, kYes, {}, {{"tvpi", 29.9 / 11.75}}},
             {{"If the NAV falls by twenty five percent, what is TVPI?"}, kYes, {}, {{"tvpi", 11.65 / 11.75}}},
             {{"If the NAV at 31 December 2023 were $5m, what is TVPI?"}, kYes, {}, {{"tvpi", 9.9 / 11.75}}}},
            one_fund());
}

TEST(Suppositions, of_several_changes_are_refused) {
  judge_all({{{"If NAV falls 10%, then what is the TVPI?"}, kYes, {}, {{"tvpi", 13.0 / 11.75}}},
             {{"If NAV falls 10% and then rises 5%, what is TVPI?"}, kNo},
             {{"If NAV falls 10%, then falls another 5%, what is TVPI?"}, kNo},
             {{"NAV falls 15%. Then rises 15%. TVPI?"}, kNo},
             {{"If the NAV falls by 10% a year, what is TVPI?"}, kNo},
             {{"If the NAV falls 10% twice, what is TVPI?"}, kNo},
             {{"If the NAV falls 10% on 30 June 2022, what is TVPI?"}, kNo},
             {{"TVPI with a NAV of twenty and a half million"}, kNo, {"million"}},
             {{"If the NAV falls 10% excluding Nimbus, what is TVPI?"}, kNo}},
            one_fund());
}

TEST(Suppositions, take_the_direction_a_follow_up_names) {
  judge_all({{{"If the NAV fell 20%, what is TVPI?", "And up 30%?"}, kYes, {}, {{"tvpi", 16.6 / 11.75}}},
             {{"If the NAV rose 20%, what is TVPI?", "And down 30%?"}, kYes, {}, {{"tvpi", 11.2 / 11.75}}},
             {{"If the NAV rose 20%, what is TVPI?", "And -30%?"}, kYes, {}, {{"tvpi", 11.2 / 11.75}}},
             {{"If the NAV fell by $2m, what is TVPI?", "And to $3m?"}, kNo},
             {{"If the NAV fell 20%, what is TVPI?", "And half?"}, kNo},
             {{"If the NAV fell 20%, what is TVPI?", "And 30%?"}, kYes, {}, {{"tvpi", 11.2 / 11.75}}},
             {{"If the NAV were $5m, what is TVPI?", "And up $1m?"}, kNo}},
            one_fund());
}

TEST(Times, since_a_call_are_grouped_by_year) {
  judge_all({{{"Distributions by year since call 3"}, kYes, {"2021", "1 distribution", "2023"}}}, one_fund());
}

TEST(Goals, of_a_rate_are_told_of_the_nav_alone) {
  judge_all({{{"What NAV is needed for a net IRR of 20%?"}, kYes, {"For a net IRR of 20.0% the NAV would have to be"}},
             {{"What DPI is needed for an IRR of 20%?"}, kNo}},
            one_fund());
}

TEST(Suppositions, take_no_year_and_no_asked_whether_for_an_amount) {
  judge_all({{{"Could you please check if the fund distributed something in calendar 2021?"}, kYes, {"2021"}},
             {{"DPI without the correction of distribution of 15 June 2023"}, kYes, {}, {{"dpi", 5.0 / 11.75}}}},
            one_fund());
}

TEST(Comparisons, of_days_need_no_one_currency) {
  judge_all({{{"Which fund made the most recent distribution?"}, kYes, {"II, L.P. 10 October 2023"}}}, two_funds());
}

TEST(Portfolios, add_and_set_apart_the_columns_of_named_funds) {
  judge_all({{{"How much cash was paid in to the Aurora vehicles taken together?"}, kYes, {}, {{"sum", 117'000'000}}},
             {{"By how much do the contributions to Aurora Fund III exceed the commitment?"},
              kYes,
              {},
              {{"difference", 1'000'000}}}},
            program());
}

}  // namespace
}  // namespace dossier::funds
