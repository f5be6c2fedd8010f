#include "funds/questions/question_terms.h"

#include <gtest/gtest.h>

namespace dossier::funds {
namespace {

TEST(QuestionTables, hold_each_phrase_once_over_all_of_them) {
  EXPECT_EQ(question_terms().repeated(), std::vector<std::string>{});
}

}  // namespace
}  // namespace dossier::funds
