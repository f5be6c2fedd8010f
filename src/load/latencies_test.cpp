#include "load/latencies.h"

#include <gtest/gtest.h>

namespace dossier::load {
namespace {

using namespace std::chrono_literals;

TEST(Latencies, percentiles_are_right_to_one_percent) {
  Latencies all;
  for (int i = 1; i <= 10'000; ++i) all.add(i * 100us);
  EXPECT_NEAR(all.milliseconds_at(0.5), 500, 5);
  EXPECT_NEAR(all.milliseconds_at(0.99), 990, 10);
  EXPECT_NEAR(all.milliseconds_at(0.9999), 999.9, 10);
  EXPECT_EQ(all.milliseconds_max(), 1'000);
  EXPECT_EQ(all.count(), 10'000u);
  EXPECT_NEAR(static_cast<double>(all.count_above(900)), 1'000, 100);
}

TEST(Latencies, none_and_the_extremes_are_no_surprise) {
  Latencies few;
  EXPECT_EQ(few.milliseconds_at(0.99), 0);
  few.add(0ns);
  few.add(10h);
  EXPECT_LE(few.milliseconds_at(0.5), 0.001);
  EXPECT_EQ(few.milliseconds_max(), 36'000'000);
  Latencies sum;
  sum.add(few);
  EXPECT_EQ(sum.count(), 2u);
}

}  // namespace
}  // namespace dossier::load
