#include "desks/funds/metrics_shelf.h"

#include "desks/funds/changes_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::desks::funds {
namespace {

MetricsView metrics_of(double pic) {
  MetricsView metrics;
  metrics.pic = pic;
  return metrics;
}

TEST(MetricsShelf, gives_what_is_of_the_version_asked_for_and_nothing_else) {
  MetricsShelf shelf(10);
  shelf.put(FundId{1}, 7, metrics_of(70));
  EXPECT_EQ(shelf.find(FundId{1}, 7)->pic, 70);
  EXPECT_FALSE(shelf.find(FundId{1}, 8));
  EXPECT_FALSE(shelf.find(FundId{1}, 6));
  EXPECT_FALSE(shelf.find(FundId{2}, 7));
  shelf.put(FundId{1}, 6, metrics_of(60));
  EXPECT_EQ(shelf.find(FundId{1}, 7)->pic, 70) << "a slow reader of an older state overwrote it";
}

TEST(MetricsShelf, the_least_recently_used_go_first) {
  MetricsShelf shelf(2);
  shelf.put(FundId{1}, 1, metrics_of(1));
  shelf.put(FundId{2}, 1, metrics_of(2));
  (void)shelf.find(FundId{1}, 1);
  shelf.put(FundId{3}, 1, metrics_of(3));
  EXPECT_TRUE(shelf.find(FundId{1}, 1));
  EXPECT_FALSE(shelf.find(FundId{2}, 1));
}

TEST(NewestMetrics, follow_every_kind_of_change_at_once) {
  Kept kept;
  MetricsShelf shelf(10);
  const FundId fund = kept.commit(DocumentId{1}, tidewater_report("2022-12-31", 300, 700)).funds.at(0);
  const auto shown = [&](MetricsShelf& from) {
    return net::to_json(kept.look([&](store::Session& s) { return newest_metrics(s, from, fund); }).value());
  };
  (void)shown(shelf);
  for (const ChangeForTests& change : every_change()) {
    change.make(kept, fund);
    MetricsShelf empty(10);
    EXPECT_EQ(shown(shelf), shown(empty)) << change.what;
  }
  kept.change([&](store::Transaction& t) { return kept.ledgers.funds().remove(t, kept.clerk, fund); }).value();
  const auto gone = kept.look([&](store::Session& s) { return newest_metrics(s, shelf, fund); });
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace dossier::desks::funds
