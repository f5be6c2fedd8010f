#include "desks/funds/ledger_store.h"

#include "base/limits.h"
#include "desks/funds/analysis_json.h"
#include "desks/funds/kept_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::desks::funds {
namespace {

using namespace dossier::funds::testing;
using dossier::funds::DocumentReading;
using dossier::funds::FlagCode;
using dossier::funds::Ledger;
using dossier::funds::RowKind;
using dossier::funds::RowStatus;

const DocumentId kFirst{1}, kSecond{2};

// Everything a document can say.
DocumentReading rich_document() {
  Ledger made = ledger("Tidewater II", "2024-06-30",
                       {call("2020-01-15", 100, "First \"close\"", "1"), distribution("2022-03-31", 40, "Income", true),
                        call_rebalance("2022-04-30", 10, "रक़म")});
  made.transactions[1].precision = DatePrecision::quarter;
  made.transactions[2].status = RowStatus::noticed;
  made.transactions[2].confidence = 0.7;
  made.transactions[2].recallable = std::nullopt;
  made.gp = "Tidewater Partners";
  made.vintage_year = 2019;
  made.commitment = printed(units(500), "$500");
  made.signs = {"Negative amounts are outflows.", true, false};
  made.statement_lines = {
      {"Contributions", units(1), std::nullopt, units(3), {.file = "report.pdf", .page = 3, .box = {1, 2, 3, 4.125}}}};
  set_nav(made, "2024-06-30", 77);
  made.reported.dpi = printed(0.39, "0.39x");
  made.reported.irr = printed(-0.125, "(12.5%)");
  made.reported.nav = printed(units(77), "77.0");
  made.reported.irr_not_meaningful = printed(std::string("n.m."), "n.m.");
  DocumentReading reading = document_of({made});
  reading.status = dossier::funds::ReadingStatus::partial;
  reading.flags = {
      {FlagCode::date_ambiguous, "day or month?", {.file = "report.pdf", .page = 2, .box = {0.1, 0.2, 0.3, 0.4}}}};
  reading.portfolio_rows = {{.name = "Inner",
                             .vintage_year = 2018,
                             .commitment = units(9),
                             .net_irr = 0.1,
                             .currency = *Currency::parse("JPY"),
                             .place = {.file = "report.pdf", .page = 4}}};
  return reading;
}

std::string shown(const DocumentReading& reading) {
  return analysis_json(dossier::funds::analyse({reading}));
}

class LedgerStoreTest : public testing::Test {
 protected:
  DocumentReading read(DocumentId document) {
    return kept.look([&](store::Session& s) { return read_document(s, document); }).value().value();
  }
  std::optional<FundId> fund_of_document(DocumentId document) {
    return kept.look([&](store::Session& s) { return fund_of(s, document); }).value();
  }
  void remove_document(DocumentId document) {
    kept.change([&](store::Transaction& t) { return kept.ledgers.remove_document(t, kept.clerk, document); }).value();
  }
  Result<TransactionId> correct(TransactionId row, dossier::funds::Transaction corrected) {
    return kept.change(
        [&](store::Transaction& t) { return kept.ledgers.correct_row(t, kept.clerk, row, corrected, "misread"); });
  }
  TransactionId row_id(FundId fund, std::size_t index) {
    return kept.snapshot(fund).ledger().transactions.at(index).id;
  }

