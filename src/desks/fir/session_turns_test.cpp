#include "desks/fir/session_turns.h"

#include <gtest/gtest.h>

#include <optional>

namespace dossier::desks::fir {
namespace {

TEST(SessionTurns, one_at_a_time_has_the_turn_of_a_session) {
  SessionTurns turns;
  std::optional<SessionTurns::Turn> first = turns.take("a");
  EXPECT_TRUE(*first);
  EXPECT_TRUE(turns.take("b")) << "another session";
  {
    const SessionTurns::Turn second = turns.take("a");
    EXPECT_FALSE(second);
  }
  EXPECT_TRUE(turns.taken("a")) << "whoever has no turn ends none";
  first.reset();
  EXPECT_FALSE(turns.taken("a"));
  EXPECT_TRUE(turns.take("a"));
}

}  // namespace
}  // namespace dossier::desks::fir
