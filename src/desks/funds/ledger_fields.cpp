#include "base/limits.h"
#include "desks/funds/ledger_views.h"

// The tables of ledger_views.h.
namespace dossier::desks::funds {

using net::field;
using net::Fields;

namespace {

constexpr double kRowsListedMax = 10'000;
const auto kReason = net::length(1, limits::kReasonCharactersMax);
const auto kText = net::length(0, limits::kReasonCharactersMax);

}  // namespace

const Fields& LedgerQuery::fields() {
  using Q = LedgerQuery;
  static const auto table = Fields::of<Q>(
      "LedgerQuery", "Which rows, of which day and as known when.",
      {field<&Q::as_of>("as_of", "Rows after this day are left out and listed apart.", net::format("date")),
       field<&Q::known_on>("known_on", "As it was known at the end of this day, or at this moment (UTC)."),
       field<&Q::kind>("kind", "Only rows of this kind."),
       field<&Q::page>("page", "From 1.", net::range(1, 1e9), net::or_default),
       field<&Q::limit>("limit", "Rows on a page.", net::range(1, kRowsListedMax), net::or_default)});
  return table;
}

const Fields& OldRowView::fields() {
  using O = OldRowView;
  static const auto table = Fields::of<O>(
      "OldRow", "A row that no longer counts: corrected, removed or repeated.",
      {field<&O::id>("id", "Its number."), field<&O::kind>("kind", "capital_call, distribution or adjustment."),
       field<&O::date>("date", "When."), field<&O::amount>("amount", "With decimals."),
       field<&O::type>("type", "In the document's words."),
       field<&O::description>("description", "In the document's words."),
       field<&O::printed>("printed", "The amount as printed."), field<&O::source>("source", "Where it stands."),
       field<&O::recorded_by>("recorded_by", "Who put it there."),
       field<&O::recorded_at>("recorded_at", "When it was recorded."),
       field<&O::superseded_at>("superseded_at", "Since when it no longer counts."),
       field<&O::superseded_by>("superseded_by", "The row in its place; null: removed."),
       field<&O::superseded_who>("superseded_who", "Who said so."),
       field<&O::superseded_why>("superseded_why", "Why.")});
  return table;
}

const Fields& RowView::fields() {
  using R = RowView;
  static const auto table = Fields::of<R>(
      "LedgerRow",
      "A row with what it does, seen from the investor. Its number is its version: a correction makes a new one.",
      {field<&R::id>("id", "Its number."),
       field<&R::kind>("kind", "capital_call, distribution or adjustment."),
       field<&R::date>("date", "When."),
       field<&R::date_precision>("date_precision", "day, month or quarter."),
       field<&R::type>("type", "In the document's words."),
       field<&R::amount>("amount", "With decimals."),
       field<&R::printed>("printed", "As the document prints it; null when a person gave another."),
       field<&R::lp_cash>("lp_cash", "Cash; negative: the investor pays."),
       field<&R::paid_in>("paid_in", "Effect on paid-in capital."),
       field<&R::distribution>("distribution", "Effect on distributions."),
       field<&R::unfunded>("unfunded", "Effect on what may still be called."),
       field<&R::non_cash>("non_cash", "What moves totals without cash."),
       field<&R::recallable>("recallable", "Whether it may be called again; null: not said."),
       field<&R::recallable_until>("recallable_until", "The last day for that; null: none is told."),
       field<&R::description>("description", "In the document's words."),
       field<&R::number>("number", "3 of Call 3."),
       field<&R::status>("status", "settled, or noticed: announced, no statement confirms it yet."),
       field<&R::confidence>("confidence", "1: read without doubt."),
       field<&R::source>("source", "Where the amount stands; null when no document holds it."),
       field<&R::origin>("origin", "document or person."),
       field<&R::recorded_by>("recorded_by", "Who put it there."),
       field<&R::reason>("reason", "Why a person did."),
       field<&R::recorded_at>("recorded_at", "When."),
       field<&R::supersedes>("supersedes", "What stood here before, oldest first.")});
  return table;
}

const Fields& EnteredFigureView::fields() {
  using E = EnteredFigureView;
  static const auto table = Fields::of<E>(
      "EnteredFigure", "The NAV of a day, or the commitment from a day on, as a person entered it.",
      {field<&E::id>("id", "Its number."), field<&E::name>("name", "nav or commitment."),
       field<&E::date>("date", "Of or from which day."), field<&E::amount>("amount", "With decimals."),
       field<&E::why>("why", "Where it comes from."), field<&E::recorded_by>("recorded_by", "Who entered it."),
       field<&E::recorded_at>("recorded_at", "When."),
       field<&E::superseded_at>("superseded_at", "Since when it no longer counts; null: it does."),
       field<&E::superseded_by>("superseded_by", "What was entered in its place; null: withdrawn."),
       field<&E::superseded_who>("superseded_who", "Who said so."),
       field<&E::superseded_why>("superseded_why", "Why.")});
  return table;
}

const Fields& NavView::fields() {
  using N = NavView;
  static const auto table =
      Fields::of<N>("DatedNav", "A net asset value of a day.",
                    {field<&N::date>("date", "The day."), field<&N::nav>("nav", "With decimals."),
                     field<&N::printed>("printed", "As printed."),
                     field<&N::source>("source", "Where it stands; null when a person entered it.")});
  return table;
}

const Fields& OtherLedgerView::fields() {
  using O = OtherLedgerView;
  static const auto table =
      Fields::of<O>("OtherLedger", "Rows in another currency than the fund's: kept apart, never added.",
                    {field<&O::currency>("currency", "Its code."), field<&O::message>("message", "What that means."),
                     field<&O::rows>("rows", "How many.")});
  return table;
}

const Fields& LedgerView::fields() {
  using L = LedgerView;
  static const auto table = Fields::of<L>(
      "Ledger", "A fund's rows by date, each with its effects, place and history.",
      {field<&L::fund_id>("fund_id", "The fund."), field<&L::fund_name>("fund_name", "Its name."),
       field<&L::currency>("currency", "Of all amounts; null: no document names one."),
       field<&L::as_of>("as_of", "As asked for."), field<&L::known_on>("known_on", "As asked for."),
       field<&L::items>("items", "The rows of this page."), field<&L::total>("total", "Rows on all pages."),
       field<&L::page>("page", "As asked for."), field<&L::pages>("pages", "How many pages there are."),
       field<&L::noticed>("noticed", "Rows that are only announced."),
       field<&L::left_out>("left_out", "Rows after as_of, the first 100."),
       field<&L::left_out_total>("left_out_total", "How many are after as_of."),
       field<&L::removed>("removed", "Rows that a person removed."),
       field<&L::entered_figures>("entered_figures", "NAVs and commitments entered by people, superseded ones too."),
       field<&L::navs>("navs", "Net asset values until as_of."), field<&L::commitment>("commitment", "On as_of."),
       field<&L::restatements>("restatements", "What documents print differently, and which of it counts."),
       field<&L::other_ledgers>("other_ledgers", "What is in another currency."),
       field<&L::open_flags>("open_flags", "What a person should look at.")});
  return table;
}

const Fields& FlagQuery::fields() {
  using Q = FlagQuery;
  static const auto table =
      Fields::of<Q>("FlagQuery", "Which flags.",
                    {field<&Q::state>("state", "open, resolved or all.", net::or_default),
                     field<&Q::page>("page", "From 1.", net::range(1, 1e9), net::or_default),
                     field<&Q::limit>("limit", "Flags on a page.", net::range(1, kRowsListedMax), net::or_default)});
  return table;
}

const Fields& FlagView::fields() {
  using F = FlagView;
  static const auto table = Fields::of<F>(
      "Flag", "Why a person should look, and where.",
      {field<&F::id>("id", "Its number."), field<&F::code>("code", "What kind."),
       field<&F::message>("message", "What was seen and what it means."),
       field<&F::source>("source", "Where; a box of zeros: the whole page."),
       field<&F::state>("state", "open or resolved."), field<&F::resolved_at>("resolved_at", "When."),
       field<&F::resolved_by>("resolved_by", "By whom."), field<&F::resolution>("resolution", "With what result.")});
  return table;
}

const Fields& FlagPageView::fields() {
  using P = FlagPageView;
  static const auto table =
      Fields::of<P>("FlagPage", "One page of flags, by document.",
                    {field<&P::items>("items", "The flags."), field<&P::total>("total", "On all pages."),
                     field<&P::page>("page", "As asked for."), field<&P::pages>("pages", "How many pages there are.")});
  return table;
}

const Fields& RowBody::fields() {
  using B = RowBody;
  static const auto table = Fields::of<B>(
      "RowBody", "What a person says about a row, and why. Absent: as it is.",
      {field<&B::reason>("reason", "Why; kept with the row.", kReason), field<&B::kind>("kind", "What it is."),
       field<&B::effect>("effect", "What it does; adjustments need it."),
       field<&B::date>("date", "YYYY-MM-DD.", net::format("date")),
       field<&B::amount>("amount", "Digits with decimals, as -1250.50.", net::format("decimal"), net::length(1, 40)),
       field<&B::recallable>("recallable", "Of a distribution: whether it may be called again."),
       field<&B::recallable_until>("recallable_until", "The last day on which it may be, YYYY-MM-DD.",
                                   net::format("date")),
       field<&B::type>("type", "Return of Capital ...", kText),
       field<&B::description>("description", "Any words.", kText),
       field<&B::number>("number", "3 of Call 3.", net::length(0, 40)),
       field<&B::status>("status", "settled or noticed.")});
  return table;
}

const Fields& FigureBody::fields() {
  using B = FigureBody;
  static const auto table = Fields::of<B>(
      "FigureBody", "The NAV of a day, or the commitment from a day on.",
      {field<&B::name>("name", "nav or commitment."), field<&B::date>("date", "YYYY-MM-DD.", net::format("date")),
       field<&B::amount>("amount", "Digits with decimals.", net::format("decimal"), net::length(1, 40)),
       field<&B::reason>("reason", "Where it comes from.", kReason),
       field<&B::replaces>("replaces",
                           "The number of what was entered for that day before; needed when there is one.")});
  return table;
}

const Fields& ReasonBody::fields() {
  static const auto table = Fields::of<ReasonBody>(
      "Reason", "Why.", {field<&ReasonBody::reason>("reason", "Kept with the change.", kReason)});
  return table;
}

const Fields& RowChanged::fields() {
  using R = RowChanged;
  static const auto table =
      Fields::of<R>("RowChanged", "What a change of a row did.",
                    {field<&R::fund_id>("fund_id", "The fund."),
                     field<&R::row_id>("row_id", "The row that stands now; null: removed."),
                     field<&R::supersedes>("supersedes", "The row that no longer counts; null: a new one.")});
  return table;
}

const Fields& FigureChanged::fields() {
  using F = FigureChanged;
  static const auto table = Fields::of<F>("FigureChanged", "What entering or withdrawing a figure did.",
                                          {field<&F::fund_id>("fund_id", "The fund."),
                                           field<&F::figure_id>("figure_id", "What stands now; null: withdrawn."),
                                           field<&F::supersedes>("supersedes", "What no longer counts.")});
  return table;
}

const Fields& FlagResolved::fields() {
  using F = FlagResolved;
  static const auto table =
      Fields::of<F>("FlagResolved", "That a person has looked.",
                    {field<&F::flag_id>("flag_id", "The flag."), field<&F::resolution>("resolution", "As given.")});
  return table;
}

}  // namespace dossier::desks::funds
