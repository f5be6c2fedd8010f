#include "funds/ledger/merge.h"

#include <gtest/gtest.h>

namespace dossier::funds {
namespace {

Transaction call(const char* date, std::int64_t amount, RowStatus status = RowStatus::settled) {
  Transaction t{.kind = RowKind::capital_call, .date = *Date::parse_iso(date)};
  t.amount = Money::of_major(amount);
  t.status = status;
  return t;
}

DocumentReading document(std::string fund, const char* as_of, std::vector<Transaction> rows,
                         const char* currency = "USD") {
  Ledger ledger;
  ledger.name = std::move(fund);
  ledger.as_of = Date::parse_iso(as_of);
  ledger.currency = *Currency::parse(currency);
  ledger.transactions = std::move(rows);
  DocumentReading reading;
  reading.funds.push_back(std::move(ledger));
  return reading;
}

TEST(MergeLedgers, doubles_nothing_when_documents_overlap) {
  auto merged =
      merge_ledgers({document("Alder II, L.P.", "2023-12-31", {call("2021-01-01", 10), call("2022-01-01", 20)}),
                     document("Alder II LP", "2024-03-31", {call("2022-01-01", 20), call("2024-01-01", 30)})});
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].transactions.size(), 3u);
  EXPECT_EQ(merged[0].as_of->iso(), "2024-03-31");
}

TEST(MergeLedgers, keeps_two_equal_rows_of_one_document) {
  auto merged = merge_ledgers({document("Alder II", "2023-12-31", {call("2021-01-01", 10), call("2021-01-01", 10)}),
                               document("Alder II", "2024-03-31", {call("2021-01-01", 10), call("2021-01-01", 10)})});
  EXPECT_EQ(merged.at(0).transactions.size(), 2u);
}

TEST(MergeLedgers, lets_a_statement_confirm_a_notice) {
  auto merged = merge_ledgers({document("Alder II", "2023-12-31", {call("2023-05-17", 10, RowStatus::noticed)}),
                               document("Alder II", "2024-03-31", {call("2023-05-19", 10)})});
  ASSERT_EQ(merged.at(0).transactions.size(), 1u);
  EXPECT_EQ(merged[0].transactions[0].status, RowStatus::settled);
  EXPECT_EQ(merged[0].transactions[0].date.iso(), "2023-05-19");
}

TEST(MergeLedgers, lets_a_statement_of_the_very_day_confirm_a_notice) {
  auto notice = document("Alder II", "2023-12-31", {call("2023-05-17", 10, RowStatus::noticed)});
  auto statement = document("Alder II", "2024-03-31", {call("2023-05-17", 10)});
  for (const auto& order : {std::vector{notice, statement}, std::vector{statement, notice}}) {
    auto merged = merge_ledgers(order);
    ASSERT_EQ(merged.at(0).transactions.size(), 1u);
    EXPECT_EQ(merged[0].transactions[0].status, RowStatus::settled);
  }
}

TEST(MergeLedgers, confirms_of_two_equal_notices_the_nearer) {
  auto merged =
      merge_ledgers({document("Alder II", "2023-12-31",
                              {call("2023-05-10", 10, RowStatus::noticed), call("2023-05-19", 10, RowStatus::noticed)}),
                     document("Alder II", "2024-03-31", {call("2023-05-19", 10)})});
  ASSERT_EQ(merged.at(0).transactions.size(), 2u);
  EXPECT_EQ(merged[0].transactions[0].status, RowStatus::noticed);
  EXPECT_EQ(merged[0].transactions[1].status, RowStatus::settled);
}

