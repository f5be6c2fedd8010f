#include "desks/funds/flags.h"
#include "desks/funds/kept_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::desks::funds {
namespace {

using namespace dossier::funds::testing;
using dossier::funds::DocumentReading;
using dossier::funds::FlagCode;

const DocumentId kOlder{1}, kNewer{2}, kThird{3};

DocumentReading report_of(const char* file, const char* as_of, std::int64_t first_call, std::int64_t nav = 0) {
  dossier::funds::Ledger made =
      ledger("Tidewater II", as_of, {call("2020-01-15", first_call, "", "1"), call("2021-01-15", 200, "", "2")});
  for (auto& row : made.transactions) row.place.file = file;
  if (nav != 0) set_nav(made, "2023-12-31", nav);
  return document_of({made}, file);
}

class RestatedFlags : public testing::Test {
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

  Kept kept;
};

TEST_F(RestatedFlags, stand_at_the_figure_that_counts_and_name_the_other_document) {
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

TEST_F(RestatedFlags, stand_in_the_newer_report_even_when_the_older_one_comes_last) {
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 110));
  EXPECT_TRUE(kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100)).flags.empty());
  ASSERT_EQ(flags().size(), 1u);
  EXPECT_EQ(flags()[0].flag.place.document, kNewer);
}

TEST_F(RestatedFlags, tell_of_a_nav_that_was_restated) {
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100, 500));
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 100, 480));
  ASSERT_EQ(flags().size(), 1u);
  EXPECT_NE(flags()[0].flag.message.find("NAV"), std::string::npos);
}

TEST_F(RestatedFlags, are_none_where_documents_agree) {
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100, 500));
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 100, 500));
  EXPECT_TRUE(flags(FlagState::all).empty());
}

TEST_F(RestatedFlags, stay_resolved_while_the_same_two_figures_stand) {
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100));
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 110));
  resolve(flags().at(0).id);
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100));  // read again
  kept.commit(kThird, report_of("q2.pdf", "2024-06-30", 110));
  EXPECT_TRUE(flags().empty());
}

TEST_F(RestatedFlags, are_resolved_by_themselves_when_the_other_document_is_removed_and_come_back_with_it) {
  kept.commit(kOlder, report_of("q4.pdf", "2023-12-31", 100));
  kept.commit(kNewer, report_of("q1.pdf", "2024-03-31", 110));
  remove(kOlder);
  EXPECT_TRUE(flags().empty());
  EXPECT_EQ(flags(FlagState::resolved).at(0).resolution, "the documents no longer print it differently");
  kept.commit(kThird, report_of("q4.pdf", "2023-12-31", 100));
  EXPECT_EQ(flags().size(), 1u);
}

TEST_F(RestatedFlags, stand_at_the_new_figure_where_what_a_person_said_counts) {
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

TEST_F(RestatedFlags, leave_a_document_of_several_funds_its_other_flags) {
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

}  // namespace
}  // namespace dossier::desks::funds
