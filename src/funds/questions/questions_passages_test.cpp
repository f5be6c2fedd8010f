// Questions that the documents answer in their own words.
#include "funds/questions/questions_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

constexpr Answered kYes = Answered::yes, kNo = Answered::no, kPartly = Answered::partly;

Analysis paper(std::vector<Passage> passages) {
  Analysis analysis;
  DocumentReading document{.file = "paper.pdf"};
  document.passages = std::move(passages);
  analysis.documents.push_back(std::move(document));
  return analysis;
}

Analysis terms_paper() {
  return paper(
      {passage(1, "1. Paid-in capital (PIC): what the partners have contributed so far."),
       passage(1, "2.1. Rebalance of distribution"),
       passage(1, "- Rebalance of distribution adjustments = sum of the refunds of overstated distributions",
               "2.1. Rebalance of distribution"),
       passage(1, "- Impact on DPI: the numerator falls, so the DPI decreases.", "2.1. Rebalance of distribution"),
       passage(1, "- Adjusted DPI = adjusted distributions / adjusted PIC", "3. DPI"),
       passage(1, "- Cumulative distributions = return of capital + dividends + realised gains, less carry",
               "4. Cumulative distributions")});
}

TEST(Questions, are_answered_by_the_documents_own_definition_under_any_name) {
  judge_all({{{"How does the paper define paid-in capital?"}, kYes, {"have contributed so far"}},
             {{"formula for adjusted DPI?"}, kYes, {"adjusted distributions / adjusted PIC"}},
             {{"What goes into cumulative distributions?"}, kYes, {"dividends + realised gains"}}},
            terms_paper());
}

TEST(Questions, on_what_one_thing_does_to_another_find_the_line_under_its_heading) {
  judge_all({{{"How does a rebalance of distribution affect DPI?"}, kYes, {"the numerator falls"}},
             {{"What does a rebalance of distribution do to DPI?"}, kYes, {"the numerator falls"}}},
            terms_paper());
}

Analysis review() {
  return paper(
      {passage(1, "Private Equity"), passage(1, "Programme Review"),
       passage(3, "AUM at $41.2bn as of March 31, 2023", "Overview"),
       passage(9, "Private equity, private equity policy benchmark, public equity policy benchmark", "Returns")});
}

TEST(Questions, are_not_answered_by_what_the_whole_document_is_about) {
  judge_all({{{"What was the AUM of the private equity programme as of March 31, 2023?"}, kYes, {"$41.2bn"}}},
            review());
}

TEST(Questions, of_one_year_are_answered_in_part_by_a_passage_of_another) {
  judge_all({{{"What was the AUM in June 2025?"}, kPartly, {"$41.2bn", "Of 2025 it says nothing"}}}, review());
}

Analysis with_limits() {
  Analysis analysis = one_fund();
  analysis.documents.front().passages.push_back(
      passage(5, "Investor: Saltmarsh Teachers Manager: Harbor Light Management LLC"));
  analysis.documents.front().passages.push_back(
      passage(5, "It takes minority stakes. No single company may exceed 15 per cent of commitments."));
  return analysis;
}

TEST(Questions, on_a_topic_may_be_put_with_any_verb_but_not_with_another_place) {
  judge_all({{{"What concentration limit applies to a single company?"}, kYes, {"15 per cent"}},
             {{"What is the maximum share of commitments a single company may take?"}, kYes, {"15 per cent"}},
             {{"What concentration limit applies to a single company in Asia?"}, kNo}},
            with_limits());
}

TEST(Questions, for_what_stands_behind_a_label_may_be_framed_in_any_way) {
  judge_all({{{"Who is the investor?"}, kYes, {"Saltmarsh"}},
             {{"In the name of which investor is this statement issued?"}, kYes, {"Saltmarsh"}}},
            with_limits());
}

}  // namespace
}  // namespace dossier::funds
