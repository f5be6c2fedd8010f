#include "funds/ledger/metric_sums.h"

#include "funds/ledger/recall_rights.h"
#include "reading/fold.h"

#include <algorithm>
#include <numeric>

namespace dossier::funds {
namespace {

void add(Money amount, std::size_t row, Money& sum, std::vector<std::size_t>& rows) {
  if (amount.zero()) return;
  sum += amount;
  rows.push_back(row);
}

void add_row(const Transaction& row, std::size_t k, MetricSums& sums) {
  if (row.kind == RowKind::capital_call) add(row.amount, k, sums.calls, sums.call_rows);
  if (row.kind == RowKind::distribution) add(row.amount, k, sums.gross_distributions, sums.gross_distribution_rows);
  if (row.kind == RowKind::distribution && row.recallable.value_or(false)) {
    if (!recall_lapsed(row, sums.as_of)) {
      add(row.amount, k, sums.recallable, sums.recallable_rows);
      if (is_return_of_capital(row)) sums.recallable_capital += row.amount;
    }
    if (!row.effects.unfunded.negative()) sums.restored += row.effects.unfunded;
  }
  add(row.effects.paid_in, k, sums.paid_in, sums.paid_in_rows);
  add(row.effects.distribution, k, sums.distributions, sums.distribution_rows);
  add(row.effects.unfunded, k, sums.unfunded_effect, sums.unfunded_rows);
  add(row.effects.lp_cash, k, sums.lp_cash, sums.cash_rows);
}

}  // namespace

bool is_return_of_capital(const Transaction& row) {
  std::string type = reading::fold(row.type);
  if (type.empty() || type == "distribution") return true;  // the document tells no parts apart
  for (std::string_view word : {"capital", "roc", "kapital"}) {
    if (type.find(word) != std::string::npos) return type.find("gain") == std::string::npos;
  }
  return false;
}

MetricSums metric_sums(const Ledger& ledger, Date as_of) {
  MetricSums sums{.as_of = as_of};
  for (std::size_t k = 0; k < ledger.transactions.size(); ++k) {
    const Transaction& row = ledger.transactions[k];
    if (row.date > as_of) {
      sums.after_as_of.push_back(k);
    } else {
      add_row(row, k, sums);
    }
  }
  const auto commitment = commitment_on(ledger, as_of);
  RecallRights rights = recall_rights(ledger, as_of, commitment ? std::optional(commitment->value) : std::nullopt);
  sums.lapsed = rights.lapsed;
  sums.lapsed_rows = std::move(rights.lapsed_rows);
  return sums;
}

std::vector<DatedFlow> cash_flows(const Ledger& ledger, Date as_of, std::optional<Money> nav) {
  std::vector<DatedFlow> flows;
  flows.reserve(ledger.transactions.size() + 1);
  for (const Transaction& row : ledger.transactions) {
    if (row.date > as_of || row.effects.lp_cash.zero()) continue;
    flows.push_back({row.date, static_cast<double>(row.effects.lp_cash.minor())});
  }
  if (nav) flows.push_back({as_of, static_cast<double>(nav->minor())});
  return flows;
}

std::vector<RunningPoint> running(const Ledger& ledger, std::optional<Date> as_of) {
  std::vector<std::size_t> order(ledger.transactions.size());
  std::iota(order.begin(), order.end(), 0);
  auto date_of = [&](std::size_t k) { return ledger.transactions[k].date; };
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return date_of(a) < date_of(b); });
  std::vector<RunningPoint> points;
  for (std::size_t k : order) {
    const Transaction& row = ledger.transactions[k];
    if (as_of && row.date > *as_of) break;
    if (points.empty()) {
      points.push_back({.date = row.date, .last_row = k});
    } else if (points.back().date != row.date) {
      points.push_back(points.back());
    }
    RunningPoint& point = points.back();
    point.date = row.date;
    point.last_row = k;
    point.net_cash += row.effects.lp_cash;
    point.paid_in += row.effects.paid_in;
    point.distributions += row.effects.distribution;
  }
  for (RunningPoint& point : points) {
    if (!point.paid_in.negative()) point.dpi = ratio(point.distributions, point.paid_in);
    auto nav = nav_on(ledger, point.date);
    if (nav && !point.paid_in.negative()) point.tvpi = ratio(point.distributions + nav->value, point.paid_in);
  }
  return points;
}

}  // namespace dossier::funds
