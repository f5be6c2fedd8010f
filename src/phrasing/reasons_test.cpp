#include "phrasing/reasons.h"

#include <gtest/gtest.h>

#include <set>

namespace dossier::phrasing {
namespace {

using models::Ending;

TEST(Reasons, every_way_a_call_ends_has_a_reason_and_words_of_its_own) {
  std::set<std::string> reasons, words;
  int endings = 0;
  for (auto ending = Ending::full; ending <= Ending::cancelled;
       ending = static_cast<Ending>(static_cast<int>(ending) + 1)) {
    ++endings;
    reasons.emplace(reason_of(ending));
    words.emplace(explanation_of(reason_of(ending)));
  }
  EXPECT_EQ(reasons.size(), static_cast<std::size_t>(endings));
  EXPECT_EQ(words.size(), static_cast<std::size_t>(endings)) << "two reasons are told in the same words";
}

TEST(Reasons, it_is_shown_by_its_name_and_in_words) {
  EXPECT_EQ(shown_reason(reason_of(Ending::key)), "key: the model server does not accept our key");
  EXPECT_EQ(shown_reason(reason_of(Ending::unreachable)), "unavailable: the model server does not answer");
  EXPECT_EQ(shown_reason(reason_of(ErrorCode::deadline_exceeded)), "late: the model did not answer in time");
}

}  // namespace
}  // namespace dossier::phrasing
