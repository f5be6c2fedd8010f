#include "desks/funds/kept_for_tests.h"

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

// One step of a fund desk's day, chosen by numbers. What cannot be done in this state is not done.
Result<void> act(Kept& kept, store::Transaction& t, int what, int which) {
  const DocumentId document{1 + which % 3};
  const FundId fund{1 + which % 4};
  const TransactionId row{1 + which % 9};
  const LedgerStore& ledgers = kept.ledgers;
  const int amount = 1 + which % 5;
  switch (what % 8) {
    case 0: TRY_DO(ledgers.funds().create(t, kept.clerk, {.name = "Fund " + std::to_string(which % 3)})); return {};
    case 1: return ledgers.link(t, kept.clerk, document, fund);
    case 2:
    case 3: {
      auto made = ledger("Fund " + std::to_string(which % 3), "2024-03-31",
                         {call("2020-01-15", amount), distribution("2021-01-15", amount)});
      made.reported.dpi = printed(0.1 * which, "x");
      set_nav(made, "2024-03-31", amount);
      TRY_DO(ledgers.commit_reading(t, kept.job, document, document_of({made})));
      return {};
    }
    case 4: TRY_DO(ledgers.correct_row(t, kept.clerk, row, call("2020-01-15", amount), "misread")); return {};
    case 5: return ledgers.remove_row(t, kept.clerk, row, "not ours");
    case 6: TRY_DO(ledgers.add_row(t, kept.clerk, fund, call("2019-01-15", amount))); return {};
    default:
      return which % 2 == 0 ? ledgers.remove_document(t, kept.clerk, document)
                            : ledgers.funds().remove(t, kept.clerk, fund);
  }
}

RC_GTEST_PROP(LedgerReplay, the_journal_rebuilds_every_table_of_the_ledger, ()) {
  const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
      rc::gen::pair(rc::gen::inRange(0, 8), rc::gen::inRange(0, 100)));
  Kept kept, again;
  for (const auto& [what, which] : steps) {
    static_cast<void>(kept.change([&](store::Transaction& t) { return act(kept, t, what, which); }).has_value());
  }
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
