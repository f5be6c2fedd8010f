#include "net/calm_watch.h"

#include <gtest/gtest.h>

namespace dossier::net {
namespace {

using namespace std::chrono_literals;

class CalmWatchTest : public testing::Test {
 protected:
  // So many looks, a tenth of a second apart; how often it gave back.
  int look(int looks, std::size_t requests, std::uint64_t memory, bool short_of_memory = false) {
    int given = 0;
    for (int i = 0; i < looks; ++i) {
      clock.advance(100ms);
      given += watch.should_give_back(clock.steady(), requests, memory, short_of_memory);
    }
    return given;
  }

  ManualClock clock;
  CalmWatch watch;
};

TEST_F(CalmWatchTest, after_a_flood_it_gives_back_once_as_soon_as_it_is_calm) {
  EXPECT_EQ(look(100, 0, 100), 1) << "once at the start";
  EXPECT_EQ(look(100, 500, 200), 0) << "not in the flood";
  EXPECT_EQ(look(4, 0, 200), 0) << "not in the first moment after it";
  EXPECT_EQ(look(1, 0, 200), 1);
  EXPECT_EQ(look(100, 0, 101), 0) << "what is left is needed";
}

TEST_F(CalmWatchTest, one_who_asks_now_and_then_is_calm) {
  EXPECT_EQ(look(100, 0, 100), 1);
  EXPECT_EQ(look(10, 2, 150), 1);
}

TEST_F(CalmWatchTest, short_of_memory_it_gives_back_every_five_seconds_whatever_happens) {
  EXPECT_EQ(look(101, 500, 1000, true), 3);
}

TEST_F(CalmWatchTest, what_was_given_back_in_a_flood_does_not_count_as_what_is_needed) {
  EXPECT_EQ(look(100, 0, 100), 1);
  EXPECT_EQ(look(1, 500, 1000, true), 1) << "short of memory";
  EXPECT_EQ(look(100, 500, 970), 0);
  EXPECT_EQ(look(100, 0, 970), 1);
}

}  // namespace
}  // namespace dossier::net