TEST(MergeLedgers, counts_a_call_once_that_was_settled_with_another_amount_than_announced) {
  auto notice = document("Alder II", "2024-01-05", {call("2024-01-19", 300, RowStatus::noticed)});
  for (const char* day : {"2024-01-19", "2024-01-22"}) {
    auto merged = merge_ledgers({notice, document("Alder II", "2024-03-31", {call("2021-01-01", 10), call(day, 290)})});
    ASSERT_EQ(merged.at(0).transactions.size(), 2u) << day;
    EXPECT_EQ(merged[0].transactions[1].amount, Money::of_major(290));
    EXPECT_EQ(merged[0].transactions[1].status, RowStatus::settled);
    ASSERT_EQ(merged[0].restatements.size(), 1u);
    EXPECT_NE(merged[0].restatements[0].message.find("the statement counts"), std::string::npos);
  }
  auto late = merge_ledgers({document("Alder II", "2024-03-31", {call("2024-01-19", 290)}), notice});
  ASSERT_EQ(late.at(0).transactions.size(), 1u);
  EXPECT_EQ(late[0].transactions[0].amount, Money::of_major(290));
  EXPECT_EQ(late[0].restatements.size(), 1u);
}

TEST(MergeLedgers, keeps_an_announcement_that_no_row_of_a_statement_can_be) {
  auto notice = document("Alder II", "2024-01-05", {call("2024-01-19", 300, RowStatus::noticed)});
  auto stays = [&](const char* as_of, std::vector<Transaction> rows) {
    const std::size_t before = rows.size();
    auto merged = merge_ledgers({notice, document("Alder II", as_of, std::move(rows))});
    return merged.at(0).transactions.size() == before + 1 && merged[0].restatements.empty();
  };
  EXPECT_TRUE(stays("2024-01-15", {call("2024-01-10", 290)})) << "the statement ends before it was due";
  EXPECT_TRUE(stays("2024-03-31", {call("2024-01-22", 30)})) << "another day and a tenth of it";
  EXPECT_TRUE(stays("2024-03-31", {call("2024-01-17", 290), call("2024-01-22", 310)})) << "two that it may be";
  EXPECT_TRUE(stays("2024-03-31", {call("2024-03-01", 290)})) << "weeks later";
}

TEST(MergeLedgers, keeps_the_last_day_of_recall_that_only_the_notice_tells) {
  Transaction announced = call("2023-05-17", 10, RowStatus::noticed);
  announced.kind = RowKind::distribution;
  announced.recallable = true;
  announced.recallable_until = Date::parse_iso("2025-05-17");
  Transaction settled = announced;
  settled.status = RowStatus::settled;
  settled.recallable_until.reset();
  auto merged =
      merge_ledgers({document("Alder II", "2023-12-31", {announced}), document("Alder II", "2024-03-31", {settled})});
  ASSERT_EQ(merged.at(0).transactions.size(), 1u);
  EXPECT_EQ(merged[0].transactions[0].status, RowStatus::settled);
  EXPECT_EQ(merged[0].transactions[0].recallable_until, announced.recallable_until);
}

TEST(MergeLedgers, never_joins_other_funds_or_currencies) {
  EXPECT_EQ(merge_ledgers({document("Alder II", "2023-12-31", {}), document("Alder III", "2023-12-31", {})}).size(),
            2u);
  EXPECT_EQ(
      merge_ledgers({document("Alder II", "2023-12-31", {}), document("Alder II", "2023-12-31", {}, "EUR")}).size(),
      2u);
}

TEST(MergeLedgers, doubles_nothing_when_the_same_document_comes_twice) {
  auto once = document("Alder II", "2023-12-31", {call("2021-01-01", 10), call("2021-01-01", 10)});
  EXPECT_EQ(merge_ledgers({once, once}).at(0).transactions.size(), 2u);
}

TEST(MergeLedgers, joins_a_fund_that_was_renamed_where_the_report_says_so) {
  auto merged = merge_ledgers({document("Alder Growth Fund II, L.P.", "2023-12-31", {call("2021-01-01", 10)}),
                               document("Birch Growth Fund II, L.P. (formerly Alder Growth Fund II, L.P.)",
                                        "2024-03-31", {call("2021-01-01", 10), call("2024-01-01", 30)})});
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].transactions.size(), 2u);
}

