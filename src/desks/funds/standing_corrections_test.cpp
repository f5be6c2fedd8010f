#include "desks/funds/kept_for_tests.h"
#include "funds/ledger/metrics.h"

#include <gtest/gtest.h>

namespace dossier::desks::funds {
namespace {

using namespace dossier::funds::testing;
using dossier::funds::FlagCode;
using dossier::funds::Metric;

const DocumentId kFirst{1}, kSecond{2}, kThird{3};

class StandingCorrections : public testing::Test {
 protected:
  CommittedReading commit(DocumentId document, const char* as_of, std::vector<dossier::funds::Transaction> rows) {
    return kept.commit(document, document_of({ledger("T", as_of, std::move(rows))}));
  }
  TransactionId correct(FundId fund, std::size_t index, const dossier::funds::Transaction& to) {
    const TransactionId row = kept.snapshot(fund).ledger().transactions.at(index).id;
    return kept
        .change([&](store::Transaction& t) { return kept.ledgers.correct_row(t, kept.clerk, row, to, "misread"); })
        .value();
  }
  void remove(FundId fund, std::size_t index) {
    const TransactionId row = kept.snapshot(fund).ledger().transactions.at(index).id;
    kept.change([&](store::Transaction& t) { return kept.ledgers.remove_row(t, kept.clerk, row, "not ours"); }).value();
  }
  void remove_document(DocumentId document) {
    kept.change([&](store::Transaction& t) { return kept.ledgers.remove_document(t, kept.clerk, document); }).value();
  }
  using Amounts = std::vector<std::int64_t>;

