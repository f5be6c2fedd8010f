#include "desks/funds/fund_store.h"

#include "desks/funds/kept_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::desks::funds {
namespace {

class FundStoreTest : public testing::Test {
 protected:
  Fund find(FundId fund) {
    return kept.look([&](store::Session& s) { return FundStore::find(s, fund); }).value().value();
  }
  Result<void> change(FundId fund, const FundChange& wanted) {
    return kept.change([&](store::Transaction& t) { return kept.ledgers.funds().change(t, kept.clerk, fund, wanted); });
  }
  std::vector<std::string> names(std::int64_t skip, std::int64_t limit) {
    std::vector<std::string> names;
    const auto funds = kept.look([&](store::Session& s) { return FundStore::list(s, skip, limit); }).value();
    for (const Fund& fund : funds) {
      names.push_back(fund.name);
    }
    return names;
  }

  Kept kept;
};

TEST_F(FundStoreTest, what_is_given_is_kept_and_the_rest_is_unknown) {
  const FundId id =
      kept.change([&](store::Transaction& t) {
            return kept.ledgers.funds().create(t, kept.clerk, {.name = "Tidewater II", .vintage_year = 2019});
          })
          .value();
  const Fund fund = find(id);
  EXPECT_EQ(fund.name, "Tidewater II");
  EXPECT_EQ(fund.vintage_year, 2019);
  EXPECT_FALSE(fund.gp_name);
  EXPECT_EQ(fund.created_at, kept.clock.wall());
}

TEST_F(FundStoreTest, only_the_fields_given_change_and_nothing_takes_a_value_away) {
  const FundId id = kept.create("Tidewater II");
  change(id, {.gp_name = "Tidewater Partners", .vintage_year = 2019}).value();
  change(id, {.name = "Tidewater Fund II", .vintage_year = std::optional<int>()}).value();
  const Fund fund = find(id);
  EXPECT_EQ(fund.name, "Tidewater Fund II");
  EXPECT_EQ(fund.gp_name, "Tidewater Partners");
  EXPECT_FALSE(fund.vintage_year);
}

TEST_F(FundStoreTest, every_value_there_ever_was_stays_with_who_said_it) {
  const FundId id = kept.create("First");
  change(id, {.name = "Second"}).value();
  change(id, {.name = "Second"}).value();  // says nothing new
  const auto values = kept.look([&](store::Session& s) {
    return s.all("SELECT value, recorded_by FROM fund_attribute WHERE fund = ? AND name = 'name' ORDER BY id", {id},
                 [](const store::Row& row) { return row.text(0) + " by " + row.text(1); });
  });
  EXPECT_EQ(values.value(), (std::vector<std::string>{"First by clerk", "Second by clerk"}));
}

TEST_F(FundStoreTest, a_name_is_needed_and_the_fund_must_be_there) {
  const FundId id = kept.create("First");
  EXPECT_EQ(change(id, {.name = ""}).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(change(FundId{99}, {.name = "x"}).error().code, ErrorCode::not_found);
  const auto nameless =
      kept.change([&](store::Transaction& t) { return kept.ledgers.funds().create(t, kept.clerk, {}); });
  EXPECT_EQ(nameless.error().code, ErrorCode::invalid_argument);
}

TEST_F(FundStoreTest, lists_in_the_order_they_were_made_in_pages) {
  for (const char* name : {"A", "B", "C", "D"}) kept.create(name);
  EXPECT_EQ(names(0, 100), (std::vector<std::string>{"A", "B", "C", "D"}));
  EXPECT_EQ(names(1, 2), (std::vector<std::string>{"B", "C"}));
  EXPECT_TRUE(names(9, 2).empty());
  EXPECT_TRUE(names(0, 0).empty());
  EXPECT_TRUE(names(0, -1).empty());
  EXPECT_EQ(names(-5, 1), std::vector<std::string>{"A"});
}

TEST_F(FundStoreTest, a_deleted_fund_is_gone_and_its_number_is_not_given_again) {
  const FundId first = kept.create("A");
  auto remove = [&] {
    return kept.change([&](store::Transaction& t) { return kept.ledgers.funds().remove(t, kept.clerk, first); });
  };
  remove().value();
  EXPECT_EQ(remove().error().code, ErrorCode::not_found);
  EXPECT_FALSE(kept.look([&](store::Session& s) { return FundStore::find(s, first); }).value());
  EXPECT_TRUE(names(0, 100).empty());
  EXPECT_NE(kept.create("A"), first);
}

TEST_F(FundStoreTest, finds_a_fund_by_what_its_name_means) {
  const FundId second = (kept.create("Tidewater I"), kept.create("Tidewater Fund II, L.P."));
  auto find_named = [&](const std::string& name) {
    return kept.look([&](store::Session& s) { return FundStore::find_by_name(s, name); }).value();
  };
  EXPECT_EQ(find_named("TIDEWATER II")->fund, second);
  EXPECT_FALSE(find_named("Tidewater III"));
}

TEST_F(FundStoreTest, finds_a_renamed_fund_by_its_former_name_until_another_fund_has_it) {
  const FundId first = kept.create("Tidewater II");
  change(first, {.name = "Ebb II"}).value();
  auto find_named = [&](const std::string& name) {
    return kept.look([&](store::Session& s) { return FundStore::find_by_name(s, name); }).value();
  };
  EXPECT_EQ(find_named("Tidewater II")->fund, first);
  const FundId second = kept.create("Tidewater II");
  EXPECT_EQ(find_named("Tidewater II")->fund, second);
  EXPECT_EQ(find_named("Ebb II")->fund, first);
}

}  // namespace
}  // namespace dossier::desks::funds
