#include "fir/coverage.h"

#include "fir/knowledge_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::fir {
namespace {

constexpr const char* kComplaint =
    "On 5 May 2026 at 9 pm Kallu hit me with a rod at the bus stand and said 'I will kill you'. My phone worth 9,000 "
    "broke. I could not come earlier as I was in hospital. Ramesh Verma";

Draft made() {
  return draft_complaint(knowledge_for_tests(), kComplaint, Date::of(2026, 6, 1), {}).value();
}

TEST(Coverage, a_draft_as_written_has_no_fault) {
  EXPECT_TRUE(made().faults.empty());
}

TEST(Coverage, a_lost_threat_is_a_fault) {
  Draft draft = made();
  ASSERT_FALSE(draft.facts.threats.empty());
  const std::string threat = draft.facts.threats.front().text;
  for (std::size_t at; (at = draft.narrative.find(threat)) != std::string::npos;)
    draft.narrative.erase(at, threat.size());
  EXPECT_FALSE(check_coverage(draft, reading::Text::of(kComplaint).value(), {}).empty());
}

TEST(Coverage, a_name_or_number_nobody_gave_is_a_fault) {
  Draft draft = made();
  draft.narrative += "The witness was Suresh and the loss 77,000.";
  EXPECT_EQ(check_coverage(draft, reading::Text::of(kComplaint).value(), {}).size(), 2u);
}

}  // namespace
}  // namespace dossier::fir
