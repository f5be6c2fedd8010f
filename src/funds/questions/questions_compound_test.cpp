#include "funds/questions/questions_for_tests.h"

// Questions as they are typed: short, sloppy, several in one, figures set against each other.
namespace dossier::funds {
namespace {

using namespace testing;

TEST(Questions, in_shorthand_are_spelled_out) {
  judge_all({{{"dists since jan 2023"}, kYes, {}, {}, {"2023-05-05", "2023-10-10"}},
             {{"calls w/o mgmt fees"}, kYes, {}, {}, {"2019-03-15", "2019-11-20", "2021-02-10", "2022-09-30"}},
             {{"calls b/w 2m and 3m"}, kYes, {}, {}, {"2019-03-15", "2019-11-20"}},
             {{"how mutch was distributed in 2022"}, kYes, {}, {{"sum", 2'400'000}}},
             {{"calls > 3m"}, kYes, {}, {}, {"2021-02-10"}},
             {{"calls in '21"}, kYes, {}, {}, {"2021-02-10"}},
             {{"dists in Q2 22"}, kYes, {}, {}, {"2022-04-15"}},
             {{"hows the fund doing"}, kYes, {"0.42x"}}},
            one_fund());
}

TEST(Questions, about_a_time_left_out_or_a_part_of_a_year) {
  judge_all({{{"calls not in 2019"}, kYes, {"not in 2019"}, {}, {"2020-07-01", "2021-02-10", "2022-09-30"}},
             {{"distributions outside 2022 and 2023"}, kYes, {}, {}, {"2021-06-30"}},
             {{"calls in the last 6 months of 2019"}, kYes, {}, {}, {"2019-11-20"}},
             {{"calls in the first three quarters of 2022"}, kYes, {}, {}, {"2022-09-30"}},
             {{"distributions in the 12 months to june 2022"}, kYes, {}, {}, {"2022-04-15"}},
             {{"distributions since July"}, kYes, {}, {}, {"2023-10-10"}}},
            one_fund());
}

TEST(Questions, about_two_figures_are_reckoned) {
  judge_all({{{"difference between NAV and paid in"}, kYes, {}, {{"difference", 9e6 - kPic}}},
             {{"how much more have we paid in than we got back"}, kYes, {}, {{"difference", kPic - kDistributed}}},
             {{"TVPI minus DPI"}, kYes, {}, {{"difference", 9e6 / kPic}}},
             {{"DPI minus paid in capital"}, kNo, {"not of one kind"}},
             {{"is the unfunded commitment larger than the NAV?"}, kYes, {"Yes."}, {{"difference", 1'650'000}}},
             {{"calls minus distributions in 2022"}, kYes, {}, {{"difference", -1'400'000}}},
             {{"NAV divided by commitment"}, kYes, {}, {{"share", 0.45}}},
             {{"NAV / paid in"}, kYes, {}, {{"share", 9e6 / kPic}}},
             {{"ratio of NAV to commitment"}, kYes, {}, {{"share", 0.45}}}},
            one_fund());
}

TEST(Questions, with_several_measures_or_clauses_answer_each) {
  judge_all({{{"first and last distribution"}, kYes, {}, {}, {"2021-06-30", "2023-10-10"}},
             {{"biggest and smallest call"}, kYes, {}, {}, {"2021-02-10", "2022-09-30"}},
             {{"largest distribution and smallest call"}, kYes, {}, {}, {"2022-04-15", "2022-09-30"}},
             {{"how many calls and how much was distributed in 2022"}, kYes, {}, {{"count", 1}, {"sum", 2'400'000}}},
             {{"in 2022 what was called and what was distributed"}, kYes, {}, {}, {"2022-09-30", "2022-04-15"}},
             {{"total called in 2019 and in 2021"}, kYes, {}, {{"in 2019", 5'500'000}, {"in 2021", 4'000'000}}},
             {{"days between the first call and the first distribution"}, kYes, {}, {{"days", 838}}}},
            one_fund());
}

TEST(Questions, by_month_and_running_totals) {
  judge_all({{{"distributions by month in 2023"}, kYes, {}, {{"2023-05", 1'800'000}, {"2023-10", 200'000}}},
             {{"cumulative calls by year"}, kYes, {}, {{"2019", 5'500'000}, {"2020", 7'000'000}, {"2022", 12e6}}},
             {{"quarter with the highest distributions"}, kYes, {"2022 Q2"}},
             {{"which year had the fewest calls"}, kYes, {"2020", "2021", "2022"}}},
            one_fund());
}

TEST(Questions, about_every_row_say_how_many_are_so) {
  judge_all({{{"Was every call below $3m?"}, kYes, {"No. 3 of 5"}, {{"count", 3}, {"of", 5}}},
             {{"were all distributions recallable"}, kYes, {"No."}, {{"count", 1}}}},
            one_fund());
}

TEST(Questions, that_narrow_the_turn_before_keep_what_it_said) {
  judge_all({{{"show distributions in 2023", "only the gains"}, kYes, {}, {}, {"2023-05-05"}},
             {{"calls in 2020", "how many were for fees"}, kYes, {}, {{"count", 1}}},
             {{"total distributions 2022", "how does that compare with 2023"}, kYes, {"Most in 2022"}},
             {{"total calls", "as % of commitment?"}, kYes, {}, {{"share", 0.6}}}},
            one_fund());
}

TEST(Questions, that_suppose_a_flow_take_its_day_and_the_rest_of_the_commitment) {
  judge_all({{{"What if we got an extra 2m call on 2023-03-01"}, kYes, {"1 March 2023"}, {{"tvpi", 13.9 / 13.75}}},
             {{"What if there was another 2m call on 2030-03-01"}, kNo, {"reach to"}},
             {{"suppose the remaining commitment is called, what is DPI"},
              kYes,
              {},
              {{"dpi", kDistributed / (kPic + 10'650'000)}}}},
            one_fund());
}

TEST(Questions, about_flows_of_funds_in_a_time_compare_that_time) {
  Analysis same = two_funds();
  same.funds[1].ledger.currency = *Currency::parse("USD");
  judge_all({{{"which fund called the most in 2022"}, kYes, {"Quillon Opportunities IV SCSp $2,000,000 then"}},
             {{"did harbor distribute more than quillon in 2022?"}, kYes, {"No."}},
             {{"combined total distributions"}, kYes, {}, {{"total_distributions", kDistributed + 9e6}}}},
            same);
}

Analysis without_numbers_and_types() {
  Analysis analysis;
  Ledger fund = harbor();
  for (Transaction& row : fund.transactions) {
    row.number.clear();
    row.type.clear();
  }
  analysis.funds.push_back(analysed(std::move(fund)));
  return analysis;
}

// "None" would be a claim about the fund that such a document does not carry.
TEST(Questions, about_what_a_document_does_not_print_say_so) {
  judge_all({{{"what is call 4"}, kPartly, {"counted by date"}, {}, {"2021-02-10"}},
             {{"total gains"}, kNo, {"names no type"}},
             {{"distributions by type"}, kNo, {"no types"}}},
            without_numbers_and_types());
}

// One printed call in components is one call; its components are rows of their own.
TEST(Questions, about_calls_count_the_printed_line_once) {
  Analysis analysis;
  Ledger fund = harbor();
  for (Transaction& row : fund.transactions) row.place.box.y1 = row.place.box.y0 + 10;
  Transaction fee = fund.transactions[0];
  fund.transactions[0].type = "Investments";
  fee.type = "Fees";
  fee.amount = units(1'200'000);
  fee.effects = {.lp_cash = -fee.amount, .paid_in = fee.amount, .unfunded = -fee.amount};
  fee.place.box.x0 += 80;
  fund.transactions.insert(fund.transactions.begin() + 1, fee);
  analysis.funds.push_back(analysed(std::move(fund)));
  judge_all({{{"how many calls were there"}, kYes, {"5 capital calls"}, {{"count", 5}}},
             {{"largest call"}, kYes, {"$4,200,000"}, {{"amount", 4'200'000}}},
             {{"calls over 3.5m"}, kYes, {"2 capital calls"}, {{"sum", 8'200'000}}},
             {{"average call"}, kYes, {}, {{"average", 2'640'000}}}},
            analysis);
}

TEST(Questions, about_several_days_answer_each) {
  judge_all({{{"dpi end 2022 and end 2023"}, kYes, {"31 December 2022", "31 December 2023"}},
             {{"DPI in 2022 and 2023"}, kYes, {"31 December 2022", "31 December 2023"}},
             {{"change in DPI from end 2022 to end 2023"}, kYes, {}, {{"change", 1.9e6 / kPic}}},
             {{"capital called before the end of 2019"}, kYes, {}, {{"sum", 5.5e6}}},
             {{"distributions between may and june 2021"}, kYes, {}, {}, {"2021-06-30"}},
             {{"net cash flow by year"}, kYes, {}, {{"2022", 1.4e6}}}},
            one_fund());
}

TEST(Questions, about_figures_without_some_rows_or_fully_called) {
  judge_all({{{"DPI excluding 2021"}, kYes, {"Without"}, {{"dpi", 4.3 / 7.75}}},
             {{"DPI without the 2021 call"}, kYes, {}, {{"dpi", 4.9 / 7.75}}},
             {{"is the commitment fully called"}, kYes, {"No"}, {{"called_share", 11.75 / 20}}},
             {{"break-even NAV"}, kYes, {}, {{"nav_needed", kPic - kDistributed}}},
             {{"number of calls excluding reversals"}, kYes, {"Nothing had to be left out"}, {{"count", 5}}}},
            one_fund());
}

TEST(Questions, about_the_largest_year_and_the_way_cash_went) {
  judge_all({{{"largest year for calls"}, kYes, {"2019: $5,500,000"}},
             {{"what was refunded to us"}, kYes, {}, {}, {"2019-12-01"}},
             {{"what was refunded by us"}, kYes, {}, {}, {"2023-06-15"}},
             {{"what was returned by LPs"}, kYes, {}, {}, {"2023-06-15"}},
             {{"if nav falls by half what is tvpi"}, kYes, {}, {{"tvpi", (4.9 + 4.5) / 11.75}}},
             {{"is call 4 bigger than call 1"}, kYes, {"larger by $1,000,000"}, {{"difference", 1e6}}},
             {{"difference between call 1 and call 2"}, kYes, {}, {{"difference", 500'000}}},
             {{"sum of 2019 + 2020 calls"}, kYes, {}, {{"sum", 7e6}}},
             {{"The report says the IRR is 12.5%, right?"}, kYes, {"does not print 12.5%"}},
             {{"TVPI if NAV falls 10%", "and 20%?"}, kYes, {}, {{"tvpi", (4.9 + 7.2) / 11.75}}}},
            one_fund());
}

TEST(Questions, about_times_joined_by_small_words) {
  judge_all({{{"distributions after 1 june 2021 and before 1 may 2022"}, kYes, {}, {}, {"2021-06-30", "2022-04-15"}},
             {{"distributions before 2022 and after 2022"}, kYes, {}, {}, {"2021-06-30", "2023-05-05", "2023-10-10"}},
             {{"Distributions in May or Oct 2023"}, kYes, {}, {}, {"2023-05-05", "2023-10-10"}},
             {{"distributions in april and june 2021"}, kYes, {}, {}, {"2021-06-30"}},
             {{"total gains and total income"}, kYes, {}, {{"gains", 1.8e6}, {"income", 0.8e6}}},
             {{"percent of commitment not yet called"}, kYes, {}, {{"share", 10.65 / 20}}},
             {{"fees as percentage of commitment"}, kYes, {}, {{"share", 1.5 / 20}}},
             {{"distributions in 2022", "recallable ones?"}, kYes, {}, {}, {"2022-04-15"}}},
            one_fund());
}

TEST(Questions, that_follow_go_on_in_the_same_line) {
  judge_all({{{"biggest distribution", "second biggest", "third"}, kYes, {}, {}, {"2021-06-30"}},
             {{"dpi at end of 2021", "and one year later"}, kYes, {"31 December 2022"}, {{"dpi", 3.0 / 11.75}}},
             {{"mean and median distribution"}, kYes, {}, {{"average", 1.25e6}, {"median", 1.2e6}}},
             {{"largest distribution each year"}, kYes, {}, {{"2021", 0.6e6}, {"2022", 2.4e6}, {"2023", 1.8e6}}},
             {{"dists 2023 onwards"}, kYes, {}, {}, {"2023-05-05", "2023-10-10"}},
             {{"is 1.18x right?"}, kYes, {"TVPI"}},
             {{"how many years between the first call and the last distribution"}, kYes, {}, {{"days", 1670}}}},
            one_fund());
}

TEST(Questions, about_what_corrects_and_what_a_turn_leaves_out) {
  judge_all({{{"what adjustments were made to distributions"}, kYes, {}, {}, {"2023-06-15"}},
             {{"adjustments of capital calls"}, kYes, {}, {}, {"2019-12-01"}},
             {{"what is the dpi", "and without income?"}, kYes, {"Without"}, {{"dpi", 4.1 / 11.75}}},
             {{"largest call", "what percentage of total calls is that"}, kYes, {}, {{"share", 4.0 / 12}}},
             {{"how much have we made"}, kYes, {}, {{"gain", 2'150'000}}},
             {{"what nav would give a tvpi of 2x"}, kYes, {}, {{"nav_needed", 2 * kPic - kDistributed}}},
             {{"what is the dpi", "and for oriole?"}, kNo}},
            one_fund());
}

// Words that pass unnoticed elsewhere and would change the answer here.
TEST(Questions, that_say_more_than_is_understood_are_refused) {
  judge_all({{{"what would DPI be if they paid out everything"}, kNo},
             {{"distributions by year and type"}, kNo, {"type"}},
             {{"all but the largest distribution"}, kNo},
             {{"how much has been called but not distributed"}, kNo},
             {{"first year distributions"}, kNo, {"first year"}},
             {{"years with more than 1m called"}, kNo, {"years with"}},
             {{"if the remaining commitment is drawn and nav rises by the same, tvpi?"}, kNo},
             {{"is 3.7x right?"}, kNo, {"no such figure"}},
             {{"What is the DPI?", "sum of both"}, kNo, {"sum"}}},
            one_fund());
}

}  // namespace
}  // namespace dossier::funds
