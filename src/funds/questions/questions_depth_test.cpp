#include "funds/questions/questions_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(Questions, about_time_between_rows_give_days) {
  judge_all({{{"What is the average time between capital calls?"}, kYes, {"days"}, {{"days", 323.75}}},
             {{"How long was it between call 1 and call 2?"}, kYes, {}, {{"days", 250}}}},
            one_fund());
}

// Calls and distributions are different things and are not added up.
TEST(Questions, by_year_keep_calls_and_distributions_apart) {
  judge_all(
      {{{"cash flows by year"}, kYes, {"2022", "net cash $1,400,000"}, {{"2022", 1'400'000}, {"2019", -5'250'000}}},
       {{"Break down the distributions by type"}, kYes, {"Income"}, {{"Income", 800'000}}}},
      one_fund());
}

TEST(Questions, about_what_was_refunded_count_corrections_of_that_kind_only) {
  judge_all({{{"what share of calls was refunded"}, kYes, {"2.1%"}, {{"share", 250'000.0 / 12'000'000}}},
             {{"What share of the distributions was refunded?"}, kYes, {}, {{"share", 100'000.0 / 5'000'000}}}},
            one_fund());
}

TEST(Questions, about_a_rate_over_a_period_take_the_nav_at_its_start) {
  judge_all({{{"IRR since 2021"}, kNo, {"31 December 2020", "since inception"}},
             {{"IRR in 2023"}, kYes, {"8,500,000"}, {}},
             {{"What is the IRR since 2019?"}, kYes, {"19.9%"}, {}},
             {{"What is the 3-year IRR?"}, kNo, {"NAV"}}},
            one_fund());
}

TEST(Questions, about_a_year_the_report_reaches_into_are_answered_as_far_as_it_reaches) {
  Analysis analysis;
  Ledger fund = harbor();
  fund.as_of = Date::of(2023, 6, 30);
  set_nav(fund, "2023-06-30", 8'800'000);
  analysis.funds.push_back(analysed(std::move(fund)));
  judge_all({{{"DPI in 2023"}, kYes, {"30 June 2023"}, {{"dpi", 4'700'000 / kPic}}}, {{"DPI in 2024"}, kNo}}, analysis);
}

TEST(Questions, about_change_compare_the_ends_of_the_period) {
  judge_all({{{"How did DPI change in 2023?"}, kYes, {"31 December 2022", "up by"}, {{"change", 1'900'000 / kPic}}},
             {{"How has the NAV changed since 2022?"}, kPartly, {"31 December 2021"}},
             {{"Did NAV go up in 2023?"}, kYes, {"up by $500,000"}, {{"change", 500'000}}},
             {{"How did NAV change between 2022 and 2023?"}, kYes, {"$500,000"}, {{"change", 500'000}}}},
            one_fund());
}

TEST(Questions, about_portions_name_the_whole) {
  judge_all({{{"What percentage of the commitment has been returned?"}, kYes, {}, {{"share", 5.0 / 20}}},
             {{"NAV as % of commitment"}, kYes, {}, {{"share", 9.0 / 20}}},
             {{"largest call as a percentage of total calls"}, kYes, {"33.3%"}, {{"share", 4.0 / 12}}},
             {{"largest call as a percentage of the commitment"}, kYes, {}, {{"share", 4.0 / 20}}},
             {{"How many per cent of the commitment has been called?"}, kYes, {}, {{"called_share", 11.75 / 20}}},
             {{"Is more than 80% of the commitment drawn?"}, kYes, {"No"}, {{"called_share", 11.75 / 20}}},
             {{"income as % of distributions"}, kYes, {}, {{"share", 0.8 / 5}}}},
            one_fund());
}

TEST(Questions, about_the_gain_give_the_amount) {
  judge_all({{{"What is the fund's gain over paid-in capital?"}, kYes, {"$2,150,000"}, {{"gain", 2'150'000}}},
             {{"Is the fund in profit?"}, kYes, {"Yes"}, {}},
             {{"Has the fund made a loss?"}, kYes, {"No: the"}, {}}},
            one_fund());
}

TEST(Questions, about_marks_say_when_and_whether) {
  judge_all({{{"Has DPI ever passed 1x?"}, kYes, {"No"}, {}},
             {{"When was half of the commitment called?"}, kYes, {"2021-02-10"}, {}},
             {{"When did cumulative capital called pass $6 million?"}, kYes, {"2020-07-01"}, {}},
             {{"When did TVPI pass 1.1x?"}, kYes, {"31 December 2023"}, {}}},
            one_fund());
}

TEST(Questions, about_rows_by_other_words) {
  judge_all({{{"What came in after March 2023?"}, kYes, {}, {}, {"2023-05-05", "2023-10-10"}},
             {{"What happened in Q4 2019?"}, kYes, {}, {}, {"2019-11-20", "2019-12-01"}},
             {{"Why was there a refund in 2019?"}, kYes, {"excess Call 2"}, {}},
             {{"calls in FY2020"}, kYes, {}, {}, {"2020-07-01"}},
             {{"Show calls 2 and 4"}, kYes, {}, {}, {"2019-11-20", "2021-02-10"}},
             {{"Did LPs get any money back in 2023?"}, kYes, {"Yes"}, {}, {"2023-05-05", "2023-10-10"}}},
            one_fund());
}

TEST(Questions, may_state_first_what_they_suppose) {
  judge_all({{{"NAV falls 10%. TVPI?"}, kYes, {"With a NAV of $8,100,000"}, {}},
             {{"Write the NAV down by 10%. What is the TVPI?"}, kYes, {"With a NAV of $8,100,000"}, {}},
             {{"Assume no further calls. How much must be distributed for a DPI of 1.0x?"}, kYes, {"Another"}, {}},
             {{"How much must be distributed for a DPI of 1.0x if nothing more is called?"}, kYes, {"Another"}, {}},
             {{"The DPI is not given. Can you compute it?"}, kYes, {"DPI"}, {}}},
            one_fund());
}

TEST(Questions, about_an_entry_may_be_put_as_a_lawyer_would) {
  judge_all({{{"With reference to the entry of 15 June 2023: please explain what it represents."},
              kYes,
              {"Overstated gain of May"},
              {},
              {"2023-06-15"}},
             {{"The report prints a TVPI of 1.18x. Does the ledger give the same?"}, kYes, {"printed TVPI"}, {}}},
            one_fund());
}

TEST(Questions, know_marks_of_rows_from_flags_of_reading) {
  judge_all({{{"Which distributions are flagged as recallable?"}, kYes, {}, {}, {"2022-04-15"}},
             {{"Which distributions can the manager recall?"}, kYes, {}, {}, {"2022-04-15"}},
             {{"Are there any flags?"}, kYes, {"No flags"}, {}}},
            one_fund());
}

TEST(Questions, for_cumulative_flows_at_a_day_count_to_that_day) {
  judge_all({{{"Cumulative distributions at 31 December 2022."}, kYes, {"as of 31 December 2022"}, {}}}, one_fund());
}

TEST(Questions, about_strategy_quote_the_passage_and_not_rows) {
  judge_all({{{"What is the investment strategy?"}, kYes, {"control positions in family-owned companies"}, {}},
             {{"What does the fund invest in?"}, kYes, {"control positions"}, {}},
             {{"What kind of companies does the manager buy?"}, kYes, {"control positions"}, {}},
             {{"What is the investment strategy in Asia?"}, kNo, {}, {}}},
            one_fund());
}

TEST(Questions, about_corrections_find_what_took_back) {
  judge_all({{{"Were any calls reversed?"}, kYes, {"Yes"}, {}, {"2019-12-01"}},
             {{"Which distributions were corrected?"}, kYes, {}, {}, {"2023-06-15"}},
             {{"Why is the paid-in capital lower than the capital called?"}, kYes, {"excess Call 2"}, {{"pic", kPic}}}},
            one_fund());
}

TEST(Questions, about_amounts_and_ranges) {
  judge_all({{{"Is unfunded more than $5m?"}, kYes, {"Yes"}, {{"unfunded", 10'650'000}}},
             {{"Is the NAV below $5m?"}, kYes, {"No"}, {{"nav", 9e6}}},
             {{"How large was the second drawdown?"}, kYes, {}, {{"amount", 2'500'000}}, {"2019-11-20"}},
             {{"total of the two largest calls"}, kYes, {"Together"}, {{"sum", 7'000'000}}},
             {{"which quarter had the most called"}, kYes, {"2021 Q1"}, {}},
             {{"IRR on 31 December 2023"}, kYes, {"19.9%"}, {}},
             {{"total of calls 1 to 3"}, kYes, {}, {{"sum", 7'000'000}}},
             {{"What fraction of the commitment remains undrawn?"}, kYes, {}, {{"share", 10.65 / 20}}},
             {{"total adjustments"}, kYes, {"paid by them"}, {{"to_investors", 250'000}, {"by_investors", 100'000}}},
             {{"When was Oriole sold?"}, kYes, {}, {}, {"2023-05-05"}}},
            one_fund());
}

TEST(Questions, about_references_of_notices_find_their_rows) {
  Analysis analysis;
  Ledger fund = harbor();
  fund.transactions[0].description = "QX3-05 Nimbus Health";
  fund.transactions[1].description = "QX3-06 Oriole Foods";
  analysis.funds.push_back(analysed(std::move(fund)));
  judge_all({{{"Show drawdowns QX3-05 and QX3-06"}, kYes, {}, {}, {"2019-03-15", "2019-11-20"}},
             {{"Show drawdown DD-04"}, kYes, {}, {}, {"2021-02-10"}}},
            analysis);
}

TEST(Questions, about_two_periods_say_which_is_more) {
  judge_all({{{"Did the fund distribute more in 2023 than in 2022?"}, kYes, {"No.", "$2,400,000"}, {}},
             {{"Were calls lower in 2020 than in 2019?"}, kYes, {"Yes."}, {}}},
            one_fund());
}

TEST(Questions, about_several_funds_as_one_pool_amounts_and_never_currencies) {
  judge_all({{{"What is the pooled DPI across both funds?"}, kPartly, {"currencies"}, {}}}, two_funds());
  Analysis same = two_funds();
  same.funds[1].ledger.currency = *Currency::parse("USD");
  judge_all({{{"What is the pooled DPI across both funds?"},
              kYes,
              {"not an average"},
              {{"dpi", (kDistributed + 9e6) / (kPic + 7e6)}}},
             {{"total paid-in across all funds"}, kYes, {}, {{"pic", kPic + 7e6}}},
             {{"pooled IRR"}, kNo, {"not known"}, {}}},
            same);
}

TEST(Questions, about_a_course_leave_out_what_is_not_known) {
  judge_all({{{"NAV by year"}, kPartly, {"Not known at the end of 2019"}, {{"2022", 8.5e6}, {"2023", 9e6}}},
             {{"DPI by year"}, kYes, {}, {{"2022", 3e6 / kPic}}}},
            one_fund());
}

Analysis with_statement() {
  Analysis analysis;
  Ledger fund{.name = "Lark Secondaries LP"};
  fund.currency = *Currency::parse("USD");
  fund.as_of = Date::of(2024, 9, 30);
  int line = 0;
  auto add = [&](const char* name, std::int64_t qtd, std::int64_t ytd, std::int64_t itd) {
    Place place{.file = "lark.pdf", .page = 1, .box = {50, 100.0 + 15 * line++, 500, 110}};
    fund.statement_lines.push_back({name, units(qtd), units(ytd), units(itd), place});
  };
  add("Beginning net asset value", 1'000, 900, 0);
  add("Contributions - investments", 100, 200, 1'500);
  add("Contributions - management fees", 10, 30, 90);
  add("Distributions - gains", -50, -80, -600);
  add("Management fees", -10, -30, -90);
  add("Realized gain (loss)", 20, 50, 120);
  add("Ending net asset value", 1'070, 1'070, 1'070);
  set_nav(fund, "2024-09-30", 1'070);
  analysis.funds.push_back(analysed(std::move(fund)));
  return analysis;
}

TEST(Questions, about_statement_lines_keep_the_columns_apart) {
  judge_all({{{"What were management fees this quarter?"}, kYes, {"$10", "quarter"}, {{"qtd", 10}}},
             {{"How much was contributed year to date?"}, kYes, {"$230"}, {{"ytd", 230}}},
             {{"realised gains QTD vs YTD"}, kYes, {}, {{"qtd", 20}, {"ytd", 50}}},
             {{"opening balance for the quarter"}, kYes, {}, {{"qtd", 1'000}}},
             {{"Distributions since inception"}, kYes, {}, {{"itd", 600}}},
             {{"What were management fees?"}, kYes, {"quarter", "year", "inception"}, {{"qtd", 10}, {"itd", 90}}},
             {{"What were management fees in 2022?"}, kNo, {"inception"}, {}},
             {{"What were audit fees this quarter?"}, kNo, {}, {}},
             {{"What is the DPI?"}, kYes, {"inception"}, {{"dpi", 600.0 / 1'590}}},
             {{"Does the statement roll forward in the quarter?"}, kYes, {"Yes"}, {{"difference_qtd", 0}}},
             {{"Does the capital account roll forward?"}, kYes, {"No"}, {}}},
            with_statement());
}

TEST(Questions, about_portfolio_tables_keep_to_what_the_table_holds) {
  judge_all({{{"Which funds have a negative IRR?"}, kYes, {"Aurora Fund IV"}, {{"count", 1}}},
             {{"Which funds have an IRR above 12%?"}, kYes, {"Aurora Fund III", "Brightwell"}, {{"count", 2}}},
             {{"funds with a commitment over $40m"}, kYes, {}, {{"count", 2}}},
             {{"What were the capital calls of Aurora Fund III in 2010?"}, kNo, {"since inception"}, {}}},
            program());
}

}  // namespace
}  // namespace dossier::funds
