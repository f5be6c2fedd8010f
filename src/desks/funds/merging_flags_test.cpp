#include "desks/funds/flags.h"
#include "desks/funds/kept_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::desks::funds {
namespace {

using namespace dossier::funds::testing;
using dossier::funds::DocumentReading;
using dossier::funds::FlagCode;

const DocumentId kOlder{1}, kNewer{2}, kThird{3};

DocumentReading notice_of(const char* due, std::int64_t amount) {
  dossier::funds::Ledger made = ledger("Tidewater II", "2023-02-01", {call(due, amount, "noticed")});
  made.transactions[0].place.file = "notice.pdf";
  made.transactions[0].status = dossier::funds::RowStatus::noticed;
  return document_of({made}, "notice.pdf");
}

DocumentReading report_of(const char* file, const char* as_of, std::int64_t first_call, std::int64_t nav = 0) {
  dossier::funds::Ledger made =
      ledger("Tidewater II", as_of, {call("2020-01-15", first_call, "", "1"), call("2021-01-15", 200, "", "2")});
  for (auto& row : made.transactions) row.place.file = file;
  if (nav != 0) set_nav(made, "2023-12-31", nav);
  return document_of({made}, file);
}

class MergingFlags : public testing::Test {
 protected:
  std::vector<KeptFlag> flags(FlagState state = FlagState::open) {
    return kept.look([&](store::Session& s) { return read_flags(s, {.state = state}, 0, 100); }).value().items;
  }
  void resolve(FlagId flag) {
    kept.change([&](store::Transaction& t) { return kept.ledgers.resolve_flag(t, kept.clerk, flag, "seen"); }).value();
  }
  void remove(DocumentId document) {
    kept.change([&](store::Transaction& t) { return kept.ledgers.remove_document(t, kept.clerk, document); }).value();
  }

  void remove_row(FundId fund, std::size_t index) {
    const TransactionId row = kept.snapshot(fund).ledger().transactions.at(index).id;
    kept.change([&](store::Transaction& t) { return kept.ledgers.remove_row(t, kept.clerk, row, "never called"); })
        .value();
  }

  Kept kept;
};

TEST_F(MergingFlags, stand_at_the_figure_that_counts_and_name_the_other_document) {
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100));
  const CommittedReading newer = kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 110));
  ASSERT_EQ(newer.flags.size(), 1u);
  EXPECT_EQ(newer.flags[0].code, FlagCode::restated);
  ASSERT_EQ(flags().size(), 1u);
  const dossier::funds::Flag flag = flags()[0].flag;
  EXPECT_EQ(flag.place.document, kNewer);
  EXPECT_EQ(flag.place.box, report_of("q1.pdf", "2024-03-31", 110).funds[0].transactions[0].place.box);
  EXPECT_NE(flag.message.find("$100 in q4.pdf page 1"), std::string::npos) << flag.message;
}

TEST_F(MergingFlags, stand_in_the_newer_report_even_when_the_older_one_comes_last) {
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 110));
  EXPECT_TRUE(kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100)).flags.empty());
  ASSERT_EQ(flags().size(), 1u);
  EXPECT_EQ(flags()[0].flag.place.document, kNewer);
}

TEST_F(MergingFlags, tell_of_a_nav_that_was_restated) {
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100, 500));
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 100, 480));
  ASSERT_EQ(flags().size(), 1u);
  EXPECT_NE(flags()[0].flag.message.find("NAV"), std::string::npos);
}

TEST_F(MergingFlags, are_none_where_documents_agree) {
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100, 500));
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 100, 500));
  EXPECT_TRUE(flags(FlagState::all).empty());
}

TEST_F(MergingFlags, stay_resolved_while_the_same_two_figures_stand) {
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100));
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 110));
  resolve(flags().at(0).id);
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100));  // read again
  kept.commit(kThird, report_of("q2.pdf", "2024-06-30", 110));
  EXPECT_TRUE(flags().empty());
}

TEST_F(MergingFlags, are_resolved_by_themselves_when_the_other_document_is_removed_and_come_back_with_it) {
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100));
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 110));
  remove(kOlder);
  EXPECT_TRUE(flags().empty());
  EXPECT_EQ(flags(FlagState::resolved).at(0).resolution, "the documents no longer print it differently");
  kept.commit(kThird, report_of("q4.pdf", "2023-12-31", 100));
  EXPECT_EQ(flags().size(), 1u);
}

