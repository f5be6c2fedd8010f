#include "fir/weighing.h"

#include <gtest/gtest.h>

namespace dossier::fir {
namespace {

constexpr double kProposed = 0.5;

// What a cue sees in full, told in words that neither speak for it nor against it.
Testimony seen() {
  Testimony testimony;
  testimony.score = testimony.best = -2;
  testimony.share = 0.01;
  testimony.holds = true;
  testimony.core = testimony.core_met = testimony.met = 2;
  return testimony;
}

TEST(Weighing, either_witness_carries_an_offence_and_either_can_shake_it) {
  EXPECT_GT(likelihood(seen()), kProposed);
  Testimony unlike_any = seen();
  unlike_any.score = -8;
  EXPECT_LT(likelihood(unlike_any), 0.1);
  Testimony unseen = seen();
  unseen.holds = false;
  unseen.core_met = unseen.met = 1;
  EXPECT_LT(likelihood(unseen), 0.3);
  unseen.score = unseen.best = 2;
  EXPECT_GT(likelihood(unseen), kProposed);
}

TEST(Weighing, every_witness_turns_the_scale_its_own_way) {
  const double before = likelihood(seen());
  for (double Testimony::*against : {&Testimony::elsewhere, &Testimony::best}) {
    Testimony more = seen();
    more.*against += 0.5;
    EXPECT_LT(likelihood(more), before);
  }
  Testimony crowded_out = seen();
  crowded_out.company_against = -3;
  EXPECT_LT(likelihood(crowded_out), before);
  Testimony told_more_alike = seen();
  told_more_alike.score += 1;
  EXPECT_GT(likelihood(told_more_alike), before);
}

TEST(Weighing, an_offence_without_core_ingredients_has_a_likelihood_too) {
  EXPECT_GT(likelihood(Testimony{}), 0);
  EXPECT_LT(likelihood(Testimony{}), 1);
}

}  // namespace
}  // namespace dossier::fir
