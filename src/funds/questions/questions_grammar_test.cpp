#include "funds/questions/question_generator_for_tests.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

namespace dossier::funds {
namespace {

using namespace testing;

Analysis analysis_of(const std::vector<Fact>& facts) {
  Analysis analysis;
  DocumentReading document{.file = "report.pdf"};
  document.status = ReadingStatus::read;
  analysis.documents.push_back(std::move(document));
  Ledger fund = ledger_of(facts);
  MetricSet metrics = compute_metrics(fund);
  analysis.funds.push_back({std::move(fund), std::move(metrics), {}});
  return analysis;
}

class EveryComposition : public ::testing::TestWithParam<unsigned> {};

TEST_P(EveryComposition, IsAnsweredAsReckonedFromThePlainFacts) {
  auto facts = facts_from(GetParam());
  Analysis analysis = analysis_of(facts);
  AnswerBasis basis(analysis);
  auto questions = generated_questions(facts);
  std::size_t refused = 0, wrong = 0;
  for (const Generated& question : questions) {
    Answer answer = Conversation(basis).ask(question.text);
    Verdict verdict = verdict_on(question, answer);
    refused += verdict == Verdict::refused ? 1 : 0;
    wrong += verdict == Verdict::wrong ? 1 : 0;
    if (verdict != Verdict::right && std::getenv("SHOW") != nullptr)
      std::cerr << (verdict == Verdict::wrong ? "WRONG   " : "REFUSED ") << question.family << " | " << question.text
                << " | " << question.chosen.size() << " | " << answer.text.substr(0, 150) << "\n";
  }
  EXPECT_GE(questions.size(), 2000u);
  EXPECT_EQ(wrong, 0u) << "of " << questions.size();
  EXPECT_EQ(refused, 0u) << "of " << questions.size();
}

INSTANTIATE_TEST_SUITE_P(Seeds, EveryComposition, ::testing::Values(1u, 2u));

}  // namespace
}  // namespace dossier::funds