TEST(MergeLedgers, joins_either_name_of_a_renamed_fund_in_any_order) {
  auto alder = document("Alder Growth II", "2023-12-31", {call("2021-01-01", 10)});
  auto birch = document("Birch Growth II", "2024-06-30", {call("2021-01-01", 10), call("2024-01-01", 30)});
  auto renaming = document("Birch Growth II (formerly Alder Growth II)", "2024-03-31", {call("2021-01-01", 10)});
  for (const auto& order : {std::vector{alder, renaming, birch}, std::vector{alder, birch, renaming},
                            std::vector{birch, renaming, alder}, std::vector{renaming, birch, alder}}) {
    auto merged = merge_ledgers(order);
    ASSERT_EQ(merged.size(), 1u);
    EXPECT_EQ(merged[0].transactions.size(), 2u);
  }
}

TEST(MergeLedgers, keeps_a_renamed_fund_apart_where_nothing_says_so) {
  EXPECT_EQ(merge_ledgers({document("Alder Growth II", "2023-12-31", {call("2021-01-01", 10)}),
                           document("Birch Growth II", "2024-03-31", {call("2021-01-01", 10)})})
                .size(),
            2u);
}

TEST(MergeLedgers, lets_the_later_report_restate_a_row_and_tells_so) {
  auto merged = merge_ledgers({document("Alder II", "2024-03-31", {call("2021-01-01", 12), call("2022-01-01", 20)}),
                               document("Alder II", "2023-12-31", {call("2021-01-01", 10), call("2022-01-01", 20)})});
  ASSERT_EQ(merged.at(0).transactions.size(), 2u);
  EXPECT_EQ(merged[0].transactions[0].amount, Money::of_major(12));
  ASSERT_EQ(merged[0].restatements.size(), 1u);
  EXPECT_EQ(merged[0].restatements[0].before, Money::of_major(10));
  EXPECT_NE(merged[0].restatements[0].message.find("the later report counts"), std::string::npos);
}

TEST(MergeLedgers, takes_rows_of_one_day_for_two_events_where_one_document_has_both) {
  auto merged = merge_ledgers({document("Alder II", "2023-12-31", {call("2021-01-01", 10)}),
                               document("Alder II", "2024-03-31", {call("2021-01-01", 10), call("2021-01-01", 12)})});
  EXPECT_EQ(merged.at(0).transactions.size(), 2u);
  EXPECT_TRUE(merged[0].restatements.empty());
}

TEST(MergeLedgers, lets_no_document_restate_what_a_person_said) {
  Transaction said = call("2021-01-01", 11);
  said.by_person = true;
  auto merged = merge_ledgers(
      {document("Alder II", "2023-12-31", {said}), document("Alder II", "2024-03-31", {call("2021-01-01", 12)})});
  ASSERT_EQ(merged.at(0).transactions.size(), 1u);
  EXPECT_EQ(merged[0].transactions[0].amount, Money::of_major(11));
  EXPECT_EQ(merged[0].restatements.size(), 1u);
}

TEST(MergeLedgers, tells_of_a_nav_that_was_restated) {
  auto older = document("Alder II", "2023-12-31", {}), newer = document("Alder II", "2024-03-31", {});
  older.funds[0].nav_history = {{*Date::parse_iso("2023-12-31"), Money::of_major(90)}};
  newer.funds[0].nav_history = {{*Date::parse_iso("2023-12-31"), Money::of_major(95)}};
  auto merged = merge_ledgers({older, newer});
  EXPECT_EQ(merged.at(0).nav_history.at(0).nav, Money::of_major(95));
  EXPECT_EQ(merged[0].restatements.at(0).before, Money::of_major(90));
}

TEST(SameFund, looks_past_legal_forms_and_not_past_numbers) {
  EXPECT_TRUE(same_fund("Alder Growth Fund II, L.P.", "ALDER GROWTH II LP"));
  EXPECT_FALSE(same_fund("Alder Growth Fund II", "Alder Growth Fund III"));
}

}  // namespace
}  // namespace dossier::funds
