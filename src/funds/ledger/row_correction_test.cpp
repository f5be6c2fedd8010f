#include "funds/ledger/row_correction.h"

#include "funds/ledger/ledger_for_tests.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dossier::funds {
namespace {

using namespace testing;

std::string field_of(const Result<Transaction>& failed) {
  return failed ? "" : failed.error().where;
}

TEST(RowCorrection, another_amount_changes_the_effects_and_forgets_what_was_printed) {
  const Transaction made = corrected(distribution("2021-01-01", 10, "ROC", true), {.amount = units(12)}).value();
  EXPECT_EQ(made.effects.distribution, units(12));
  EXPECT_EQ(made.effects.unfunded, units(12));
  EXPECT_TRUE(made.printed.empty());
  EXPECT_EQ(made.date_printed, "2021-01-01");
}

TEST(RowCorrection, a_call_outside_the_commitment_stays_outside) {
  Transaction fee = call("2021-01-01", 10);
  fee.effects.unfunded = {};
  EXPECT_TRUE(corrected(fee, {.amount = units(11)})->effects.unfunded.zero());
}

TEST(RowCorrection, an_adjustment_keeps_its_meaning_under_another_amount) {
  const Transaction refund = corrected(call_rebalance("2021-01-01", 10), {.amount = units(7)}).value();
  EXPECT_EQ(refund.effects.paid_in, units(-7));
  EXPECT_EQ(refund.effects.lp_cash, units(7));
  const Transaction back = corrected(distribution_rebalance("2021-01-01", 10), {.amount = units(-4)}).value();
  EXPECT_EQ(back.effects.distribution, units(-4));
}

TEST(RowCorrection, asks_for_the_effect_when_it_does_not_follow) {
  EXPECT_EQ(field_of(corrected(call("2021-01-01", 10), {.kind = RowKind::adjustment})), "effect");
  EXPECT_EQ(field_of(corrected(call("2021-01-01", 10), {.kind = RowKind::distribution, .effect = RowEffect::recall})),
            "effect");
  EXPECT_EQ(field_of(entered_row({.kind = RowKind::adjustment, .date = day("2021-01-01"), .amount = units(1)})),
            "effect");
}

TEST(RowCorrection, names_what_is_missing) {
  EXPECT_EQ(field_of(entered_row({.kind = RowKind::capital_call, .amount = units(1)})), "date");
  EXPECT_EQ(field_of(entered_row({.kind = RowKind::capital_call, .date = day("2021-01-01")})), "amount");
  EXPECT_EQ(field_of(entered_row({.date = day("2021-01-01"), .amount = units(1)})), "kind");
  EXPECT_FALSE(corrected(call("2021-01-01", 10), {}).has_value());
  EXPECT_FALSE(corrected(call("2021-01-01", 10), {.amount = units(10)}).has_value());
}

TEST(RowCorrection, every_effect_has_a_name_that_finds_it) {
  for (const std::string_view name : kRowEffectNames) EXPECT_EQ(name_of(row_effect(name).value()), name);
  EXPECT_FALSE(row_effect("gift"));
}

RC_GTEST_PROP(RowCorrectionProperty, effects_are_always_consistent, ()) {
  const auto effect = static_cast<RowEffect>(*rc::gen::inRange(0, 10));
  const auto other = static_cast<RowEffect>(*rc::gen::inRange(0, 10));
  const Money amount = units(*rc::gen::inRange(-1000, 1000)), later = units(*rc::gen::inRange(-1000, 1000));
  const Transaction made = entered_row({.effect = effect, .date = day("2021-01-01"), .amount = amount}).value();
  RC_ASSERT(made.effects.consistent());
  RC_ASSERT(made.kind == kind_of(effect));
  for (const RowCorrection& change : {RowCorrection{.amount = later}, RowCorrection{.effect = other}}) {
    const auto again = corrected(made, change);
    if (again) RC_ASSERT(again->effects.consistent());
  }
}

}  // namespace
}  // namespace dossier::funds
