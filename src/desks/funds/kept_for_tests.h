#pragma once

#include "desks/funds/ledger_snapshot.h"
#include "desks/funds/ledger_store.h"
#include "desks/funds/store_schema.h"
#include "funds/ledger/ledger_for_tests.h"
#include "store/database.h"
#include "store/testing.h"

namespace dossier::desks::funds {

// A database with the fund desk's tables, and what a test does to it. For tests only.
struct Kept {
  Kept() {
    std::vector<store::Migration> steps = store::migrations();
    for (store::Migration& step : migrations()) steps.push_back(std::move(step));
    database = store::Database::open({.folder = folder.path(), .migrations = steps, .readers = 1}).value();
  }

  template <class F>
  auto change(F body) {
    clock.advance(std::chrono::seconds(1));
    return database->write_now(std::move(body));
  }
  template <class F>
  auto look(F body) {
    return database->read_now(std::move(body));
  }

  FundId create(const std::string& name) {
    return change([&](store::Transaction& t) { return ledgers.funds().create(t, clerk, {.name = name}); }).value();
  }
  CommittedReading commit(DocumentId document, const dossier::funds::DocumentReading& reading) {
    return change([&](store::Transaction& t) { return ledgers.commit_reading(t, job, document, reading); }).value();
  }
  void link(DocumentId document, std::optional<FundId> fund) {
    change([&](store::Transaction& t) { return ledgers.link(t, clerk, document, fund); }).value();
  }
  LedgerSnapshot snapshot(FundId fund, std::optional<WallTime> known_on = {}) {
    return look([&](store::Session& s) { return read_snapshot(s, fund, known_on); }).value();
  }
  std::vector<std::int64_t> amounts(FundId fund, std::optional<WallTime> known_on = {}) {
    std::vector<std::int64_t> amounts;
    const LedgerSnapshot known = snapshot(fund, known_on);
    for (const auto& row : known.ledger().transactions) {
      amounts.push_back(static_cast<std::int64_t>(row.amount.minor() / 100));
    }
    return amounts;
  }

  store::TemporaryFolder folder;
  ManualClock clock{WallTime(std::chrono::seconds(1'700'000'000))};
  const Context clerk{.trace_id = "t1", .principal = "clerk"};
  const Context job{.trace_id = "t2", .principal = "jobs"};
  store::Journal journal{clock};
  LedgerStore ledgers{journal, clock};
  std::unique_ptr<store::Database> database;
};

// One document with the given ledgers.
inline dossier::funds::DocumentReading document_of(std::vector<dossier::funds::Ledger> ledgers,
                                                   const std::string& file = "report.pdf") {
  dossier::funds::DocumentReading reading{.file = file, .status = dossier::funds::ReadingStatus::read};
  reading.funds = std::move(ledgers);
  return reading;
}

}  // namespace dossier::desks::funds
