#include "desks/funds/asking_material.h"

#include "desks/funds/analysis_json.h"
#include "desks/funds/changes_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::desks::funds {
namespace {

// Two funds; questions are about one of them.
class AskingMaterial : public testing::Test {
 protected:
  AskingMaterial() {
    tidewater = kept.commit(DocumentId{1}, tidewater_report("2022-12-31", 300, 700)).funds.at(0);
    using namespace dossier::funds::testing;
    larkspur = kept.commit(DocumentId{2}, document_of({ledger("Larkspur IV", "2023-12-31", {call("2021-01-15", 5)})}))
                   .funds[0];
  }

  Material material(FundId fund) {
    return kept.look([&](store::Session& s) { return gather(s, shelf, {.text = "DPI?", .fund = fund}); }).value();
  }
  // What is answered from now; kept for the next question, as asking does.
  std::string basis(FundId fund) {
    Material found = material(fund);
    auto made = found.basis != nullptr ? found.basis : basis_of(found);
    shelf.put(fund, made, found.sequence);
    return analysis_json(made->analysis);
  }
  std::string basis_without_shelf(FundId fund) {
    AskingShelf none(1, 1'000);
    Material found = kept.look([&](store::Session& s) { return gather(s, none, {.text = "", .fund = fund}); }).value();
    return analysis_json(basis_of(found)->analysis);
  }

  Kept kept;
  AskingShelf shelf{10, 1'000};
  FundId tidewater, larkspur;
};

TEST_F(AskingMaterial, follows_every_kind_of_change_at_once) {
  std::string before = basis(tidewater);
  for (const ChangeForTests& change : every_change()) {
    change.make(kept, tidewater);
    const std::string now = basis(tidewater);
    EXPECT_EQ(now, basis_without_shelf(tidewater)) << change.what;
    EXPECT_NE(now, before) << change.what;
    before = now;
  }
}

TEST_F(AskingMaterial, of_another_fund_stays_as_it_is) {
  (void)basis(larkspur);
  (void)basis(tidewater);
  for (const ChangeForTests& change : every_change()) {
    change.make(kept, tidewater);
    EXPECT_NE(material(larkspur).basis, nullptr) << change.what;
    EXPECT_EQ(material(tidewater).basis, nullptr) << change.what;
    (void)basis(tidewater);
  }
}

TEST_F(AskingMaterial, reads_only_what_changed) {
  kept.commit(DocumentId{3}, tidewater_report("2023-03-31", 300, 720));
  (void)basis(tidewater);
  kept.change([&](store::Transaction& t) {
        return kept.ledgers.link(t, kept.clerk, DocumentId{9}, tidewater);  // not read yet
      })
      .value();
  EXPECT_NE(material(tidewater).basis, nullptr) << "nothing that answers rest on changed";
  using namespace dossier::funds::testing;
  kept.commit(DocumentId{9}, document_of({}, "letter.pdf"));  // names no fund, and is still of the one it was sent for
  const Material found = material(tidewater);
  ASSERT_EQ(found.basis, nullptr);
  EXPECT_TRUE(found.funds.empty());
  ASSERT_EQ(found.readings.size(), 1u);
  EXPECT_EQ(found.readings.begin()->first, DocumentId{9});
}

}  // namespace
}  // namespace dossier::desks::funds
