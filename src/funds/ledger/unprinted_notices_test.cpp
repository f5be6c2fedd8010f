#include "funds/ledger/unprinted_notices.h"

#include "funds/ledger/analysis.h"
#include "funds/ledger/ledger_for_tests.h"
#include "funds/ledger/merge.h"

#include <gtest/gtest.h>

namespace dossier::funds {
namespace {

using namespace testing;

DocumentReading document(const char* file, const char* as_of, std::vector<Transaction> rows) {
  DocumentReading reading{.file = file};
  reading.funds.push_back(ledger("Alder II", as_of, std::move(rows)));
  for (Transaction& row : reading.funds[0].transactions) row.place.file = file;
  return reading;
}

Transaction announced(Transaction row) {
  row.status = RowStatus::noticed;
  return row;
}

// A call of 300 for 19 January 2024, and a report without it.
std::vector<DocumentReading> notice_and(DocumentReading statement) {
  return {document("notice.pdf", "2024-01-05", {announced(call("2024-01-19", 300))}), std::move(statement)};
}

std::vector<Flag> flags_after(DocumentReading statement) {
  return flags_of_merging(merge_ledgers(notice_and(std::move(statement))).at(0));
}

TEST(UnprintedNotices, are_flagged_at_the_notice_and_said_beside_what_they_count_in) {
  for (bool turned : {false, true}) {
    auto documents = notice_and(document("q1.pdf", "2024-03-31", {call("2021-01-15", 100)}));
    if (turned) std::swap(documents[0], documents[1]);
    const Analysis made = analyse(documents);
    const auto& notice = made.documents[turned ? 1 : 0];
    ASSERT_EQ(notice.flags.size(), 1u);
    EXPECT_EQ(notice.flags[0].code, FlagCode::notice_unprinted);
    EXPECT_NE(notice.flags[0].message.find("$300 announced for 19 January 2024"), std::string::npos);
    EXPECT_NE(notice.flags[0].message.find("that of 31 March 2024"), std::string::npos);
    EXPECT_EQ(notice.flags[0].place, notice.funds[0].transactions[0].place);
    EXPECT_TRUE(made.documents[turned ? 0 : 1].flags.empty());
    const MetricValue& pic = made.funds[0].metrics[Metric::pic];
    EXPECT_EQ(pic.money, units(400));
    EXPECT_NE(pic.note.find("$300 of it (1 row) was only announced"), std::string::npos) << pic.note;
  }
}

TEST(UnprintedNotices, are_none_where_the_statement_prints_them_or_says_another_amount) {
  EXPECT_TRUE(
      flags_after(document("q1.pdf", "2024-03-31", {call("2021-01-15", 100), call("2024-01-22", 300)})).empty());
  const auto flags = flags_after(document("q1.pdf", "2024-03-31", {call("2021-01-15", 100), call("2024-01-19", 290)}));
  ASSERT_EQ(flags.size(), 1u);
  EXPECT_EQ(flags[0].code, FlagCode::restated);
}

TEST(UnprintedNotices, wait_until_a_late_payment_would_be_printed) {
  EXPECT_TRUE(flags_after(document("jan.pdf", "2024-01-31", {call("2021-01-15", 100)})).empty());
  EXPECT_EQ(flags_after(document("feb.pdf", "2024-02-02", {call("2021-01-15", 100)})).size(), 1u);
}

TEST(UnprintedNotices, are_left_alone_by_a_statement_that_does_not_cover_the_day) {
  EXPECT_TRUE(flags_after(document("q2.pdf", "2024-06-30", {call("2024-05-02", 80)})).empty()) << "begins later";
  EXPECT_TRUE(flags_after(document("q2.pdf", "2024-06-30", {distribution("2021-05-02", 80)})).empty())
      << "another kind";
  EXPECT_TRUE(flags_after(document("q2.pdf", "2024-06-30", {})).empty()) << "no rows at all";
  EXPECT_TRUE(flags_after(document("q4.pdf", "2023-12-31", {call("2021-01-15", 100)})).empty()) << "older";
}

TEST(UnprintedNotices, are_found_by_a_statement_whose_rows_come_to_its_total_since_inception) {
  DocumentReading later = document("q2.pdf", "2024-06-30", {call("2024-05-02", 80)});
  later.funds[0].reported.total_calls = printed(units(80), "$80");
  EXPECT_EQ(flags_after(later).size(), 1u);
  later.funds[0].reported.total_calls = printed(units(380), "$380");
  EXPECT_TRUE(flags_after(later).empty());
}

TEST(UnprintedNotices, name_the_first_such_statement_whichever_came_first) {
  auto documents = notice_and(document("q2.pdf", "2024-06-30", {call("2021-01-15", 100)}));
  documents.push_back(document("q1.pdf", "2024-03-31", {call("2021-01-15", 100)}));
  EXPECT_EQ(flags_of_merging(merge_ledgers(documents).at(0)).at(0).message,
            flags_after(document("q1.pdf", "2024-03-31", {call("2021-01-15", 100)})).at(0).message);
}

}  // namespace
}  // namespace dossier::funds
