#include "funds/reports/signs.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dossier::funds {
namespace {

DraftRow row(RowKind kind, const char* date, std::int64_t amount, std::string type = {}, std::string description = {}) {
  Transaction t{.kind = kind, .date = *Date::parse_iso(date)};
  t.amount = Money::of_major(amount);
  t.type = std::move(type);
  t.description = std::move(description);
  return {std::move(t), KindBy::title_or_type, 0, {}};
}

ReportedFigures printed(std::int64_t pic, double dpi) {
  ReportedFigures figures;
  figures.pic = Sourced<Money>{Money::of_major(pic), "", {}};
  figures.dpi = Sourced<double>{dpi, "", {}};
  return figures;
}

Money paid_in(const SettledLedger& ledger) {
  Money sum;
  for (const Transaction& t : ledger.transactions) sum += t.effects.paid_in;
  return sum;
}

const RowKind kCall = RowKind::capital_call;
const RowKind kDistribution = RowKind::distribution;
const RowKind kAdjustment = RowKind::adjustment;

TEST(SettleSigns, reads_an_adjustment_by_its_own_words) {
  auto ledger = settle_signs(
      {row(kCall, "2020-01-01", 1000),
       row(kAdjustment, "2020-06-01", 100, "Rebalance of Capital Call", "Refund of excess call to LPs"),
       row(kAdjustment, "2020-07-01", -50, "Rebalance of Distribution", "Refund by LPs of an overstated gain")},
      {}, {}, true, 2);
  EXPECT_EQ(ledger.transactions[1].effects,
            (Effects{Money::of_major(100), Money::of_major(-100), {}, Money::of_major(100), {}}));
  EXPECT_EQ(ledger.transactions[2].effects, (Effects{Money::of_major(-50), {}, Money::of_major(-50), {}, {}}));
}

TEST(SettleSigns, follows_the_convention_the_document_states) {
  std::vector<DraftRow> rows = {row(kCall, "2020-01-01", 1000),
                                row(kAdjustment, "2020-06-01", 100, "Contribution true-up")};
  auto by_cash = settle_signs(rows, {}, {"Positive = cash paid to LPs, negative = cash paid by LPs"}, true, 2);
  auto by_total = settle_signs(rows, {}, {"Adjustments in parentheses reduce the total they correct."}, true, 2);
  EXPECT_EQ(paid_in(by_cash), Money::of_major(900));
  EXPECT_EQ(paid_in(by_total), Money::of_major(1100));
  EXPECT_TRUE(by_cash.convention.settled_by_words);
}

TEST(SettleSigns, lets_the_printed_totals_decide_when_words_do_not) {
  auto ledger = settle_signs({row(kCall, "2020-01-01", 1000), row(kDistribution, "2021-01-01", 500),
                              row(kAdjustment, "2020-06-01", -100, "Recallable Distribution", "Recalled distribution")},
                             printed(900, 0.56), {}, true, 2);
  EXPECT_EQ(paid_in(ledger), Money::of_major(900));
  EXPECT_TRUE(ledger.convention.settled_by_totals);
  EXPECT_TRUE(ledger.flags.empty());
}

TEST(SettleSigns, says_so_when_no_reading_reproduces_the_totals) {
  auto ledger =
      settle_signs({row(kCall, "2020-01-01", 1000), row(kAdjustment, "2020-06-01", -100, "Contribution true-up")},
                   printed(777, 0.1), {}, true, 2);
  ASSERT_EQ(ledger.flags.size(), 1u);
  EXPECT_EQ(ledger.flags[0].code, FlagCode::sign_ambiguous);
  EXPECT_FALSE(ledger.convention.settled_by_totals);
}

TEST(SettleSigns, takes_the_commoner_sign_of_calls_as_their_direction) {
  auto ledger =
      settle_signs({row(kCall, "2020-01-01", -1000), row(kCall, "2020-02-01", -500), row(kCall, "2020-03-01", 200)}, {},
                   {}, true, 2);
  EXPECT_EQ(ledger.transactions[0].amount, Money::of_major(1000));
  EXPECT_EQ(ledger.transactions[2].amount, Money::of_major(-200));
  EXPECT_EQ(paid_in(ledger), Money::of_major(1300));
}

TEST(SettleSigns, lets_a_call_outside_the_commitment_leave_the_unfunded_alone) {
  auto ledger = settle_signs({row(kCall, "2020-01-01", 1000, "Fee call", "outside commitment")}, {}, {}, true, 2);
  EXPECT_EQ(ledger.transactions[0].effects.paid_in, Money::of_major(1000));
  EXPECT_TRUE(ledger.transactions[0].effects.unfunded.zero());
}

TEST(SettleSigns, moves_nothing_for_a_fee_waiver) {
  auto ledger = settle_signs({row(kCall, "2020-01-01", 1000), row(kAdjustment, "2020-06-01", 100, "Fee waiver")}, {},
                             {}, true, 2);
  EXPECT_EQ(ledger.transactions[1].effects, Effects{});
}

// Whatever the words, signs and printed figures: every row's cash follows from its effects.
RC_GTEST_PROP(SettleSigns, keeps_cash_and_effects_consistent, ()) {
  static const std::vector<std::string> kTypes = {"",
                                                  "Recall",
                                                  "True-up of contribution",
                                                  "Correction of distribution",
                                                  "Fee waiver",
                                                  "LP clawback",
                                                  "Refund to LP",
                                                  "Call",
                                                  "Equalisation"};
  std::vector<DraftRow> rows;
  for (int i = 0; i < 6; ++i) {
    auto kind = *rc::gen::element(kCall, kDistribution, kAdjustment);
    rows.push_back(row(kind, "2020-01-01", *rc::gen::inRange<std::int64_t>(-1000, 1000), *rc::gen::elementOf(kTypes)));
  }
  auto ledger = settle_signs(rows, printed(*rc::gen::inRange(0, 3000), 0.5), {}, true, 2);
  RC_ASSERT(ledger.transactions.size() == rows.size());
  for (const Transaction& t : ledger.transactions) RC_ASSERT(t.effects.consistent());
}

TEST(SettleSigns, believes_the_words_where_corrections_cancel_each_other) {
  auto ledger = settle_signs({row(kCall, "2020-01-01", 1000),
                              row(kAdjustment, "2020-06-01", -100, "Contribution true-up", "Call 1, year-end review"),
                              row(kAdjustment, "2020-07-01", 100, "Contribution true-up", "Refunded to LPs")},
                             printed(1000, 0), {}, true, 2);
  EXPECT_EQ(ledger.transactions[1].effects.paid_in, Money::of_major(100));
  EXPECT_EQ(ledger.transactions[2].effects.paid_in, Money::of_major(-100));
}

}  // namespace
}  // namespace dossier::funds
