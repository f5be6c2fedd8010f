#include "funds/questions/questions_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(QuestionsOfOtherRows, resize_rows_by_their_number_or_their_place) {
  judge_all(
      {{{"What would the DPI be if the last call had been 50% smaller?"}, kYes, {"$500,000"}, {{"dpi", 4.9 / 11.25}}},
       {{"If call 4 had been half as large, what would paid-in capital be?"}, kYes, {}, {{"pic", 9'750'000}}},
       {{"What if the largest call had been a quarter smaller?"}, kYes, {}, {{"dpi", 4.9 / 10.75}}},
       {{"If the first distribution had been $1,000,000 instead, what would the DPI be?"},
        kYes,
        {},
        {{"dpi", 5.3 / 11.75}}},
       {{"If the last distribution had been $300,000 larger, what would the DPI be?"},
        kYes,
        {},
        {{"dpi", 5.2 / 11.75}}},
       {{"If all calls had been 10 % smaller, what would the DPI be?"}, kYes, {}, {{"dpi", 4.9 / 10.55}}}},
      one_fund());
}

TEST(QuestionsOfOtherRows, leave_out_those_that_a_measure_picks) {
  judge_all({{{"DPI without the two largest distributions?"}, kYes, {"Without"}, {{"dpi", 0.7 / 11.75}}},
             {{"What would total distributions be without the largest distribution?"}, kYes, {"$2,500,000"}},
             {{"DPI without the largest distribution?", "And TVPI?"}, kYes, {}, {{"tvpi", 11.5 / 11.75}}}},
            one_fund());
}

TEST(QuestionsOfOtherRows, move_rows_up_to_the_day_of_the_report) {
  judge_all(
      {{{"Had call 2 come a year later, what would the IRR be?"}, kYes, {"20 November 2020"}},
       {{"What would the IRR be if the last distribution had been paid six months earlier?"}, kYes, {"10 April 2023"}},
       {{"If call 5 had come 5 years later, what would the IRR be?"}, kNo, {"behind the report"}}},
      one_fund());
}

TEST(QuestionsOfOtherRows, are_told_by_how_much_the_figure_changes) {
  judge_all({{{"By how much would the DPI fall if the last distribution were 50% smaller?"},
              kYes,
              {"less"},
              {{"difference", -0.1 / 11.75}}},
             {{"By how much would TVPI fall if the NAV fell by 20%?"}, kYes, {}, {{"difference", -1.8 / 11.75}}}},
            one_fund());
}

TEST(QuestionsOfOtherRows, go_on_with_the_rows_of_the_turn_before) {
  judge_all({{{"What if the last call had been 10% smaller?", "And if it had been 50% smaller?"},
              kYes,
              {},
              {{"dpi", 4.9 / 11.25}}}},
            one_fund());
}

TEST(QuestionsOfOtherRows, are_refused_where_it_is_open_what_changes) {
  judge_all({{{"If the calls had been 1m smaller, what would the DPI be?"}, kNo},
             {{"If the last call had been frobnicated, what would the DPI be?"}, kNo},
             {{"If the last call had been smaller, what would the DPI be?"}, kNo},
             {{"If the last call had been 10% smaller and a year later, what would the IRR be?"}, kNo}},
            one_fund());
}

// "They pay another 5m" moves cash, not the NAV.
TEST(QuestionsOfOtherRows, tell_by_who_pays_which_way_a_flow_goes) {
  judge_all({{{"If they pay another 1m on 31 December 2023, what is the DPI?"}, kYes, {}, {{"dpi", 5.9 / 11.75}}},
             {{"If we pay another 1m, what is the DPI?"}, kYes, {}, {{"dpi", 4.9 / 12.75}}}},
            one_fund());
}

}  // namespace
}  // namespace dossier::funds
