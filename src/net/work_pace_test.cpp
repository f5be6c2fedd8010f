#include "net/work_pace.h"

#include <gtest/gtest.h>

namespace dossier::net {
namespace {

using namespace std::chrono_literals;

// Looks ten times a second, as the door does, for so long.
SteadyTime look_for(WorkPace& pace, SteadyTime from, std::chrono::seconds time, std::size_t waiting,
                    std::uint64_t& finished, std::uint64_t each_look) {
  for (const SteadyTime end = from + time; from < end; from += 100ms) {
    pace.look(from, waiting, finished);
    finished += each_look;
  }
  return from;
}

TEST(WorkPace, knows_nothing_before_it_saw_a_queue_worked_off) {
  WorkPace pace;
  EXPECT_EQ(pace.time_for(1), std::nullopt);
  std::uint64_t finished = 0;
  look_for(pace, SteadyTime{} + 1s, 5s, 0, finished, 10);  // nobody waited: how fast it could go is not known
  EXPECT_EQ(pace.time_for(1), std::nullopt);
}

TEST(WorkPace, tells_how_long_what_waits_will_take) {
  WorkPace pace;
  std::uint64_t finished = 0;
  look_for(pace, SteadyTime{} + 1s, 5s, 100, finished, 10);  // a hundred a second
  ASSERT_TRUE(pace.time_for(200));
  EXPECT_NEAR(pace.time_for(200)->count(), 2.0, 0.01);
}

TEST(WorkPace, follows_a_change_within_seconds_and_keeps_the_pace_while_idle) {
  WorkPace pace;
  std::uint64_t finished = 0;
  SteadyTime now = look_for(pace, SteadyTime{} + 1s, 10s, 100, finished, 10);
  now = look_for(pace, now, 20s, 100, finished, 1);  // ten times slower
  EXPECT_NEAR(pace.time_for(10)->count(), 1.0, 0.1);
  look_for(pace, now, 60s, 0, finished, 0);
  EXPECT_NEAR(pace.time_for(10)->count(), 1.0, 0.1);
}

}  // namespace
}  // namespace dossier::net
