#include "funds/ledger/row_numbers.h"

#include <gtest/gtest.h>

namespace dossier::funds {
namespace {

Transaction call(const char* date, const char* words, std::int64_t amount = 10, const char* number = "") {
  Transaction row{.kind = RowKind::capital_call, .date = *Date::parse_iso(date)};
  row.description = words;
  row.amount = Money::of_major(amount);
  row.number = number;
  return row;
}

using Numbers = std::vector<std::string>;

Numbers numbers(std::vector<Transaction> rows) {
  Ledger ledger;
  ledger.transactions = std::move(rows);
  return numbers_of_rows(ledger);
}

TEST(NumbersOfRows, counts_by_date_where_no_number_is_printed_and_no_reversal) {
  EXPECT_EQ(numbers({call("2022-01-01", "later"), call("2021-01-01", "first"), call("2021-06-01", "taken back", -10)}),
            (Numbers{"2", "1", ""}));
}

TEST(NumbersOfRows, takes_what_is_printed_and_counts_nothing_beside_it) {
  EXPECT_EQ(numbers({call("2021-01-01", "a", 10, "7"), call("2022-01-01", "b")}), (Numbers{"7", ""}));
}

TEST(NumbersOfRows, counts_beside_what_is_printed_where_that_agrees) {
  EXPECT_EQ(numbers({call("2021-01-01", "a"), call("2022-01-01", "b"), call("2023-01-01", "noticed", 10, "3")}),
            (Numbers{"1", "2", "3"}));
}

TEST(NumbersOfRows, takes_references_where_each_row_has_one_of_its_own) {
  EXPECT_EQ(numbers({call("2021-01-01", "HB3-07 x"), call("2022-01-01", "HB3-08 y")}), (Numbers{"7", "8"}));
  EXPECT_EQ(numbers({call("2021-01-01", "HB3-07 x"), call("2022-01-01", "HB3-07 y")}), (Numbers{"", ""}));
}

TEST(NumbersOfRows, counts_each_kind_for_itself) {
  Transaction back = call("2020-01-01", "proceeds");
  back.kind = RowKind::distribution;
  EXPECT_EQ(numbers({back, call("2021-01-01", "first")}), (Numbers{"1", "1"}));
}

}  // namespace
}  // namespace dossier::funds
