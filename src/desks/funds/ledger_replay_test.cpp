#include "desks/funds/steps_for_tests.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dossier::desks::funds {
namespace {

using namespace dossier::funds::testing;

// What the journal must be able to rebuild, as text that holds every column.
std::string contents(Kept& kept) {
  std::string all;
  for (const std::string table :
       {"fund", "fund_attribute", "document_link", "document_reading", "document_flag", "portfolio_row", "fund_reading",
        "ledger_row", "statement_line", "nav_point", "reported_figure", "entered_figure"}) {
    const auto columns =
        kept.look([&](store::Session& s) {
              return s.first("SELECT group_concat('quote(' || name || ')', ' || '','' || ') FROM pragma_table_info(?)",
                             {table}, [](const store::Row& row) { return row.text(0); });
            })
            .value()
            .value();
    const auto rows = kept.look([&](store::Session& s) {
                            return s.all("SELECT " + columns + " FROM " + table + " ORDER BY id", {},
                                         [](const store::Row& row) { return row.text(0); });
                          })
                          .value();
    for (const std::string& row : rows) all.append(table).append(": ").append(row).append("\n");
  }
  return all;
}

void replay_journal(Kept& from, Kept& into) {
  std::vector<std::string> payloads;
  from.look([&](store::Session& s) {
        return store::Journal::each(s, [&](const store::Event& event) -> Result<void> {
          payloads.push_back(event.payload.value());
          return {};
        });
      })
      .value();
  into.change([&](store::Transaction& t) -> Result<void> {
        for (const std::string& payload : payloads) TRY_DO(store::replay(t, payload));
        return {};
      })
      .value();
}

RC_GTEST_PROP(LedgerReplay, the_journal_rebuilds_every_table_of_the_ledger, ()) {
  Kept kept, again;
  for (const StepForTests& step : drawn_steps()) take(kept, step);
  replay_journal(kept, again);
  RC_ASSERT(contents(kept) == contents(again));
  RC_ASSERT(kept.look([](store::Session& s) { return store::Journal::verify(s); }).value().whole());
}

TEST(LedgerReplay, compares_tables_that_hold_something) {
  Kept kept;
  kept.commit(DocumentId{1}, document_of({ledger("T", "2024-03-31", {call("2020-01-15", 1)})}));
  EXPECT_NE(contents(kept).find("ledger_row: 1,"), std::string::npos) << contents(kept);
}

}  // namespace
}  // namespace dossier::desks::funds
