#include "desks/funds/breakdown_views.h"

#include <algorithm>

namespace dossier::desks::funds {

using dossier::funds::Ledger;
using dossier::funds::Metric;
using dossier::funds::MetricSet;
using dossier::funds::MetricValue;
using dossier::funds::RowKind;
using net::field;
using net::Fields;

namespace {

Metric metric_of(BreakdownMetric metric, const MetricSet& metrics) {
  switch (metric) {
    case BreakdownMetric::dpi: return Metric::dpi;
    case BreakdownMetric::irr: return metrics[Metric::nav].known() ? Metric::irr : Metric::irr_cash;
    case BreakdownMetric::tvpi: return Metric::tvpi;
    case BreakdownMetric::rvpi: return Metric::rvpi;
    case BreakdownMetric::pic:
    case BreakdownMetric::all: break;
  }
  return Metric::pic;
}

std::string upper(std::string_view name) {
  std::string out(name);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

// Rows that count: those of the metric's day and before.
bool counts(const MetricSet& metrics, std::size_t index) {
  return !std::binary_search(metrics.after_as_of.begin(), metrics.after_as_of.end(), index);
}

BreakdownRow row_view_of(const dossier::funds::Transaction& row, Currency currency) {
  return {row.date,
          row.amount.to_double(currency.minor_digits()),
          unless_empty(row.type),
          unless_empty(row.description),
          std::nullopt,
          view_of(row.place)};
}

BreakdownRows rows_of(const Ledger& ledger, const MetricSet& metrics) {
  BreakdownRows rows;
  for (std::size_t i = 0; i < ledger.transactions.size(); ++i) {
    if (!counts(metrics, i)) continue;
    const auto& row = ledger.transactions[i];
    BreakdownRow view = row_view_of(row, ledger.currency);
    if (row.kind == RowKind::capital_call) rows.capital_calls.push_back(std::move(view));
    if (row.kind == RowKind::adjustment) rows.adjustments.push_back(std::move(view));
    if (row.kind != RowKind::distribution) continue;
    view.is_recallable = row.recallable.value_or(false);
    rows.distributions.push_back(std::move(view));
  }
  return rows;
}

void add_cash_flows(Breakdown& breakdown, const Ledger& ledger, const MetricSet& metrics) {
  const int digits = ledger.currency.minor_digits();
  breakdown.cash_flows.emplace();
  CashFlowSummary& summary = breakdown.cash_flow_summary.emplace();
  for (std::size_t i = 0; i < ledger.transactions.size(); ++i) {
    const auto& row = ledger.transactions[i];
    if (!counts(metrics, i) || row.effects.lp_cash.zero()) continue;
    const double amount = row.effects.lp_cash.to_double(digits);
    breakdown.cash_flows->push_back({row.date, amount, std::string(name_of(row.kind))});
    (amount < 0 ? summary.total_outflows : summary.total_inflows) += amount < 0 ? -amount : amount;
  }
  summary.net_cash_flow = summary.total_inflows - summary.total_outflows;
  // The NAV ends the flows of the IRR, but nobody paid it.
  const MetricValue& nav = metrics[Metric::nav];
  if (nav.money && metrics.as_of)
    breakdown.cash_flows->push_back({*metrics.as_of, nav.money->to_double(digits), "nav"});
}

double sum_of(const Ledger& ledger, const MetricSet& metrics, RowKind kind) {
  Money sum;
  for (std::size_t i = 0; i < ledger.transactions.size(); ++i) {
    if (counts(metrics, i) && ledger.transactions[i].kind == kind) sum += ledger.transactions[i].amount;
  }
  return sum.to_double(ledger.currency.minor_digits());
}

std::string explanation_of(const MetricValue& value) {
  std::string text;
  for (const std::string& step : value.steps) text += (text.empty() ? "" : "; ") + step;
  if (!value.known()) text += (text.empty() ? "" : "; ") + std::string("not computed: ") + value.reason;
  if (!value.note.empty()) text += (text.empty() ? "" : "; ") + value.note;
  return text;
}

Breakdown working_of(const MetricValue& value, Currency currency) {
  Breakdown breakdown;
  breakdown.formula = value.formula;
  breakdown.explanation = explanation_of(value);
  breakdown.result = number_of(value, currency);
  breakdown.reason = unless_empty(value.reason);
  breakdown.steps = value.steps;
  for (const auto& place : value.places) {
    if (auto view = view_of(place)) breakdown.sources.push_back(std::move(*view));
  }
  return breakdown;
}

}  // namespace

BreakdownView breakdown_of(const LedgerSnapshot& snapshot, BreakdownMetric metric, std::optional<Date> as_of) {
  const Ledger& ledger = snapshot.ledger();
  const MetricSet metrics = compute_metrics(ledger, as_of);
  const auto number = [&](Metric m) { return number_of(metrics[m], ledger.currency); };
  Breakdown breakdown = working_of(metrics[metric_of(metric, metrics)], ledger.currency);
  breakdown.as_of = metrics.as_of;
  for (const std::size_t later : metrics.after_as_of)
    breakdown.left_out.push_back(row_view_of(ledger.transactions[later], ledger.currency));
  breakdown.metric = upper(names_of(metric)[static_cast<std::size_t>(metric)]);
  if (metric == BreakdownMetric::irr) {
    add_cash_flows(breakdown, ledger, metrics);
    breakdown.irr_basis = view_of(metrics, ledger.currency).irr_basis;
  } else {
    breakdown.pic = number(Metric::pic);
    breakdown.total_distributions = number(Metric::total_distributions);
    breakdown.nav = number(Metric::nav);
    breakdown.total_calls = sum_of(ledger, metrics, RowKind::capital_call);
    breakdown.total_adjustments = sum_of(ledger, metrics, RowKind::adjustment);
    breakdown.transactions = rows_of(ledger, metrics);
  }
  return {snapshot.fund.id.value, snapshot.fund.name, breakdown.metric, breakdown.result, std::move(breakdown)};
}

// ---- tables ----

const Fields& BreakdownQuery::fields() {
  static const auto table = Fields::of<BreakdownQuery>(
      "BreakdownQuery", "Which metric, of which day, as known when.",
      {field<&BreakdownQuery::metric>("metric", "Absent or all: every metric, without working."),
       field<&BreakdownQuery::as_of>("as_of", "Flows after this day are left out; absent: the day of the report.",
                                     net::format("date")),
       field<&BreakdownQuery::known_on>("known_on",
                                        "As it was known at the end of this day, or at this moment (UTC).")});
  return table;
}

const Fields& BreakdownRow::fields() {
  using B = BreakdownRow;
  static const auto table =
      Fields::of<B>("BreakdownRow", "A row a metric is made of.",
                    {field<&B::date>("date", "When."), field<&B::amount>("amount", "Signed as printed."),
                     field<&B::type>("type", "In the document's words."),
                     field<&B::description>("description", "In the document's words."),
                     field<&B::is_recallable>("is_recallable", "Of distributions."),
                     field<&B::source>("source", "Where the amount stands.")});
  return table;
}

const Fields& BreakdownRows::fields() {
  using B = BreakdownRows;
  static const auto table = Fields::of<B>(
      "BreakdownRows", "Rows by kind and date.",
      {field<&B::capital_calls>("capital_calls", "Calls."), field<&B::distributions>("distributions", "Distributions."),
       field<&B::adjustments>("adjustments", "Adjustments.")});
  return table;
}

const Fields& CashFlowView::fields() {
  using C = CashFlowView;
  static const auto table =
      Fields::of<C>("CashFlow", "Cash of one day, from the investor's side.",
                    {field<&C::date>("date", "When."), field<&C::amount>("amount", "Negative: paid in."),
                     field<&C::type>("type", "capital_call, distribution, adjustment, or nav at the end.")});
  return table;
}

const Fields& CashFlowSummary::fields() {
  using C = CashFlowSummary;
  static const auto table = Fields::of<C>(
      "CashFlowSummary", "Sums of the cash.",
      {field<&C::total_outflows>("total_outflows", "Paid in."), field<&C::total_inflows>("total_inflows", "Received."),
       field<&C::net_cash_flow>("net_cash_flow", "Received less paid in.")});
  return table;
}

const Fields& Breakdown::fields() {
  using B = Breakdown;
  static const auto table = Fields::of<B>(
      "Breakdown", "How a metric was computed.",
      {field<&B::metric>("metric", "Its name."), field<&B::formula>("formula", "What is computed."),
       field<&B::result>("result", "Null when it cannot be computed."),
       field<&B::explanation>("explanation", "The steps in a row."),
       field<&B::reason>("reason", "Why there is no result."), field<&B::steps>("steps", "One after another."),
       field<&B::pic>("pic", "Paid-in capital."),
       field<&B::total_distributions>("total_distributions", "After adjustments."),
       field<&B::nav>("nav", "Net asset value."), field<&B::total_calls>("total_calls", "Sum of the calls."),
       field<&B::total_adjustments>("total_adjustments", "Sum of the adjustments as printed."),
       field<&B::transactions>("transactions", "The rows."), field<&B::cash_flows>("cash_flows", "Of the IRR."),
       field<&B::cash_flow_summary>("cash_flow_summary", "Of the IRR."),
       field<&B::irr_basis>("irr_basis", "with_nav, cash_only or none."),
       field<&B::as_of>("as_of", "The day the figure is of."),
       field<&B::left_out>("left_out", "Rows that are later, by date."),
       field<&B::sources>("sources", "Where figures stand that are no rows.")});
  return table;
}

const Fields& BreakdownView::fields() {
  using B = BreakdownView;
  static const auto table =
      Fields::of<B>("MetricBreakdown", "One metric of a fund with its working.",
                    {field<&B::fund_id>("fund_id", "The fund."), field<&B::fund_name>("fund_name", "Its name."),
                     field<&B::metric_name>("metric_name", "In capitals."),
                     field<&B::value>("value", "Null when it cannot be computed."),
                     field<&B::breakdown>("breakdown", "How it was computed.")});
  return table;
}

const Fields& AllMetricsView::fields() {
  using A = AllMetricsView;
  static const auto table =
      Fields::of<A>("AllMetrics", "Every metric of a fund.",
                    {field<&A::fund_id>("fund_id", "The fund."), field<&A::fund_name>("fund_name", "Its name."),
                     field<&A::metrics>("metrics", "Its metrics.")});
  return table;
}

}  // namespace dossier::desks::funds
