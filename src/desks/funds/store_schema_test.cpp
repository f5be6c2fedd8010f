#include "desks/funds/store_schema.h"

#include "desks/funds/ledger_snapshot.h"
#include "store/database.h"
#include "store/testing.h"

#include <gtest/gtest.h>

namespace dossier::desks::funds {
namespace {

// The tables as a program of before made them: up to so many steps of this desk.
std::vector<store::Migration> steps_until(int version) {
  std::vector<store::Migration> steps = store::migrations();
  for (store::Migration& step : migrations()) {
    if (step.version <= version) steps.push_back(std::move(step));
  }
  return steps;
}

std::unique_ptr<store::Database> opened(const store::TemporaryFolder& folder, int version) {
  return store::Database::open({.folder = folder.path(), .migrations = steps_until(version), .readers = 1}).value();
}

constexpr int kAll = 1000;

// One fund with one recallable distribution and one flag, in the words of the second step.
constexpr std::array<const char*, 6> kOldRows = {
    "INSERT INTO fund (id, created_at) VALUES (1, 1)",
    "INSERT INTO fund_attribute (fund, name, value, origin, recorded_by, recorded_at) "
    "VALUES (1, 'name', 'Tidewater II', 'person', 'clerk', 1)",
    "INSERT INTO document_reading (id, document, file, status, recorded_at) VALUES (1, 7, 'old.pdf', 'read', 1)",
    "INSERT INTO document_flag (reading, position, code, message, page, x0, y0, x1, y1) "
    "VALUES (1, 0, 'total_mismatch', 'off by one', 1, 0, 0, 1, 1)",
    "INSERT INTO fund_reading (id, reading, fund, position, name, gp, currency, signs, signs_by_words, "
    "signs_by_totals, recorded_at) VALUES (1, 1, 1, 0, 'Tidewater II', '', 'USD', '', 0, 0, 1)",
    "INSERT INTO ledger_row (fund_reading, position, kind, date, date_precision, date_printed, type, amount, printed, "
    "lp_cash, paid_in, distribution, unfunded, non_cash, recallable, description, number, status, confidence, page, "
    "x0, y0, x1, y1, origin, recorded_by, recorded_at) VALUES (1, 0, 'distribution', '2022-03-31', 'day', "
    "'2022-03-31', 'Return of Capital', 4000, '40', 4000, 0, 4000, 4000, 0, 1, '', '', 'settled', 1, 1, 0, 0, 1, 1, "
    "'document', 'jobs', 1)"};

TEST(StoreSchema, keeps_what_a_database_of_before_holds_and_guesses_no_end_of_its_rights) {
  const store::TemporaryFolder folder;
  opened(folder, 2)
      ->write_now([](store::Transaction& t) -> Result<void> {
        for (const char* row : kOldRows) TRY_DO(t.execute(row));
        return {};
      })
      .value();
  const auto database = opened(folder, kAll);
  const LedgerSnapshot snapshot =
      database->read_now([](store::Session& s) { return read_snapshot(s, FundId{1}); }).value();
  ASSERT_EQ(snapshot.ledger().transactions.size(), 1u);
  EXPECT_EQ(snapshot.ledger().transactions[0].recallable, true);
  EXPECT_FALSE(snapshot.ledger().transactions[0].recallable_until);
  ASSERT_EQ(snapshot.flags.size(), 1u);
  EXPECT_EQ(snapshot.flags[0].message, "off by one");
}

TEST(StoreSchema, knows_the_flags_that_held_no_longer_by_the_sentence_of_before) {
  const store::TemporaryFolder folder;
  opened(folder, 4)
      ->write_now([](store::Transaction& t) -> Result<void> {
        for (const char* row : kOldRows) TRY_DO(t.execute(row));
        TRY_DO(t.execute("UPDATE document_flag SET resolution = 'the documents no longer print it differently'"));
        TRY_DO(
            t.execute("INSERT INTO document_flag (reading, position, code, message, page, x0, y0, x1, y1, resolution) "
                      "VALUES (1, 1, 'restated', 'call 1', 1, 0, 0, 1, 1, 'seen')"));
        return {};
      })
      .value();
  const auto database = opened(folder, kAll);
  auto outdated = database->read_now([](store::Session& s) {
    return s.all("SELECT outdated FROM document_flag ORDER BY id", {},
                 [](const store::Row& row) { return row.integer(0); });
  });
  EXPECT_EQ(outdated.value(), (std::vector<std::int64_t>{1, 0}));
}

TEST(StoreSchema, numbers_its_steps_from_one_without_gaps) {
  int expected = 0;
  for (const store::Migration& step : migrations()) EXPECT_EQ(step.version, ++expected);
}

}  // namespace
}  // namespace dossier::desks::funds
