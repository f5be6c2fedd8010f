#include "desks/funds/analysis_views.h"

#include "funds/ledger/phrasing.h"

#include <numeric>

namespace dossier::desks::funds {

namespace pure = dossier::funds;

namespace {

constexpr int kHorizonYears[] = {1, 3, 5};

std::optional<std::string> code_of(Currency currency) {
  return unless_empty(std::string(currency.code()));
}

std::string_view unit_name(pure::Unit unit) {
  switch (unit) {
    case pure::Unit::money: return "money";
    case pure::Unit::multiple: return "multiple";
    case pure::Unit::rate: return "rate";
  }
  return "rate";
}

std::string text_of(std::optional<Money> amount, std::optional<double> number, pure::Unit unit, Currency currency) {
  if (amount) return pure::money_text(*amount, currency);
  if (!number) return "not known";
  return unit == pure::Unit::rate ? pure::percent_text(*number) : pure::multiple_text(*number);
}

// MetricValue and WorkedFigure carry the same working.
template <class F>
FigureView worked(const F& figure, std::string_view name, pure::Unit unit, Currency currency, const RowNames& rows) {
  FigureView view{.name = std::string(name),
                  .unit = std::string(unit_name(unit)),
                  .value = figure.number,
                  .amount = std::nullopt,
                  .text = text_of(figure.money, figure.number, unit, currency),
                  .reason = unless_empty(figure.reason),
                  .note = unless_empty(figure.note),
                  .formula = figure.formula,
                  .steps = figure.steps,
                  .rows = {},
                  .sources = {}};
  if (figure.money) view.amount = figure.money->text(currency.minor_digits());
  for (const std::size_t row : figure.rows) view.rows.push_back(rows[row]);
  for (const auto& place : figure.places) {
    if (auto source = view_of(place)) view.sources.push_back(std::move(*source));
  }
  return view;
}

std::vector<FigureView> figures_of(const pure::MetricSet& metrics, Currency currency, const RowNames& rows) {
  std::vector<FigureView> figures;
  for (const pure::MetricValue& figure : metrics.values) figures.push_back(figure_view_of(figure, currency, rows));
  return figures;
}

}  // namespace

RowNames row_numbers(const pure::Ledger& ledger) {
  RowNames names;
  for (const auto& row : ledger.transactions) names.push_back(row.id.value);
  return names;
}

RowNames row_places(const pure::Ledger& ledger) {
  RowNames names(ledger.transactions.size());
  std::iota(names.begin(), names.end(), 0);
  return names;
}

FigureView figure_view_of(const pure::MetricValue& figure, Currency currency, const RowNames& rows) {
  return worked(figure, name_of(figure.metric), unit_of(figure.metric), currency, rows);
}
FigureView figure_view_of(const pure::WorkedFigure& figure, Currency currency, const RowNames& rows) {
  return worked(figure, figure.name, figure.unit, currency, rows);
}

std::vector<RestatementView> restatements_of(const pure::Ledger& ledger) {
  const int digits = ledger.currency.minor_digits();
  std::vector<RestatementView> views;
  for (const pure::Restatement& made : ledger.restatements) {
    views.push_back({made.kind ? std::string(name_of(*made.kind)) : "nav", made.date, made.before.text(digits),
                     made.now.text(digits), made.message, view_of(made.before_place), view_of(made.now_place)});
  }
  return views;
}

AnalysisView analysis_view_of(const LedgerSnapshot& snapshot, std::optional<Date> as_of,
                              std::optional<WallTime> known_on, NavChoice nav) {
  const pure::Ledger& ledger = snapshot.ledger();
  const pure::MetricSet metrics = compute_metrics(ledger, as_of, pure::Rates::all, rule_of(nav));
  const RowNames rows = row_numbers(ledger);
  AnalysisView view{.fund_id = snapshot.fund.id.value, .fund_name = snapshot.fund.name};
  view.currency = code_of(ledger.currency);
  view.as_of = metrics.as_of;
  view.known_on = known_on;
  view.nav_basis = name_of(metrics.nav_basis);
  view.figures = figures_of(metrics, ledger.currency, rows);
  // Printed figures are of their report's day; against those of another day they say nothing.
  if (!as_of || as_of == ledger.as_of) {
    for (const pure::Check& check : check_reported(ledger, metrics)) {
      view.checks.push_back({std::string(name_of(check.metric)), check.printed,
                             figure_view_of(check.computed, ledger.currency, rows), check.agrees,
                             unless_empty(check.note), view_of(check.place)});
    }
  }
  for (const std::size_t row : metrics.after_as_of) view.left_out.push_back(rows[row]);
  for (std::size_t k = 0; k < ledger.transactions.size(); ++k) {
    if (ledger.transactions[k].status == pure::RowStatus::noticed) view.noticed.push_back(rows[k]);
  }
  view.restatements = restatements_of(ledger);
  for (std::size_t k = 1; k < snapshot.ledgers.size(); ++k)
    view.other_currencies.emplace_back(snapshot.ledgers[k].currency.code());
  return view;
}

BridgeView view_of(const pure::NavBridge& bridge, Currency currency, const RowNames& rows) {
  BridgeView view{code_of(currency), bridge.from, bridge.to, {}};
  for (const pure::WorkedFigure* line : bridge.lines()) view.lines.push_back(figure_view_of(*line, currency, rows));
  return view;
}

SeriesView series_view_of(const pure::Ledger& ledger, std::optional<Date> as_of) {
  const int digits = ledger.currency.minor_digits();
  SeriesView view{code_of(ledger.currency), as_of, {}};
  for (const pure::RunningPoint& point : running(ledger, as_of)) {
    view.points.push_back({point.date, point.net_cash.text(digits), point.paid_in.text(digits),
                           point.distributions.text(digits), point.dpi, point.tvpi});
  }
  return view;
}

HorizonView view_of(const pure::HorizonReturn& made, std::optional<std::int32_t> years, Currency currency,
                    const RowNames& rows) {
  return {years, made.from, made.to, figure_view_of(made.irr, currency, rows),
          figure_view_of(made.period, currency, rows)};
}

HorizonsView horizons_of(const pure::Ledger& ledger, std::optional<Date> as_of, std::optional<Date> from,
                         const RowNames& rows) {
  HorizonsView view{.as_of = as_of ? as_of : compute_metrics(ledger, {}, pure::Rates::net_only).as_of, .horizons = {}};
  if (!view.as_of) return view;
  if (from) {
    view.horizons.push_back(view_of(horizon_return(ledger, *from, *view.as_of), std::nullopt, ledger.currency, rows));
    return view;
  }
  for (const int years : kHorizonYears) {
    const auto start = pure::years_before(*view.as_of, years);
    if (start)
      view.horizons.push_back(view_of(horizon_return(ledger, *start, *view.as_of), years, ledger.currency, rows));
  }
  return view;
}

MarketView market_view_of(const pure::Ledger& ledger, const pure::MetricSet& metrics, const pure::MarketIndex& index,
                          const RowNames& rows) {
  const auto& levels = index.levels();
  MarketView view{.index = index.name(),
                  .index_from = levels.front().date,
                  .index_to = levels.back().date,
                  .index_levels = static_cast<std::int64_t>(levels.size()),
                  .as_of = metrics.as_of,
                  .figures = {}};
  const auto made = market_equivalent(ledger, metrics, index);
  for (const pure::WorkedFigure* figure : made.figures())
    view.figures.push_back(figure_view_of(*figure, ledger.currency, rows));
  return view;
}

PoolsView pools_view_of(std::span<const pure::Ledger* const> ledgers, std::optional<Date> as_of, bool stored) {
  PoolsView view;
  std::vector<std::string> currencies;
  for (const pure::Pool& pool : pool_by_currency(ledgers, as_of)) {
    const Currency currency = pool.ledger.currency;
    PoolView made{.currency = code_of(currency),
                  .funds = {},
                  .as_of = pool.metrics.as_of,
                  .figures = {},
                  .missing = pool.missing};
    for (const std::size_t k : pool.funds)
      made.funds.push_back({stored ? ledgers[k]->id.value : static_cast<std::int64_t>(k), ledgers[k]->name});
    made.figures = figures_of(pool.metrics, currency, stored ? row_numbers(pool.ledger) : row_places(pool.ledger));
    currencies.push_back(made.currency.value_or("an unknown currency"));
    view.pools.push_back(std::move(made));
  }
  if (view.pools.size() > 1) {
    view.message = "The funds are in " + pure::joined(currencies) +
                   "; amounts in different currencies are never added, so there is one pool for each";
  }
  return view;
}

}  // namespace dossier::desks::funds
