#pragma once

#include "desks/funds/kept_for_tests.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <utility>
#include <vector>

// A fund desk's day, drawn at random: documents come and go, people correct and enter. For tests only.
namespace dossier::desks::funds {

inline constexpr int kStepKinds = 11;
using StepForTests = std::pair<int, int>;  // what is done, and to which of a few things

inline std::vector<StepForTests> drawn_steps() {
  return *rc::gen::container<std::vector<StepForTests>>(
      rc::gen::pair(rc::gen::inRange(0, kStepKinds), rc::gen::inRange(0, 100)));
}

// A report, or a notice of a call that a report may print.
inline dossier::funds::DocumentReading drawn_document(int which) {
  using namespace dossier::funds::testing;
  const std::string name = "Fund " + std::to_string(which % 3);
  const int amount = 1 + which % 5;
  if (which % 7 == 0) {
    auto announced = call("2020-01-17", amount);
    announced.status = dossier::funds::RowStatus::noticed;
    return document_of({ledger(name, "2020-01-02", {announced})}, "notice.pdf");
  }
  auto made = ledger(name, "2024-03-31",
                     {call("2020-01-15", amount), call("2020-06-15", 2), distribution("2021-01-15", amount)});
  made.reported.dpi = printed(0.1 * which, "x");
  set_nav(made, "2024-03-31", amount);
  return document_of({made});
}

inline Result<void> take_in(Kept& kept, store::Transaction& t, StepForTests step) {
  using namespace dossier::funds::testing;
  const auto [what, which] = step;
  const DocumentId document{1 + which % 3};
  const FundId fund{1 + which % 4};
  const TransactionId row{1 + which % 9};
  const LedgerStore& ledgers = kept.ledgers;
  const int amount = 1 + which % 5;
  switch (what) {
    case 0: TRY_DO(ledgers.funds().create(t, kept.clerk, {.name = "Fund " + std::to_string(which % 3)})); return {};
    case 1: return ledgers.link(t, kept.clerk, document, fund);
    case 2:
    case 3: TRY_DO(ledgers.commit_reading(t, kept.job, document, drawn_document(which))); return {};
    case 4: TRY_DO(ledgers.correct_row(t, kept.clerk, row, call("2020-01-15", amount), "misread")); return {};
    case 5: return ledgers.remove_row(t, kept.clerk, row, "not ours");
    case 6: TRY_DO(ledgers.add_row(t, kept.clerk, fund, call("2019-01-15", amount))); return {};
    case 7:
      TRY_DO(ledgers.enter_figure(t, kept.clerk, fund, {EnteredName::nav, day("2023-12-31"), units(amount), "told"}));
      return {};
    case 8: return ledgers.withdraw_figure(t, kept.clerk, fund, EnteredFigureId{1 + which % 2}, "wrong");
    case 9: return ledgers.funds().change(t, kept.clerk, fund, {.name = "Fund " + std::to_string(which % 5)});
    default:
      return which % 2 == 0 ? ledgers.remove_document(t, kept.clerk, document)
                            : ledgers.funds().remove(t, kept.clerk, fund);
  }
}

// What cannot be done in this state is not done.
inline void take(Kept& kept, StepForTests step) {
  static_cast<void>(kept.change([&](store::Transaction& t) { return take_in(kept, t, step); }).has_value());
}

}  // namespace dossier::desks::funds
