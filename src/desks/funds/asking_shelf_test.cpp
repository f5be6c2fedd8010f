#include "desks/funds/asking_shelf.h"

#include <gtest/gtest.h>

namespace dossier::desks::funds {
namespace {

std::shared_ptr<const AskingBasis> basis_of(std::size_t rows) {
  dossier::funds::Analysis analysis;
  analysis.funds.emplace_back().ledger.transactions.assign(rows,
                                                           dossier::funds::Transaction{.date = *Date::of(2024, 3, 1)});
  return std::make_shared<const AskingBasis>(std::move(analysis));
}

TEST(AskingShelf, keeps_one_basis_for_each_scope_with_what_it_holds_up_to) {
  AskingShelf shelf(4, 100);
  auto one = basis_of(3), all = basis_of(9);
  shelf.put(FundId{1}, one, 7);
  shelf.put(std::nullopt, all, 8);
  EXPECT_EQ(shelf.find(FundId{1}).basis, one);
  EXPECT_EQ(shelf.find(std::nullopt).sequence, 8);
  EXPECT_EQ(shelf.find(FundId{2}).basis, nullptr);
  shelf.confirm(FundId{1}, one.get(), 12);
  EXPECT_EQ(shelf.find(FundId{1}).sequence, 12);
  shelf.confirm(FundId{1}, all.get(), 20);
  EXPECT_EQ(shelf.find(FundId{1}).sequence, 12) << "of another basis";
}

TEST(AskingShelf, an_older_basis_does_not_replace_a_newer_one) {
  AskingShelf shelf(4, 100);
  auto newer = basis_of(1);
  shelf.put(FundId{1}, newer, 9);
  shelf.put(FundId{1}, basis_of(1), 8);
  EXPECT_EQ(shelf.find(FundId{1}).basis, newer);
}

TEST(AskingShelf, the_least_recently_used_go_first) {
  AskingShelf shelf(2, 100);
  shelf.put(FundId{1}, basis_of(1), 1);
  shelf.put(FundId{2}, basis_of(1), 1);
  (void)shelf.find(FundId{1});
  shelf.put(FundId{3}, basis_of(1), 1);
  EXPECT_NE(shelf.find(FundId{1}).basis, nullptr);
  EXPECT_EQ(shelf.find(FundId{2}).basis, nullptr);
}

TEST(AskingShelf, its_rows_are_bounded) {
  AskingShelf shelf(10, 100);
  shelf.put(FundId{1}, basis_of(60), 1);
  shelf.put(FundId{2}, basis_of(60), 1);
  EXPECT_EQ(shelf.find(FundId{1}).basis, nullptr);
  EXPECT_NE(shelf.find(FundId{2}).basis, nullptr);
  shelf.put(FundId{3}, basis_of(101), 1);
  EXPECT_EQ(shelf.find(FundId{3}).basis, nullptr);
}

}  // namespace
}  // namespace dossier::desks::funds
