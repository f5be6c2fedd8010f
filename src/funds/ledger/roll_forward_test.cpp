#include "funds/ledger/roll_forward.h"

#include <gtest/gtest.h>

namespace dossier::funds {
namespace {

StatementLine line(const char* words, std::int64_t qtd, std::int64_t itd) {
  return {.line = words, .qtd = Money::of_major(qtd), .itd = Money::of_major(itd), .place = {.page = 1}};
}

// A statement whose ending balances are these.
Ledger statement(std::int64_t ending_qtd, std::int64_t ending_itd) {
  Ledger ledger{.name = "Alder II", .currency = *Currency::parse("USD")};
  ledger.statement_lines = {line("Opening balance", 1'001, 0), line("Contributions", 103, 1'503),
                            line("Distributions", -51, -451), line("Ending capital balance", ending_qtd, ending_itd)};
  return ledger;
}

TEST(RollForward, says_nothing_of_a_statement_that_rolls_forward) {
  EXPECT_TRUE(roll_forward_flags(statement(1'053, 1'052)).empty());
}

TEST(RollForward, flags_the_column_that_does_not_at_its_ending_balance) {
  const auto flags = roll_forward_flags(statement(1'053, 1'092));
  ASSERT_EQ(flags.size(), 1u);
  EXPECT_EQ(flags[0].code, FlagCode::total_mismatch);
  EXPECT_EQ(flags[0].place.page, 1);
  EXPECT_EQ(flags[0].message,
            "since inception the lines of the statement come to $1,052, but Ending capital balance is printed as "
            "$1,092");
}

TEST(RollForward, allows_for_figures_that_are_printed_rounded) {
  EXPECT_TRUE(roll_forward_flags(statement(1'054, 1'052)).empty());
}

TEST(RollForward, doubts_its_own_reading_where_no_column_rolls_forward) {
  EXPECT_TRUE(roll_forward_flags(statement(2'053, 2'052)).empty());
}

TEST(RollForward, takes_no_subtotal_for_a_flow) {
  Ledger ledger = statement(1'053, 1'052);
  ledger.statement_lines.insert(ledger.statement_lines.begin() + 3, line("Net movement", 0, 1'052));
  EXPECT_TRUE(roll_forward_flags(ledger).empty());
}

TEST(RollForward, needs_both_balances) {
  Ledger ledger = statement(1'053, 1'092);
  ledger.statement_lines.pop_back();
  EXPECT_TRUE(roll_forward_flags(ledger).empty());
  EXPECT_TRUE(roll_forward_flags(Ledger{}).empty());
}

}  // namespace
}  // namespace dossier::funds
