#include "desks/funds/analysis_json.h"
#include "desks/funds/asking_material.h"
#include "desks/funds/metrics_shelf.h"
#include "desks/funds/steps_for_tests.h"

#include <map>

// Over any day's work: what was known stays known, and nothing that is kept ready is ever stale.
namespace dossier::desks::funds {
namespace {

constexpr int kFundsDrawn = 5;

// What a fund's figures rest on. Its name and currency are those of today whatever day is asked about.
std::string known(Kept& kept, FundId fund, std::optional<WallTime> on) {
  const auto snapshot = kept.look([&](store::Session& s) { return read_snapshot(s, fund, on); });
  if (!snapshot) return "none";
  std::string all;
  for (const auto& row : snapshot->ledger().transactions) {
    all += std::to_string(row.id.value) + " " + row.date.iso() + " " + row.amount.text(2) + " " +
           std::string(name_of(row.status)) + "\n";
  }
  for (const auto& nav : snapshot->ledger().nav_history) all += nav.date.iso() + " NAV " + nav.nav.text(2) + "\n";
  return all;
}

RC_GTEST_PROP(LedgerHistory, as_known_on_a_past_moment_is_what_was_known_then, ()) {
  Kept kept;
  std::map<FundId, std::vector<std::pair<WallTime, std::string>>> told;
  for (const StepForTests& step : drawn_steps()) {
    take(kept, step);
    for (int k = 1; k <= kFundsDrawn; ++k) told[FundId{k}].push_back({kept.clock.wall(), known(kept, FundId{k}, {})});
  }
  for (const auto& [fund, moments] : told) {
    if (moments.back().second == "none") continue;  // deleted
    for (const auto& [moment, then] : moments)
      if (then != "none") RC_ASSERT(known(kept, fund, moment) == then);
  }
}

RC_GTEST_PROP(LedgerHistory, shelves_never_give_what_is_no_longer_so, ()) {
  Kept kept;
  MetricsShelf shelf(100);
  AskingShelf bases(100, 100'000);
  const auto metrics = [&](MetricsShelf& from, FundId fund) {
    const auto made = kept.look([&](store::Session& s) { return newest_metrics(s, from, fund); });
    return made ? net::to_json(*made) : made.error().message;
  };
  const auto basis = [&](AskingShelf& from, FundId fund) {
    Material found =
        kept.look([&](store::Session& s) { return gather(s, from, {.text = "DPI?", .fund = fund}); }).value();
    const auto made = found.basis != nullptr ? found.basis : basis_of(found);
    from.put(fund, made, found.sequence);
    return analysis_json(made->analysis);
  };
  for (const StepForTests& step : drawn_steps()) {
    take(kept, step);
    for (int k = 1; k <= kFundsDrawn; ++k) {
      MetricsShelf no_metrics(1);
      AskingShelf no_bases(1, 100'000);
      RC_ASSERT(metrics(shelf, FundId{k}) == metrics(no_metrics, FundId{k}));
      RC_ASSERT(basis(bases, FundId{k}) == basis(no_bases, FundId{k}));
    }
  }
}

}  // namespace
}  // namespace dossier::desks::funds
