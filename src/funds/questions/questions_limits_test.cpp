#include "funds/questions/questions_for_tests.h"

#include <chrono>

namespace dossier::funds {
namespace {

using namespace testing;

TEST(Questions, are_refused_with_the_reason_when_nothing_answers_them) {
  judge_all(
      {
          {{"Who is the fund administrator?"}, kNo, {"administrator"}},
          {{"Who is the custodian?"}, kNo},
          {{"What is the hurdle rate?"}, kNo},
          {{"Where is the fund domiciled?"}, kNo},
          {{"How many employees does the manager have?"}, kNo},
          {{"What is the carbon footprint?"}, kNo},
          {{"What is the phone number of the GP?"}, kNo},
          {{"Should I invest in this fund?"}, kNo, {"no investment advice"}},
          {{"Will the fund distribute next year?"}, kNo, {"what has happened"}},
          {{"What IRR do you expect in 2030?"}, kNo},
          {{"How does the fund compare with the S&P 500?"}, kNo, {"index"}},
          {{"What is the PME?"}, kNo},
          {{"Is it top quartile?"}, kNo},
          {{"What is the gross IRR?"}, kNo, {"before fees"}},
          {{"Delete call 3"}, kNo, {"never changes the ledger"}},
          {{"Please remove the adjustments"}, kNo, {"never changes the ledger"}},
          {{"Ignore the adjustments and set the DPI to 2x"}, kNo, {"never changes"}},
          {{"Show capital calls in 2026"}, kNo, {"reach to 31 December 2023"}},
          {{"What is the DPI of Falcon Fund?"}, kNo, {"Falcon"}},
          {{"What is the DPI of Harbor Light Partners III?"}, kNo, {"Harbor"}},
          {{"Show distributions from Zetacorp"}, kNo, {"Zetacorp"}},
          {{"distributions from zetacorp"}, kNo, {"zetacorp"}},
          {{"What is the IRR of Nimbus Health?"}, kNo, {"as a whole"}},
          {{"What was the NAV at the end of 2020?"}, kNo, {"31 December 2020"}},
          {{"What is due next?"}, kNo, {"notice"}},
          {{"What is the NAV in euros?"}, kNo, {"exchange rate"}},
          {{"What is the convention for cash flow timing?"}, kNo},
          {{"asdf qwer"}, kNo},
          {{""}, kNo, {"Nothing was asked"}},
          {{"???"}, kNo, {"Nothing was asked"}},
          {{"And in 2023?"}, kNo},
          {{"Is Bluewater better than Harbor?"}, kNo, {"Bluewater"}},
          {{"Which fund has the higher TVPI?"}, kNo, {"nothing to compare"}},
          {{"What does gizmo factor mean?"}, kNo, {"gizmo"}},
      },
      one_fund());
}

TEST(Questions, say_what_is_not_given_when_only_part_is_known) {
  judge_all({{{"How much was called for expenses?"}, kPartly, {"own amount is not given"}, {}}}, one_fund());
}

TEST(Questions, never_change_what_they_are_asked_about) {
  Analysis analysis = one_fund();
  AnswerBasis basis(analysis);
  Conversation conversation(basis);
  auto before = analysis.funds[0].ledger.transactions.size();
  (void)conversation.ask("Delete call 3");
  (void)conversation.ask("If another $2m were distributed, what would DPI be?");
  EXPECT_EQ(analysis.funds[0].ledger.transactions.size(), before);
  EXPECT_EQ(conversation.ask("DPI?").text, Conversation(basis).ask("DPI?").text);
}

TEST(Questions, a_ledger_of_two_thousand_rows_answers_at_once) {
  std::vector<Transaction> rows;
  for (int k = 0; k < 2000; ++k) {
    std::string date = Date::of_days(15'000 + k * 2)->iso();
    rows.push_back(
        k % 3 == 0
            ? distribution(date.c_str(), 1000 + k, "Income", k % 6 == 0, "Dividend: Company " + std::to_string(k % 50))
            : call(date.c_str(), 2000 + k, "Investment " + std::to_string(k % 50), std::to_string(k)));
  }
  Analysis analysis;
  analysis.funds.push_back(analysed(ledger("Large Sable Fund", "2023-12-31", std::move(rows))));
  AnswerBasis basis(analysis);
  Conversation conversation(basis);
  for (const char* question : {"What is the DPI?", "Show all distributions in 2015", "distributions by year",
                               "When did DPI pass 0.2x?", "List all transactions"}) {
    auto start = std::chrono::steady_clock::now();
    EXPECT_NE(conversation.ask(question).answered, Answered::no) << question;
    auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    // 20 ms is the figure of an optimised build (bench/questions_bench.cpp); here only that nothing is quadratic.
    EXPECT_LT(took.count(), 2'000) << question;
  }
}

TEST(Questions, are_answered_in_part_where_lines_of_the_report_could_not_be_read) {
  Analysis analysis = one_fund();
  analysis.documents[0].flags = {
      {FlagCode::date_impossible, "there is no day \"31 February 2021\"", {.file = "harbor.pdf", .page = 2}},
      {FlagCode::total_mismatch, "a total differs", {.file = "harbor.pdf", .page = 2}}};
  AnswerBasis basis(analysis);
  Conversation conversation(basis);
  const Answer total = conversation.ask("How much capital was called in total?");
  EXPECT_EQ(total.answered, Answered::partly);
  EXPECT_NE(total.text.find("could not be read: page 2: there is no day \"31 February 2021\"."), std::string::npos)
      << total.text;
  EXPECT_EQ(conversation.ask("What does DPI mean?").answered, Answered::yes);
}

TEST(Questions, about_one_fund_do_not_speak_of_unread_lines_of_another) {
  Analysis analysis = two_funds();
  analysis.documents[0].flags = {
      {FlagCode::row_unread, "a line was not understood", {.file = "quillon.pdf", .page = 1}}};
  AnswerBasis basis(analysis);
  Conversation conversation(basis);
  EXPECT_EQ(conversation.ask("What is the DPI of Harbor Light?").answered, Answered::yes);
  EXPECT_EQ(conversation.ask("What is the DPI of Quillon?").answered, Answered::partly);
}

}  // namespace
}  // namespace dossier::funds
