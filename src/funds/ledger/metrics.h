#pragma once

#include "funds/ledger/ledger.h"
#include "funds/ledger/xirr.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a ledger says about a fund as of a day. Formulas: ILPA and GIPS, see docs/metrics.md; each figure carries its
// own.
namespace dossier::funds {

enum class Metric {
  total_calls,               // gross contributions: all capital calls, fees included
  pic,                       // paid-in capital: calls corrected for rebalancing, reversals and recalls
  net_pic,                   // PIC less recallable return of capital: auxiliary, not a standard figure
  called_share,              // PIC / commitment, "PIC multiple" in GIPS
  gross_distributions,       // all distributions before adjustments
  total_distributions,       // cumulative distributions after adjustments
  recallable_distributions,  // the part of the distributions that may be called again
  nav,                       // net asset value on the as-of date
  total_value,               // distributions + NAV
  dpi,                       // distributions / PIC, both adjusted
  dpi_gross,                 // the same without any adjustment
  rvpi,                      // NAV / PIC
  tvpi,                      // (distributions + NAV) / PIC
  moic,                      // from LP flows this can only be the TVPI; says so
  commitment,
  unfunded,         // commitment still callable, recallable distributions added back
  unfunded_simple,  // without adding them back
  net_cash,         // received less paid, NAV not counted
  irr,              // net IRR: dated, with the NAV as the last flow; nothing while NAV is unknown or under one year
  irr_period,       // under one year: the return of the period, not annualised
  irr_cash,         // dated, cash alone: auxiliary, never the IRR of a fund that still holds assets
  irr_periodic,     // calls and distributions at equal steps, dates and adjustments ignored: the old system's number
};
inline constexpr std::size_t kMetricCount = static_cast<std::size_t>(Metric::irr_periodic) + 1;

enum class Unit { money, multiple, rate };

std::string_view name_of(Metric metric);   // "dpi": the key in JSON
std::string_view title_of(Metric metric);  // "DPI", "paid-in capital (PIC)": for sentences
Unit unit_of(Metric metric);

// One metric with its working. Exactly one of `money` (Unit::money) and `number` (multiples; rates as fractions) is set
// when the metric is known; otherwise `reason` says why it is not, in one clause. Unknown is never 0.
struct MetricValue {
  Metric metric = Metric::pic;
  std::optional<Money> money = {};
  std::optional<double> number = {};
  std::string reason = {};
  std::string note = {};     // what a reader must know: an assumption, another definition, several roots
  std::string formula = {};  // "DPI = cumulative distributions / paid-in capital"
  std::vector<std::string> steps = {};
  std::vector<std::size_t> rows = {};  // indices into Ledger::transactions
  std::vector<Place> places = {};      // of figures used that are no rows: NAV, commitment

  bool known() const { return money || number; }
};

// A figure as people read it: "0.39x", "$11,050,000", "12.5%"; "not known" when it is not.
std::string value_text(const MetricValue& figure, Currency currency);

// Where a NAV may come from.
enum class NavRule {
  of_the_day,      // only of exactly the as-of date
  rolled_forward,  // else the last one before it plus contributions less distributions since: labelled wherever it
                   // shows
};
enum class NavBasis { none, reported, entered, rolled_forward };
std::string_view name_of(NavBasis basis);  // "rolled_forward"

struct MetricSet {
  std::optional<Date> as_of = {};  // nothing only when the ledger has no dates at all
  std::array<MetricValue, kMetricCount> values = {};
  std::vector<std::size_t> after_as_of = {};  // rows left out because they are later
  NavBasis nav_basis = NavBasis::none;
  IrrAnswer irr = {};  // of the flows behind Metric::irr, when NAV is known

  const MetricValue& operator[](Metric metric) const { return values[static_cast<std::size_t>(metric)]; }
};

// Every metric of `ledger` as of `as_of`; when absent, of the date of its report, else of its newest NAV, else of its
// last row. Flows after that date are left out and listed; the NAV must be of exactly that date,
// unless `nav` allows an older one to be rolled forward.
// `rates` net_only leaves out the two auxiliary rates, which cost the most, where only a course over time is wanted.
enum class Rates { all, net_only };
MetricSet compute_metrics(const Ledger& ledger, std::optional<Date> as_of = {}, Rates rates = Rates::all,
                          NavRule nav = NavRule::of_the_day);

// The NAV of `date`, from the history or from the report of that date. Nothing when none is of exactly that date.
std::optional<Sourced<Money>> nav_on(const Ledger& ledger, Date date);

// The commitment on `date`: what a person entered for it or for a day before, else what the documents print.
std::optional<Sourced<Money>> commitment_on(const Ledger& ledger, Date date);

// The rows' cash from the LP's side up to `as_of`, plus `nav` (if any) received on that day.
std::vector<DatedFlow> cash_flows(const Ledger& ledger, Date as_of, std::optional<Money> nav);

// The state of a fund after all rows of one day: the J-curve, and when a multiple passed a mark.
struct RunningPoint {
  Date date;
  Money net_cash, paid_in, distributions;  // since inception
  std::optional<double> dpi, tvpi;         // TVPI where a NAV of that very day is known
  std::size_t last_row;                    // index of the last row of that day
};
std::vector<RunningPoint> running(const Ledger& ledger, std::optional<Date> as_of = {});

}  // namespace dossier::funds