TEST_F(MergingFlags, stand_at_the_new_figure_where_what_a_person_said_counts) {
  const CommittedReading older = kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100));
  const TransactionId row = kept.snapshot(older.funds.at(0)).ledger().transactions.at(0).id;
  kept.change([&](store::Transaction& t) {
        return kept.ledgers.correct_row(t, kept.clerk, row, call("2020-01-15", 105, "", "1"), "misread");
      })
      .value();
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 110));
  ASSERT_EQ(flags().size(), 1u);
  EXPECT_EQ(flags()[0].flag.place.document, kNewer);
  EXPECT_NE(flags()[0].flag.message.find("what a person said counts"), std::string::npos);
}

TEST_F(MergingFlags, leave_a_document_of_several_funds_its_other_flags) {
  DocumentReading both = report_of("both.pdf", "2024-03-31", 110);
  both.funds.push_back(report_of("both.pdf", "2024-03-31", 70).funds[0]);
  both.funds[1].name = "Larkspur IV";
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100));
  kept.commit(kNewer, both);
  ASSERT_EQ(flags().size(), 1u);
  DocumentReading other = report_of("other.pdf", "2023-12-31", 60);
  other.funds[0].name = "Larkspur IV";
  kept.commit(kThird, other);
  EXPECT_EQ(flags().size(), 2u);
}

TEST_F(MergingFlags, tell_of_an_announced_call_that_a_later_report_does_not_print) {
  EXPECT_TRUE(kept.commit(kOlder, notice_of("2023-02-15", 50)).flags.empty());
  EXPECT_TRUE(kept.commit(kNewer, report_of("q4.pdf", "2023-12-31", 100)).flags.empty()) << "none in the report";
  ASSERT_EQ(flags().size(), 1u);
  EXPECT_EQ(flags()[0].flag.code, FlagCode::notice_unprinted);
  EXPECT_EQ(flags()[0].flag.place.document, kOlder);
  kept.commit(kThird, report_of("q1.pdf", "2024-03-31", 100));
  EXPECT_EQ(flags(FlagState::all).size(), 1u) << "told once, not by every report";
  resolve(flags()[0].id);
  kept.commit(DocumentId{4}, report_of("q2.pdf", "2024-06-30", 100));
  EXPECT_TRUE(flags().empty());
}

TEST_F(MergingFlags, tell_of_it_when_the_notice_comes_after_the_report) {
  kept.commit(kNewer, report_of("q4.pdf", "2023-12-31", 100));
  const CommittedReading notice = kept.commit(kOlder, notice_of("2023-02-15", 50));
  ASSERT_EQ(notice.flags.size(), 1u);
  EXPECT_EQ(notice.flags[0].code, FlagCode::notice_unprinted);
}

TEST_F(MergingFlags, are_resolved_by_themselves_when_a_report_prints_what_was_announced) {
  kept.commit(kOlder, notice_of("2023-02-15", 50));
  kept.commit(kNewer, report_of("q4.pdf", "2023-12-31", 100));
  DocumentReading later = report_of("q1.pdf", "2024-03-31", 100);
  later.funds[0].transactions.push_back(call("2023-02-20", 50));
  kept.commit(kThird, later);
  EXPECT_TRUE(flags().empty());
  EXPECT_EQ(flags(FlagState::resolved).at(0).resolution, "it is announced no longer, or a statement prints it");
}

TEST_F(MergingFlags, are_resolved_by_themselves_when_a_person_removes_the_row) {
  const FundId fund = kept.commit(kOlder, notice_of("2023-02-15", 50)).funds.at(0);
  kept.commit(kNewer, report_of("q4.pdf", "2023-12-31", 100));
  EXPECT_EQ(kept.amounts(fund), (std::vector<std::int64_t>{100, 200, 50}));
  remove_row(fund, 2);
  EXPECT_EQ(kept.amounts(fund), (std::vector<std::int64_t>{100, 200}));
  EXPECT_TRUE(flags().empty());
}

}  // namespace
}  // namespace dossier::desks::funds
