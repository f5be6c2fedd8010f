#include "funds/ledger/recall_rights.h"

#include "funds/ledger/ledger_for_tests.h"
#include "funds/ledger/metrics.h"

#include <gtest/gtest.h>

namespace dossier::funds {
namespace {

using namespace testing;

Transaction recallable_until(const char* date, std::int64_t amount, const char* until) {
  Transaction made = distribution(date, amount, "Return of Capital", true);
  made.recallable_until = day(until);
  return made;
}

Transaction recall(const char* date, std::int64_t amount) {
  Money money = units(amount);
  Transaction made = row(RowKind::adjustment, date, amount, {.lp_cash = -money, .paid_in = money, .unfunded = -money});
  made.type = "Recall of distribution";
  return made;
}

// A fund of 1,000 committed.
Ledger fund(std::vector<Transaction> rows) {
  Ledger made = ledger("Tidewater II", "2024-12-31", std::move(rows));
  made.commitment = printed(units(1000), "$1,000");
  return made;
}

std::string figure(const Ledger& ledger, Metric metric, const char* as_of) {
  return compute_metrics(ledger, day(as_of))[metric].money.value().text();
}

TEST(RecallRights, last_through_their_day_and_end_with_it) {
  const Ledger made = fund({call("2020-01-15", 600), recallable_until("2022-01-15", 100, "2023-12-31")});
  EXPECT_EQ(figure(made, Metric::unfunded, "2023-12-31"), "500.00");
  EXPECT_EQ(figure(made, Metric::recallable_distributions, "2023-12-31"), "100.00");
  EXPECT_EQ(figure(made, Metric::unfunded, "2024-01-01"), "400.00");
  EXPECT_EQ(figure(made, Metric::recallable_distributions, "2024-01-01"), "0.00");
  EXPECT_EQ(figure(made, Metric::unfunded_simple, "2024-01-01"), "400.00");
}

TEST(RecallRights, that_were_used_do_not_lapse_again) {
  const Ledger made =
      fund({call("2020-01-15", 600), recallable_until("2022-01-15", 100, "2023-12-31"), recall("2022-06-15", 70)});
  EXPECT_EQ(figure(made, Metric::unfunded, "2023-12-31"), "430.00");
  EXPECT_EQ(figure(made, Metric::unfunded, "2024-06-30"), "400.00");
}

TEST(RecallRights, are_used_in_the_order_in_which_they_end) {
  const Ledger made = fund({call("2020-01-15", 600), recallable_until("2022-01-15", 100, "2025-12-31"),
                            recallable_until("2022-02-15", 50, "2022-12-31"), recall("2022-06-15", 50)});
  EXPECT_TRUE(recall_rights(made, day("2024-06-30"), units(1000)).lapsed.zero());
}

TEST(RecallRights, serve_a_call_only_beyond_the_original_commitment) {
  const Ledger made =
      fund({call("2020-01-15", 950), recallable_until("2022-01-15", 100, "2023-12-31"), call("2022-06-15", 80)});
  EXPECT_EQ(recall_rights(made, day("2024-06-30"), units(1000)).lapsed, units(70));
  EXPECT_EQ(figure(made, Metric::unfunded, "2024-06-30"), "0.00");
}

TEST(RecallRights, serve_no_call_that_is_said_not_to_be_recallable_before_the_commitment_does) {
  Transaction plain = call("2022-06-15", 80);
  plain.type = "Capital call (not recallable)";
  const Ledger made = fund({call("2020-01-15", 900), recallable_until("2022-01-15", 100, "2023-12-31"), plain});
  EXPECT_EQ(recall_rights(made, day("2024-06-30"), units(1000)).lapsed, units(100));
}

TEST(RecallRights, without_a_day_last) {
  const Ledger made = fund({call("2020-01-15", 600), distribution("2022-01-15", 100, "Return of Capital", true)});
  EXPECT_EQ(figure(made, Metric::unfunded, "2040-01-01"), "500.00");
}

TEST(RecallRights, that_lapsed_are_told_with_the_figures) {
  const Ledger made = fund({call("2020-01-15", 600), recallable_until("2022-01-15", 100, "2023-12-31")});
  const MetricSet set = compute_metrics(made, day("2024-06-30"));
  EXPECT_NE(set[Metric::unfunded].note.find("lapsed"), std::string::npos);
  EXPECT_NE(set[Metric::recallable_distributions].note.find("1 distribution"), std::string::npos);
}

}  // namespace
}  // namespace dossier::funds