  Kept kept;
};

TEST_F(StandingCorrections, a_later_report_with_the_corrected_figure_adds_no_row) {
  const FundId fund = commit(kFirst, "2024-03-31", {call("2020-01-15", 1)}).funds[0];
  correct(fund, 0, call("2020-01-15", 10));
  EXPECT_TRUE(commit(kSecond, "2024-06-30", {call("2020-01-15", 10)}).flags.empty());
  EXPECT_EQ(kept.amounts(fund), Amounts{10});
}

TEST_F(StandingCorrections, a_later_report_with_the_old_figure_is_flagged_and_resurrects_nothing) {
  const FundId fund = commit(kFirst, "2024-03-31", {call("2020-01-15", 1)}).funds[0];
  correct(fund, 0, call("2020-01-16", 10));
  const CommittedReading later = commit(kSecond, "2024-06-30", {call("2020-01-15", 1), call("2021-01-15", 2)});
  EXPECT_EQ(kept.amounts(fund), (Amounts{10, 2}));
  ASSERT_EQ(later.flags.size(), 1u);
  EXPECT_EQ(later.flags[0].code, FlagCode::corrected_before);
  EXPECT_EQ(later.flags[0].place.page, 1);
  EXPECT_NE(later.flags[0].message.find("misread"), std::string::npos);
}

TEST_F(StandingCorrections, a_removed_row_does_not_come_back_either) {
  const FundId fund = commit(kFirst, "2024-03-31", {call("2020-01-15", 1), call("2021-01-15", 2)}).funds[0];
  remove(fund, 0);
  EXPECT_EQ(commit(kSecond, "2024-06-30", {call("2020-01-15", 1), call("2021-01-15", 2)}).flags.size(), 1u);
  EXPECT_EQ(kept.amounts(fund), Amounts{2});
  EXPECT_EQ(commit(kThird, "2024-09-30", {call("2020-01-15", 1), call("2020-01-15", 1)}).flags.size(), 1u);
  EXPECT_EQ(kept.amounts(fund), (Amounts{1, 2}));
}

TEST_F(StandingCorrections, only_as_many_rows_as_were_corrected_are_repeats) {
  auto two = [] { return std::vector{call("2020-01-15", 1), call("2020-01-15", 1)}; };
  const FundId fund = commit(kFirst, "2024-03-31", two()).funds[0];
  correct(fund, 0, call("2020-01-15", 10));
  EXPECT_EQ(commit(kSecond, "2024-06-30", two()).flags.size(), 1u);
  EXPECT_EQ(kept.amounts(fund), (Amounts{10, 1}));
  EXPECT_TRUE(commit(kThird, "2024-09-30", {call("2020-01-15", 1), call("2020-01-15", 10)}).flags.empty());
  EXPECT_EQ(kept.amounts(fund), (Amounts{10, 1}));
}

TEST_F(StandingCorrections, hold_when_the_documents_they_were_made_in_go) {
  const FundId fund = commit(kFirst, "2024-03-31", {call("2020-01-15", 1)}).funds[0];
  commit(kSecond, "2024-06-30", {call("2020-01-15", 1)});
  correct(fund, 0, call("2020-01-15", 10));
  remove_document(kFirst);
  EXPECT_EQ(kept.amounts(fund), Amounts{10});
  EXPECT_EQ(kept.snapshot(fund).ledger().transactions[0].place.document, kSecond);
  correct(fund, 0, call("2020-01-15", 11));
  EXPECT_EQ(kept.amounts(fund), Amounts{11});
  remove_document(kSecond);
  EXPECT_TRUE(kept.amounts(fund).empty());
  EXPECT_EQ(commit(kThird, "2024-06-30", {call("2020-01-15", 1)}).flags.size(), 1u);
  EXPECT_EQ(kept.amounts(fund), Amounts{11});
}

TEST_F(StandingCorrections, hold_when_the_same_document_is_read_again) {
  const FundId fund = commit(kFirst, "2024-03-31", {call("2020-01-15", 1)}).funds[0];
  correct(fund, 0, call("2020-01-15", 10));
  commit(kFirst, "2024-03-31", {call("2020-01-15", 1)});
  EXPECT_EQ(kept.amounts(fund), Amounts{10});
}

TEST_F(StandingCorrections, old_rows_say_who_put_what_in_their_place_and_why) {
  const FundId fund = commit(kFirst, "2024-03-31", {call("2020-01-15", 1)}).funds[0];
  const TransactionId now = correct(fund, 0, call("2020-01-15", 10));
  const LedgerSnapshot snapshot = kept.snapshot(fund);
  const auto before = snapshot.rows.predecessors(now);
  ASSERT_EQ(before.size(), 1u);
  EXPECT_EQ(before[0]->row.amount, units(1));
  EXPECT_EQ(before[0]->superseded_who, "clerk");
  EXPECT_EQ(before[0]->superseded_why, "misread");
  EXPECT_EQ(snapshot.rows.find(now)->recorded_by, "clerk");
}

TEST_F(StandingCorrections, an_entered_row_that_a_later_report_prints_is_one_row_also_after_its_correction) {
  const FundId fund = kept.create("T");
  const TransactionId added = kept.change([&](store::Transaction& t) {
                                    return kept.ledgers.add_row(t, kept.clerk, fund, call("2020-01-15", 1));
                                  })
                                  .value();
  commit(kFirst, "2024-03-31", {call("2020-01-15", 1)});
  EXPECT_EQ(kept.amounts(fund), Amounts{1});
  EXPECT_EQ(kept.snapshot(fund).ledger().transactions[0].id, added);
  correct(fund, 0, call("2020-01-15", 3));
  EXPECT_EQ(kept.amounts(fund), Amounts{3});
}

TEST_F(StandingCorrections, an_entered_nav_stands_above_documents_and_a_later_other_one_is_flagged) {
  const FundId fund = commit(kFirst, "2024-03-31", {call("2020-01-15", 100)}).funds[0];
  const NewFigure nav{EnteredName::nav, day("2024-03-31"), units(120), "from the administrator"};
  const auto enter = [&](const NewFigure& figure) {
    return kept.change([&](store::Transaction& t) { return kept.ledgers.enter_figure(t, kept.clerk, fund, figure); });
  };
  const EnteredFigureId first = enter(nav).value();
  const auto tvpi = [&] { return compute_metrics(kept.snapshot(fund).ledger())[Metric::tvpi].number; };
  EXPECT_DOUBLE_EQ(tvpi().value(), 1.2);
  EXPECT_EQ(enter(nav).error().code, ErrorCode::conflict);
  EXPECT_EQ(enter(nav).error().where, "replaces");
  auto report = ledger("T", "2024-03-31", {call("2020-01-15", 100)});
  set_nav(report, "2024-03-31", 130);
  EXPECT_EQ(kept.commit(kSecond, document_of({report})).flags.at(0).code, FlagCode::entered_differs);
  EXPECT_DOUBLE_EQ(tvpi().value(), 1.2);
  const WallTime before = kept.clock.wall();
  const EnteredFigureId second = enter({EnteredName::nav, nav.date, units(125), "final", first}).value();
  EXPECT_DOUBLE_EQ(tvpi().value(), 1.25);
  EXPECT_DOUBLE_EQ(*compute_metrics(kept.snapshot(fund, before).ledger())[Metric::tvpi].number, 1.2);
  kept.change([&](store::Transaction& t) { return kept.ledgers.withdraw_figure(t, kept.clerk, fund, second, "wrong"); })
      .value();
  EXPECT_DOUBLE_EQ(tvpi().value(), 1.3);
}

TEST_F(StandingCorrections, a_commitment_holds_from_its_day_on) {
  const FundId fund = commit(kFirst, "2024-03-31", {call("2020-01-15", 100)}).funds[0];
  kept.change([&](store::Transaction& t) {
        return kept.ledgers.enter_figure(t, kept.clerk, fund,
                                         {EnteredName::commitment, day("2021-01-01"), units(500), "side letter"});
      })
      .value();
  const auto snapshot = kept.snapshot(fund);
  EXPECT_EQ(compute_metrics(snapshot.ledger())[Metric::unfunded].money, units(400));
  EXPECT_FALSE(compute_metrics(snapshot.ledger(), day("2020-12-31"))[Metric::commitment].known());
}

TEST_F(StandingCorrections, a_flag_is_resolved_once_and_says_by_whom) {
  dossier::funds::DocumentReading reading = document_of({ledger("T", "2024-03-31", {call("2020-01-15", 1)})});
  reading.flags = {{FlagCode::row_unread, "a line", {.file = "report.pdf", .page = 1}}};
  const FundId fund = kept.commit(kFirst, reading).funds[0];
  ASSERT_EQ(kept.snapshot(fund).flags.size(), 1u);
  const auto resolve = [&] {
    return kept.change(
        [&](store::Transaction& t) { return kept.ledgers.resolve_flag(t, kept.clerk, FlagId{1}, "fine"); });
  };
  resolve().value();
  EXPECT_TRUE(kept.snapshot(fund).flags.empty());
  EXPECT_EQ(resolve().error().code, ErrorCode::conflict);
}

}  // namespace
}  // namespace dossier::desks::funds
