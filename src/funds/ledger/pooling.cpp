#include "funds/ledger/pooling.h"

#include "funds/ledger/phrasing.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace dossier::funds {
namespace {

using Ledgers = std::span<const Ledger* const>;

std::optional<Date> newest_common_nav(const Ledgers& ledgers, const std::vector<std::size_t>& funds) {
  std::set<Date> candidates;
  for (const DatedNav& nav : ledgers[funds.front()]->nav_history) candidates.insert(nav.date);
  if (ledgers[funds.front()]->as_of) candidates.insert(*ledgers[funds.front()]->as_of);
  for (auto date = candidates.rbegin(); date != candidates.rend(); ++date) {
    const bool all = std::all_of(funds.begin(), funds.end(), [&](auto k) { return nav_on(*ledgers[k], *date); });
    if (all) return *date;
  }
  return std::nullopt;
}

std::optional<Date> day_of(const Ledgers& ledgers, const std::vector<std::size_t>& funds) {
  std::set<Date> days;
  for (const std::size_t k : funds) {
    if (const auto day = compute_metrics(*ledgers[k]).as_of) days.insert(*day);
  }
  if (days.size() == 1) return *days.begin();
  if (const auto common = newest_common_nav(ledgers, funds)) return common;
  return days.empty() ? std::nullopt : std::optional(*days.rbegin());
}

void add_rows(Pool& pool, const Ledgers& ledgers) {
  std::vector<std::pair<const Transaction*, std::size_t>> rows;
  for (const std::size_t k : pool.funds) {
    for (const Transaction& row : ledgers[k]->transactions) rows.push_back({&row, k});
  }
  std::stable_sort(rows.begin(), rows.end(), [](auto& a, auto& b) { return a.first->date < b.first->date; });
  for (const auto& [row, fund] : rows) {
    pool.ledger.transactions.push_back(*row);
    pool.fund_of_row.push_back(fund);
  }
}

// The sum over all funds, or nothing and a sentence about those that lack it.
template <class F>
std::optional<Money> sum_over(Pool& pool, const Ledgers& ledgers, const std::string& what, F value_of) {
  Money sum;
  std::vector<std::string> lacking;
  for (const std::size_t k : pool.funds) {
    const std::optional<Sourced<Money>> value = value_of(*ledgers[k]);
    if (value) {
      sum += value->value;
    } else {
      lacking.push_back(ledgers[k]->name.empty() ? "a fund without a name" : ledgers[k]->name);
    }
  }
  if (lacking.empty()) return sum;
  pool.missing.push_back(fmt::format("no {} is given for {}", what, joined(lacking)));
  return std::nullopt;
}

// Which fund it is that lacks a figure belongs into the reasons of all that follow from it.
void name_the_lacking(MetricSet& metrics, const std::string& general, const std::string& precise) {
  for (MetricValue& figure : metrics.values) {
    if (const auto at = figure.reason.find(general); at != std::string::npos)
      figure.reason.replace(at, general.size(), precise);
  }
}

void fill(Pool& pool, const Ledgers& ledgers, std::optional<Date> as_of) {
  add_rows(pool, ledgers);
  const std::optional<Date> day = as_of ? as_of : day_of(ledgers, pool.funds);
  pool.ledger.as_of = day;
  if (day) {
    const std::string nav = "net asset value of " + date_text(*day);
    if (const auto sum = sum_over(pool, ledgers, nav, [&](const Ledger& l) { return nav_on(l, *day); }))
      pool.ledger.nav_history.push_back({*day, *sum});
    if (const auto sum = sum_over(pool, ledgers, "commitment", [&](const Ledger& l) { return commitment_on(l, *day); }))
      pool.ledger.commitments.push_back({*day, *sum});
  }
  pool.metrics = compute_metrics(pool.ledger, day);
  for (const Metric metric : {Metric::nav, Metric::commitment}) {
    MetricValue& figure = pool.metrics.values[static_cast<std::size_t>(metric)];
    figure.formula = fmt::format("sum of the funds' {}", metric == Metric::nav ? "NAVs" : "commitments");
    if (figure.money)
      figure.steps = {fmt::format("{}: {}", counted(pool.funds.size(), "fund", "funds"),
                                  money_text(*figure.money, pool.ledger.currency))};
  }
  for (const std::string& sentence : pool.missing) {
    const bool nav = sentence.starts_with("no net asset value");
    name_the_lacking(pool.metrics,
                     nav ? "no net asset value of " + date_text(*day) + " is given" : "the commitment is not given",
                     sentence);
  }
}

}  // namespace

std::vector<Pool> pool_by_currency(Ledgers ledgers, std::optional<Date> as_of) {
  std::vector<Pool> pools;
  for (std::size_t k = 0; k < ledgers.size(); ++k) {
    auto pool = std::find_if(pools.begin(), pools.end(),
                             [&](const Pool& p) { return p.ledger.currency == ledgers[k]->currency; });
    if (pool == pools.end()) {
      pools.emplace_back().ledger.currency = ledgers[k]->currency;
      pool = std::prev(pools.end());
    }
    pool->funds.push_back(k);
  }
  for (Pool& pool : pools) fill(pool, ledgers, as_of);
  return pools;
}

}  // namespace dossier::funds
