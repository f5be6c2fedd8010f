#include "funds/ledger/entered_rows.h"

#include "funds/ledger/ledger_for_tests.h"
#include "funds/ledger/merge.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dossier::funds {
namespace {

using namespace testing;

Ledger with_entered(const std::vector<Ledger>& documents, const std::vector<EnteredRow>& entered) {
  std::vector<DocumentReading> readings;
  std::vector<const Ledger*> known;
  for (const Ledger& document : documents) {
    readings.emplace_back().funds.push_back(document);
    known.push_back(&document);
  }
  std::vector<Ledger> merged = merge_ledgers(readings);
  if (merged.empty()) merged.emplace_back();
  add_entered_rows(merged.front(), known, entered);
  return merged.front();
}

TEST(EnteredRows, stand_beside_what_was_seen_when_they_were_entered) {
  const Ledger document = ledger("T", "2024-03-31", {call("2020-01-15", 1)});
  EXPECT_EQ(with_entered({document}, {{call("2020-01-15", 1), 1}}).transactions.size(), 2u);
}

TEST(EnteredRows, are_confirmed_by_a_later_document_and_take_its_place) {
  const Ledger document = ledger("T", "2024-03-31", {call("2020-01-15", 1)});
  const Ledger all = with_entered({document}, {{call("2020-01-15", 1, "wired"), 0}});
  ASSERT_EQ(all.transactions.size(), 1u);
  EXPECT_EQ(all.transactions[0].description, "wired");
  EXPECT_EQ(all.transactions[0].place.page, 1);
}

TEST(EnteredRows, an_entered_notice_gives_way_to_its_statement) {
  Transaction notice = call("2020-01-10", 1);
  notice.status = RowStatus::noticed;
  const Ledger all = with_entered({ledger("T", "2024-03-31", {call("2020-01-15", 1)})}, {{notice, 0}});
  ASSERT_EQ(all.transactions.size(), 1u);
  EXPECT_EQ(all.transactions[0].status, RowStatus::settled);
  EXPECT_EQ(all.transactions[0].date, day("2020-01-15"));
}

// With b equal rows in the documents before, h entered ones and a in a later document: a person's rows come on top of
// what was seen, and the later document tells of all of them.
RC_GTEST_PROP(EnteredRowsProperty, as_many_as_were_seen_and_entered_or_as_a_later_document_tells, ()) {
  const auto b = *rc::gen::inRange<std::size_t>(0, 4), h = *rc::gen::inRange<std::size_t>(0, 4),
             a = *rc::gen::inRange<std::size_t>(0, 6);
  const auto rows = [](std::size_t count) { return std::vector<Transaction>(count, call("2020-01-15", 1)); };
  const std::vector<EnteredRow> entered(h, {call("2020-01-15", 1), 1});
  const Ledger all = with_entered({ledger("T", "2024-03-31", rows(b)), ledger("T", "2024-06-30", rows(a))}, entered);
  RC_ASSERT(all.transactions.size() == std::max(b + h, a));
}

}  // namespace
}  // namespace dossier::funds
