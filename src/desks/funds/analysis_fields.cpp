#include "desks/funds/analysis_views.h"

// The tables of analysis_views.h.
namespace dossier::desks::funds {

using net::field;
using net::Fields;

const Fields& AnalysisQuery::fields() {
  using Q = AnalysisQuery;
  static const auto table = Fields::of<Q>(
      "AnalysisQuery", "Of which day, as known when.",
      {field<&Q::as_of>("as_of", "Flows after this day are left out; absent: the day of the report.",
                        net::format("date")),
       field<&Q::known_on>("known_on", "As it was known at the end of this day, or at this moment (UTC)."),
       field<&Q::nav>("nav",
                      "of_the_day: only a NAV of as_of; rolled_forward: else the last one plus flows since, labelled.",
                      net::or_default)});
  return table;
}

const Fields& FigureView::fields() {
  using F = FigureView;
  static const auto table = Fields::of<F>(
      "Figure", "A figure with its working.",
      {field<&F::name>("name", "Its key."), field<&F::unit>("unit", "money, multiple or rate."),
       field<&F::value>("value", "Of multiples and rates (0.1524 is 15.24 %); null: see reason, or amount."),
       field<&F::amount>("amount", "Of money, with decimals."), field<&F::text>("text", "As people read it."),
       field<&F::reason>("reason", "Why it is not known."), field<&F::note>("note", "What a reader must know."),
       field<&F::formula>("formula", "What is computed."), field<&F::steps>("steps", "One after another."),
       field<&F::rows>("rows", "Numbers of the rows it is made of."),
       field<&F::sources>("sources", "Where figures stand that are no rows.")});
  return table;
}

const Fields& CheckView::fields() {
  using C = CheckView;
  static const auto table =
      Fields::of<C>("Check", "A printed figure against the computed one.",
                    {field<&C::metric>("metric", "Which."), field<&C::printed>("printed", "As the report prints it."),
                     field<&C::computed>("computed", "The same from the ledger."),
                     field<&C::agrees>("agrees", "Null: there is nothing to compare with."),
                     field<&C::note>("note", "Why they differ."), field<&C::source>("source", "Where it is printed.")});
  return table;
}

const Fields& RestatementView::fields() {
  using R = RestatementView;
  static const auto table =
      Fields::of<R>("Restatement", "What one document prints differently than another did.",
                    {field<&R::what>("what", "capital_call, distribution, adjustment or nav."),
                     field<&R::date>("date", "Of which day."), field<&R::before>("before", "What no longer counts."),
                     field<&R::now>("now", "What counts."), field<&R::message>("message", "Which counts and why."),
                     field<&R::before_source>("before_source", "Where it stands."),
                     field<&R::now_source>("now_source", "Where it stands.")});
  return table;
}

const Fields& AnalysisView::fields() {
  using A = AnalysisView;
  static const auto table = Fields::of<A>(
      "Analysis", "Everything that follows from a fund's ledger.",
      {field<&A::fund_id>("fund_id", "The fund."), field<&A::fund_name>("fund_name", "Its name."),
       field<&A::currency>("currency", "Of all amounts."), field<&A::as_of>("as_of", "The day the figures are of."),
       field<&A::known_on>("known_on", "As asked for."),
       field<&A::nav_basis>("nav_basis", "reported, entered, rolled_forward or none."),
       field<&A::figures>("figures", "Every metric with its working."),
       field<&A::checks>("checks", "Printed figures against computed ones; of the report's own day only."),
       field<&A::left_out>("left_out", "Numbers of the rows after as_of."),
       field<&A::noticed>("noticed", "Numbers of the rows that are only announced."),
       field<&A::restatements>("restatements", "What documents print differently."),
       field<&A::other_currencies>("other_currencies", "In which documents hold rows that count in no figure here.")});
  return table;
}

const Fields& BridgeView::fields() {
  using B = BridgeView;
  static const auto table =
      Fields::of<B>("NavBridge", "How the NAV went from one day to another.",
                    {field<&B::currency>("currency", "Of all amounts."), field<&B::from>("from", "Opening day."),
                     field<&B::to>("to", "Closing day."),
                     field<&B::lines>("lines", "Opening, contributions, distributions, change in value, closing.")});
  return table;
}

const Fields& SeriesPointView::fields() {
  using S = SeriesPointView;
  static const auto table = Fields::of<S>(
      "SeriesPoint", "A fund after all flows of one day.",
      {field<&S::date>("date", "The day."), field<&S::net_cash>("net_cash", "Since inception: the J-curve."),
       field<&S::paid_in>("paid_in", "Since inception."), field<&S::distributions>("distributions", "Since inception."),
       field<&S::dpi>("dpi", "Null while nothing is paid in."),
       field<&S::tvpi>("tvpi", "Where a NAV of that day is known.")});
  return table;
}

const Fields& SeriesView::fields() {
  using S = SeriesView;
  static const auto table =
      Fields::of<S>("Series", "A fund day by day.",
                    {field<&S::currency>("currency", "Of all amounts."), field<&S::as_of>("as_of", "As asked for."),
                     field<&S::points>("points", "One for each day with flows.")});
  return table;
}

const Fields& HorizonView::fields() {
  using H = HorizonView;
  static const auto table = Fields::of<H>(
      "Horizon", "The return over a horizon.",
      {field<&H::years>("years", "How long; null: from the day asked for."), field<&H::from>("from", "Opening day."),
       field<&H::to>("to", "Closing day."), field<&H::irr>("irr", "Annual."),
       field<&H::irr_period>("irr_period", "Under a year: of the period.")});
  return table;
}

const Fields& HorizonsView::fields() {
  using H = HorizonsView;
  static const auto table =
      Fields::of<H>("Horizons", "Returns over one, three and five years, or from a day.",
                    {field<&H::as_of>("as_of", "Their last day."), field<&H::horizons>("horizons", "Shortest first.")});
  return table;
}

const Fields& MarketView::fields() {
  using M = MarketView;
  static const auto table = Fields::of<M>(
      "MarketEquivalent", "A fund against a public index.",
      {field<&M::index>("index", "Its name."), field<&M::index_from>("index_from", "Its first level."),
       field<&M::index_to>("index_to", "Its last level."), field<&M::index_levels>("index_levels", "How many."),
       field<&M::as_of>("as_of", "The day of the comparison."),
       field<&M::figures>("figures", "ks_pme, direct_alpha, ln_pme, ln_spread, pme_plus, pme_plus_spread.")});
  return table;
}

const Fields& PooledFundView::fields() {
  using P = PooledFundView;
  static const auto table = Fields::of<P>("PooledFund", "A fund of a pool.",
                                          {field<&P::id>("id", "Its number."), field<&P::name>("name", "Its name.")});
  return table;
}

const Fields& PoolView::fields() {
  using P = PoolView;
  static const auto table = Fields::of<P>(
      "Pool", "Funds of one currency as if they were one.",
      {field<&P::currency>("currency", "Of all amounts."), field<&P::funds>("funds", "Which."),
       field<&P::as_of>("as_of", "The day of the figures."), field<&P::figures>("figures", "With their working."),
       field<&P::missing>("missing", "Which fund lacks what.")});
  return table;
}

const Fields& PoolsView::fields() {
  using P = PoolsView;
  static const auto table = Fields::of<P>("Pools", "One pool per currency.",
                                          {field<&P::pools>("pools", "In the order of the funds."),
                                           field<&P::message>("message", "Why there is more than one.")});
  return table;
}

}  // namespace dossier::desks::funds
