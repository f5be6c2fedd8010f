#include "desks/funds/views.h"

#include "base/limits.h"

#include <cmath>

namespace dossier::desks::funds {

using dossier::funds::Metric;
using dossier::funds::MetricSet;
using dossier::funds::MetricValue;
using dossier::funds::Place;
using dossier::funds::RowKind;
using net::field;
using net::Fields;

namespace {

constexpr double kListMax = 10'000;

double rounded(double number, double steps) {
  return std::round(number * steps) / steps;
}

// The clients read amounts with two decimals, whatever the currency has.
std::string amount_text(Money amount, int minor_digits) {
  std::string text = amount.text(minor_digits);
  if (minor_digits == 0) text += ".00";
  return text;
}

}  // namespace

// ---- making them ----

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<PlaceView> view_of(const Place& place) {
  if (place.page == 0) return std::nullopt;
  return PlaceView{
      place.document.value, place.file, place.page, {place.box.x0, place.box.y0, place.box.x1, place.box.y1}};
}

std::optional<double> number_of(const MetricValue& value, Currency currency) {
  if (value.money) return value.money->to_double(currency.minor_digits());
  if (!value.number) return std::nullopt;
  return unit_of(value.metric) == dossier::funds::Unit::rate ? rounded(*value.number * 100, 100)
                                                             : rounded(*value.number, 10'000);
}

MetricsView view_of(const MetricSet& metrics, Currency currency) {
  const auto number = [&](Metric metric) { return number_of(metrics[metric], currency); };
  MetricsView view;
  view.dpi = number(Metric::dpi);
  view.tvpi = number(Metric::tvpi);
  view.rvpi = number(Metric::rvpi);
  view.pic = number(Metric::pic);
  view.total_distributions = number(Metric::total_distributions);
  view.nav = number(Metric::nav);
  view.irr_periodic = number(Metric::irr_periodic);
  view.as_of = metrics.as_of;
  view.nav_basis = name_of(metrics.nav_basis);
  view.left_out = static_cast<std::int64_t>(metrics.after_as_of.size());
  // The cash figure stands in only for a NAV nobody knows, and says so: it is never the IRR of a fund that holds
  // assets.
  const bool with_nav = metrics[Metric::nav].known();
  view.irr = number(with_nav ? Metric::irr : Metric::irr_cash);
  if (view.irr) view.irr_basis = with_nav ? "with_nav" : "cash_only";
  return view;
}

FundView view_of(const Fund& fund) {
  return {fund.name, fund.gp_name, fund.fund_type, fund.vintage_year, fund.id.value, {fund.created_at}, std::nullopt};
}

TransactionView view_of(const RowPage::Item& item, FundId fund, int minor_digits) {
  const auto& row = item.row;
  const std::string amount = amount_text(row.amount, minor_digits);
  const net::NaiveUtc created{item.recorded_at};
  const auto type = unless_empty(row.type), description = unless_empty(row.description);
  switch (row.kind) {
    case RowKind::capital_call:
      return CapitalCallView{fund.value,  row.date,     type,    amount,
                             description, row.id.value, created, view_of(row.place)};
    case RowKind::distribution:
      return DistributionView{fund.value,
                              row.date,
                              type,
                              row.recallable.value_or(false),
                              row.recallable_until,
                              amount,
                              description,
                              row.id.value,
                              created,
                              view_of(row.place)};
    case RowKind::adjustment: break;
  }
  const bool contribution = !row.effects.paid_in.zero();
  return AdjustmentView{fund.value,   row.date,    type,         std::nullopt, amount,
                        contribution, description, row.id.value, created,      view_of(row.place)};
}

// ---- their tables ----

const Fields& ById::fields() {
  static const auto table = Fields::of<ById>("ById", "One of them.", {field<&ById::id>("id", "Its number.")});
  return table;
}

const Fields& Skipping::fields() {
  using S = Skipping;
  static const auto table = Fields::of<S>(
      "Skipping", "A part of a list.",
      {field<&S::skip>("skip", "So many are left out at the start.", net::at_least(0), net::or_default),
       field<&S::limit>("limit", "At most so many are given.", net::range(0, kListMax), net::or_default)});
  return table;
}

const Fields& Message::fields() {
  static const auto table =
      Fields::of<Message>("Message", "That it was done.", {field<&Message::message>("message", "One sentence.")});
  return table;
}

const Fields& PlaceView::fields() {
  using P = PlaceView;
  static const auto table =
      Fields::of<P>("Place", "Where a figure stands in its document.",
                    {field<&P::document_id>("document_id", "The document."),
                     field<&P::file_name>("file_name", "Its name."), field<&P::page>("page", "The page, from 1."),
                     field<&P::box>("box", "x0, y0, x1, y1 in PDF points from the top left corner.")});
  return table;
}

const Fields& MetricsView::fields() {
  using M = MetricsView;
  static const auto table = Fields::of<M>(
      "Metrics", "What the ledger of a fund says about it. Null: cannot be computed.",
      {field<&M::dpi>("dpi", "Distributions to paid-in capital."),
       field<&M::irr>("irr", "Dated internal rate of return, in percent; see irr_basis."),
       field<&M::tvpi>("tvpi", "Total value to paid-in capital."),
       field<&M::rvpi>("rvpi", "Residual value to paid-in capital."), field<&M::pic>("pic", "Paid-in capital."),
       field<&M::total_distributions>("total_distributions", "Distributions after adjustments."),
       field<&M::nav>("nav", "Net asset value on as_of."),
       field<&M::irr_basis>(
           "irr_basis",
           "with_nav: the IRR; cash_only: no NAV is known, cash flows alone; none: it cannot be computed."),
       field<&M::irr_periodic>("irr_periodic", "Rate at equal periods, dates and adjustments ignored, in percent."),
       field<&M::as_of>("as_of", "The day the figures are of."),
       field<&M::nav_basis>("nav_basis", "reported, entered or none."),
       field<&M::left_out>("left_out", "How many rows are later than as_of and left out; /ledger lists them.")});
  return table;
}

const Fields& MomentQuery::fields() {
  using M = MomentQuery;
  static const auto table = Fields::of<M>(
      "MomentQuery", "Of which day, as known when.",
      {field<&M::as_of>("as_of", "Flows after this day are left out; absent: the day of the report.",
                        net::format("date")),
       field<&M::known_on>("known_on", "As it was known at the end of this day, or at this moment (UTC).")});
  return table;
}

const Fields& NewFund::fields() {
  using N = NewFund;
  static const auto table = Fields::of<N>(
      "NewFund", "A fund to be entered.",
      {field<&N::name>("name", "As its reports print it.", net::length(1, limits::kFundNameCharactersMax)),
       field<&N::gp_name>("gp_name", "Its general partner.", net::length(0, limits::kFundNameCharactersMax)),
       field<&N::fund_type>("fund_type", "Venture capital, buyout ...", net::length(0, limits::kFundTypeCharactersMax)),
       field<&N::vintage_year>("vintage_year", "Year of its first closing.", net::range(1900, 2200))});
  return table;
}

const Fields& FundEdit::fields() {
  using E = FundEdit;
  static const auto table = Fields::of<E>(
      "FundEdit", "What to change; null takes a value away, absent fields stay as they are.",
      {field<&E::name>("name", "As its reports print it.", net::length(1, limits::kFundNameCharactersMax)),
       field<&E::gp_name>("gp_name", "Its general partner.", net::length(0, limits::kFundNameCharactersMax)),
       field<&E::fund_type>("fund_type", "Venture capital, buyout ...", net::length(0, limits::kFundTypeCharactersMax)),
       field<&E::vintage_year>("vintage_year", "Year of its first closing.", net::range(1900, 2200))});
  return table;
}

const Fields& FundView::fields() {
  using F = FundView;
  static const auto table = Fields::of<F>(
      "Fund", "A fund.",
      {field<&F::name>("name", "As its reports print it."), field<&F::gp_name>("gp_name", "Its general partner."),
       field<&F::fund_type>("fund_type", "Venture capital, buyout ..."),
       field<&F::vintage_year>("vintage_year", "Year of its first closing."), field<&F::id>("id", "Its number."),
       field<&F::created_at>("created_at", "When it was entered, UTC."),
       field<&F::metrics>("metrics", "Null in answers to changes.")});
  return table;
}

const Fields& TransactionQuery::fields() {
  using Q = TransactionQuery;
  static const auto table =
      Fields::of<Q>("TransactionQuery", "Which rows.",
                    {field<&Q::transaction_type>("transaction_type", "Which kind."),
                     field<&Q::page>("page", "From 1.", net::range(1, 1e9), net::or_default),
                     field<&Q::limit>("limit", "Rows on a page.", net::range(1, kListMax), net::or_default)});
  return table;
}

const Fields& CapitalCallView::fields() {
  using C = CapitalCallView;
  static const auto table = Fields::of<C>(
      "CapitalCall", "Money the fund called.",
      {field<&C::fund_id>("fund_id", "The fund."), field<&C::call_date>("call_date", "When."),
       field<&C::call_type>("call_type", "In the document's words."), field<&C::amount>("amount", "With decimals."),
       field<&C::description>("description", "In the document's words."), field<&C::id>("id", "Its number."),
       field<&C::created_at>("created_at", "When it was recorded, UTC."),
       field<&C::source>("source", "Where the amount stands; null when a person entered it.")});
  return table;
}

const Fields& DistributionView::fields() {
  using D = DistributionView;
  static const auto table = Fields::of<D>(
      "Distribution", "Money the fund paid out.",
      {field<&D::fund_id>("fund_id", "The fund."), field<&D::distribution_date>("distribution_date", "When."),
       field<&D::distribution_type>("distribution_type", "In the document's words."),
       field<&D::is_recallable>("is_recallable", "Whether it may be called again."),
       field<&D::recallable_until>("recallable_until", "The last day on which it may; null: none is told."),
       field<&D::amount>("amount", "With decimals."), field<&D::description>("description", "In the document's words."),
       field<&D::id>("id", "Its number."), field<&D::created_at>("created_at", "When it was recorded, UTC."),
       field<&D::source>("source", "Where the amount stands; null when a person entered it.")});
  return table;
}

const Fields& AdjustmentView::fields() {
  using A = AdjustmentView;
  static const auto table = Fields::of<A>(
      "Adjustment", "A correction of calls or distributions.",
      {field<&A::fund_id>("fund_id", "The fund."), field<&A::adjustment_date>("adjustment_date", "When."),
       field<&A::adjustment_type>("adjustment_type", "In the document's words."),
       field<&A::category>("category", "Not told by documents: null."),
       field<&A::amount>("amount", "With decimals, signed as printed."),
       field<&A::is_contribution_adjustment>("is_contribution_adjustment", "Whether it changes paid-in capital."),
       field<&A::description>("description", "In the document's words."), field<&A::id>("id", "Its number."),
       field<&A::created_at>("created_at", "When it was recorded, UTC."),
       field<&A::source>("source", "Where the amount stands; null when a person entered it.")});
  return table;
}

const Fields& TransactionPage::fields() {
  using P = TransactionPage;
  static const auto table =
      Fields::of<P>("TransactionPage", "One page of a fund's rows of one kind, by date.",
                    {field<&P::items>("items", "The rows."), field<&P::total>("total", "Rows on all pages."),
                     field<&P::page>("page", "As asked for."), field<&P::pages>("pages", "How many pages there are.")});
  return table;
}

}  // namespace dossier::desks::funds