  Kept kept;
};

TEST_F(LedgerStoreTest, a_document_comes_back_as_it_was_understood) {
  const DocumentReading given = rich_document();
  const CommittedReading committed = kept.commit(kFirst, given);
  EXPECT_EQ(committed.capital_calls, 1);
  EXPECT_EQ(committed.distributions, 1);
  EXPECT_EQ(committed.adjustments, 1);
  const DocumentReading found = read(kFirst);
  EXPECT_EQ(shown(found), shown(given));
  EXPECT_EQ(found.funds[0].signs.statement, given.funds[0].signs.statement);
  EXPECT_EQ(found.funds[0].reported.irr_not_meaningful->value, "n.m.");
  EXPECT_EQ(found.funds[0].nav_history[0].place.document, kFirst);
  EXPECT_EQ(found.funds[0].transactions[1].precision, DatePrecision::quarter);
  EXPECT_EQ(found.funds[0].transactions[2].date_printed, "2022-04-30");
}

TEST_F(LedgerStoreTest, the_fund_a_document_names_is_made_with_what_it_says_and_found_again) {
  const FundId fund = kept.commit(kFirst, rich_document()).funds.at(0);
  const Fund made = kept.snapshot(fund).fund;
  EXPECT_EQ(made.name, "Tidewater II");
  EXPECT_EQ(made.gp_name, "Tidewater Partners");
  EXPECT_EQ(made.currency.code(), "USD");
  EXPECT_EQ(kept.commit(kSecond, document_of({ledger("Tidewater Fund II", "2024-09-30", {})})).funds.at(0), fund);
  EXPECT_EQ(fund_of_document(kSecond), fund);
}

TEST_F(LedgerStoreTest, a_document_without_a_fund_name_gets_a_fund_called_after_the_file) {
  const FundId fund =
      kept.commit(kFirst, document_of({ledger("", "2024-06-30", {call("2020-01-15", 1)})}, "q2 notice.pdf")).funds[0];
  EXPECT_EQ(kept.snapshot(fund).fund.name, "q2 notice");
  EXPECT_EQ(kept.amounts(fund), std::vector<std::int64_t>{1});
}

TEST_F(LedgerStoreTest, the_given_fund_wins_and_a_document_that_names_another_is_flagged) {
  const FundId given = kept.create("Harbour I");
  kept.link(kFirst, given);
  EXPECT_EQ(fund_of_document(kFirst), given);
  const CommittedReading committed =
      kept.commit(kFirst, document_of({ledger("Tidewater II", "2024-06-30", {call("2020-01-15", 5)})}));
  EXPECT_EQ(committed.funds, std::vector<FundId>{given});
  ASSERT_EQ(committed.flags.size(), 1u);
  EXPECT_EQ(committed.flags[0].code, FlagCode::fund_mismatch);
  EXPECT_EQ(kept.snapshot(given).flags.size(), 1u);
  EXPECT_EQ(kept.snapshot(given).ledger().name, "Harbour I");
  EXPECT_EQ(kept.amounts(given), std::vector<std::int64_t>{5});
}

TEST_F(LedgerStoreTest, a_document_of_the_given_fund_by_another_spelling_is_not_flagged) {
  const FundId given = kept.create("TIDEWATER FUND II LP");
  kept.link(kFirst, given);
  EXPECT_TRUE(kept.commit(kFirst, document_of({ledger("Tidewater II", "2024-06-30", {})})).flags.empty());
}

TEST_F(LedgerStoreTest, a_document_of_several_funds_ignores_the_given_one_and_says_so) {
  const FundId given = kept.create("Harbour I");
  kept.link(kFirst, given);
  const CommittedReading committed =
      kept.commit(kFirst, document_of({ledger("Tidewater I", "2024-06-30", {call("2020-01-15", 1)}),
                                       ledger("Tidewater II", "2024-06-30", {call("2020-01-15", 2)})}));
  ASSERT_EQ(committed.funds.size(), 2u);
  EXPECT_EQ(kept.amounts(committed.funds[0]), std::vector<std::int64_t>{1});
  EXPECT_EQ(kept.amounts(committed.funds[1]), std::vector<std::int64_t>{2});
  EXPECT_TRUE(kept.amounts(given).empty());
  EXPECT_EQ(committed.flags.at(0).code, FlagCode::fund_mismatch);
}

TEST_F(LedgerStoreTest, linking_to_a_fund_that_is_not_there_fails) {
  const auto failed =
      kept.change([&](store::Transaction& t) { return kept.ledgers.link(t, kept.clerk, kFirst, FundId{9}); });
  EXPECT_EQ(failed.error().code, ErrorCode::not_found);
}

TEST_F(LedgerStoreTest, a_document_never_overrules_a_person) {
  const FundId fund = kept.commit(kFirst, rich_document()).funds.at(0);
  kept.change([&](store::Transaction& t) {
        return kept.ledgers.funds().change(t, kept.clerk, fund,
                                           {.gp_name = std::optional<std::string>(), .vintage_year = 2001});
      })
      .value();
  kept.commit(kSecond, rich_document());
  const LedgerSnapshot snapshot = kept.snapshot(fund);
  EXPECT_FALSE(snapshot.fund.gp_name);
  EXPECT_EQ(snapshot.fund.vintage_year, 2001);
  EXPECT_EQ(snapshot.ledger().vintage_year, 2001);
}

TEST_F(LedgerStoreTest, overlapping_documents_double_nothing_and_either_can_go) {
  const FundId fund =
      kept.commit(kFirst, document_of({ledger("T", "2024-03-31", {call("2020-01-15", 1), call("2021-01-15", 2)})}))
          .funds[0];
  kept.commit(kSecond, document_of({ledger("T", "2024-06-30", {call("2021-01-15", 2), call("2022-01-15", 3)})}));
  EXPECT_EQ(kept.amounts(fund), (std::vector<std::int64_t>{1, 2, 3}));
  remove_document(kFirst);
  EXPECT_EQ(kept.amounts(fund), (std::vector<std::int64_t>{2, 3}));
  remove_document(kSecond);
  EXPECT_TRUE(kept.amounts(fund).empty());
  EXPECT_FALSE(fund_of_document(kSecond));
}

TEST_F(LedgerStoreTest, reading_a_document_again_replaces_what_was_read_before) {
  const FundId fund = kept.commit(kFirst, document_of({ledger("T", "2024-03-31", {call("2020-01-15", 1)})})).funds[0];
  const WallTime before = kept.clock.wall();
  kept.commit(kFirst, document_of({ledger("T", "2024-03-31", {call("2020-01-15", 9)})}));
  EXPECT_EQ(kept.amounts(fund), std::vector<std::int64_t>{9});
  EXPECT_EQ(kept.amounts(fund, before), std::vector<std::int64_t>{1});
}

TEST_F(LedgerStoreTest, a_correction_supersedes_and_what_was_known_before_can_still_be_asked) {
  const FundId fund =
      kept.commit(kFirst, document_of({ledger("T", "2024-03-31", {call("2020-01-15", 1), call("2021-01-15", 2)})}))
          .funds[0];
  const WallTime before = kept.clock.wall();
  const TransactionId old = row_id(fund, 1);
  const TransactionId corrected = correct(old, call("2021-01-16", 20)).value();
  EXPECT_NE(corrected, old);
  EXPECT_EQ(kept.amounts(fund), (std::vector<std::int64_t>{1, 20}));
  EXPECT_EQ(kept.amounts(fund, before), (std::vector<std::int64_t>{1, 2}));
  EXPECT_TRUE(kept.amounts(fund, before - std::chrono::hours(1)).empty());
  EXPECT_EQ(correct(old, call("2021-01-16", 21)).error().code, ErrorCode::conflict);
  EXPECT_EQ(correct(TransactionId{999}, call("2021-01-16", 21)).error().code, ErrorCode::not_found);
}

TEST_F(LedgerStoreTest, a_correction_also_reaches_the_same_row_in_other_documents) {
  auto rows = [] { return std::vector{call("2020-01-15", 1), call("2020-01-15", 1), call("2021-01-15", 2)}; };
  const FundId fund = kept.commit(kFirst, document_of({ledger("T", "2024-03-31", rows())})).funds[0];
  kept.commit(kSecond, document_of({ledger("T", "2024-06-30", rows())}));
  auto notice = call("2020-01-10", 1);
  notice.status = RowStatus::noticed;
  kept.commit(DocumentId{3}, document_of({ledger("T", "2020-01-10", {notice})}));
  EXPECT_EQ(kept.amounts(fund), (std::vector<std::int64_t>{1, 1, 2}));
  correct(row_id(fund, 0), call("2020-01-15", 10)).value();
  EXPECT_EQ(kept.amounts(fund), (std::vector<std::int64_t>{10, 1, 2}));
  kept.change(
          [&](store::Transaction& t) { return kept.ledgers.remove_row(t, kept.clerk, row_id(fund, 2), "not ours"); })
      .value();
  EXPECT_EQ(kept.amounts(fund), (std::vector<std::int64_t>{10, 1}));
}

TEST_F(LedgerStoreTest, what_people_enter_is_never_merged_away) {
  const FundId fund = kept.commit(kFirst, document_of({ledger("T", "2024-03-31", {call("2020-01-15", 1)})})).funds[0];
  auto add = [&](FundId to) {
    return kept.change(
        [&](store::Transaction& t) { return kept.ledgers.add_row(t, kept.clerk, to, call("2020-01-15", 1)); });
  };
  const TransactionId added = add(fund).value();
  EXPECT_EQ(kept.amounts(fund), (std::vector<std::int64_t>{1, 1}));
  kept.change([&](store::Transaction& t) { return kept.ledgers.remove_row(t, kept.clerk, added, "twice"); }).value();
  EXPECT_EQ(kept.amounts(fund), std::vector<std::int64_t>{1});
  EXPECT_EQ(add(FundId{99}).error().code, ErrorCode::not_found);
}

TEST_F(LedgerStoreTest, a_deleted_fund_takes_its_ledger_and_leaves_its_documents_without_a_fund) {
  const FundId fund = kept.create("T");
  kept.link(kFirst, fund);
  kept.commit(kFirst, document_of({ledger("T", "2024-03-31", {call("2020-01-15", 1)})}));
  kept.change([&](store::Transaction& t) { return kept.ledgers.funds().remove(t, kept.clerk, fund); }).value();
  EXPECT_FALSE(fund_of_document(kFirst));
  EXPECT_TRUE(read(kFirst).funds.empty());
  EXPECT_EQ(kept.look([&](store::Session& s) { return read_snapshot(s, fund); }).error().code, ErrorCode::not_found);
}

TEST_F(LedgerStoreTest, documents_are_listed_by_the_fund_they_belong_to) {
  const FundId a = kept.create("A"), b = kept.create("B");
  kept.link(DocumentId{1}, a);
  kept.link(DocumentId{2}, b);
  kept.link(DocumentId{3}, a);
  kept.commit(DocumentId{3}, document_of({ledger("A", "2024-03-31", {}), ledger("B", "2024-03-31", {})}));
  auto listed = [&](FundId fund, std::int64_t skip, std::int64_t limit) {
    return kept.look([&](store::Session& s) { return documents_of(s, fund, skip, limit); }).value();
  };
  EXPECT_EQ(listed(a, 0, 10), (std::vector<DocumentId>{{1}, {3}}));
  EXPECT_EQ(listed(b, 0, 10), (std::vector<DocumentId>{{2}, {3}}));
  EXPECT_EQ(listed(b, 1, 10), std::vector<DocumentId>{{3}});
  EXPECT_TRUE(listed(b, 0, 0).empty());
}

TEST_F(LedgerStoreTest, rows_come_in_pages_of_one_kind) {
  const FundId fund = kept.commit(kFirst, document_of({ledger("T", "2024-03-31",
                                                              {call("2022-01-15", 3), call("2020-01-15", 1),
                                                               distribution("2020-06-15", 9), call("2021-01-15", 2)})}))
                          .funds[0];
  auto page = [&](std::int64_t skip, std::int64_t limit) {
    return kept.look([&](store::Session& s) { return read_rows(s, fund, RowKind::capital_call, skip, limit); }).value();
  };
  EXPECT_EQ(page(0, 2).total, 3);
  EXPECT_EQ(page(0, 2).items.size(), 2u);
  EXPECT_EQ(page(0, 2).items[0].row.amount, units(1));
  EXPECT_EQ(page(0, 2).items[0].recorded_at, kept.clock.wall());
  EXPECT_EQ(page(2, 2).items.at(0).row.amount, units(3));
  EXPECT_TRUE(page(9, 2).items.empty());
}

TEST_F(LedgerStoreTest, documents_in_two_currencies_stay_two_ledgers_the_funds_own_first) {
  Ledger dollars = ledger("T", "2024-03-31", {call("2020-01-15", 1)}),
         euros = ledger("T", "2024-06-30", {call("2020-01-15", 2)});
  euros.currency = *Currency::parse("EUR");
  const FundId fund = kept.commit(kFirst, document_of({dollars})).funds[0];
  kept.commit(kSecond, document_of({euros}));
  const LedgerSnapshot snapshot = kept.snapshot(fund);
  ASSERT_EQ(snapshot.ledgers.size(), 2u);
  EXPECT_EQ(snapshot.ledgers[0].currency.code(), "USD");
  EXPECT_EQ(snapshot.ledgers[1].transactions.at(0).amount, units(2));
}

TEST_F(LedgerStoreTest, an_amount_that_cannot_be_kept_is_refused_with_its_place_and_nothing_is_kept) {
  const auto refused = kept.change([&](store::Transaction& t) {
    auto row = call("2020-01-15", 1);
    row.amount = Money::of_minor(static_cast<Money::Minor>(limits::kAmountMinorMax) + 1);
    return kept.ledgers.commit_reading(t, kept.job, kFirst, document_of({ledger("T", "2024-03-31", {row})}));
  });
  EXPECT_EQ(refused.error().code, ErrorCode::too_large);
  EXPECT_EQ(refused.error().where, "report.pdf page 1");
  EXPECT_EQ(kept.look([](store::Session& s) { return FundStore::count(s); }).value(), 0);
}

}  // namespace
}  // namespace dossier::desks::funds
