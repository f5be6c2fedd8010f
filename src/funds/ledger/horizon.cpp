#include "funds/ledger/horizon.h"

#include "base/check.h"
#include "funds/ledger/phrasing.h"

#include <fmt/format.h>

#include <cmath>

namespace dossier::funds {
namespace {

std::string nav_missing(const Ledger& ledger, Date date) {
  std::string known;
  for (const DatedNav& nav : ledger.nav_history) known += (known.empty() ? "" : ", ") + nav.date.iso();
  return fmt::format("no net asset value of {} is given ({})", date_text(date),
                     known.empty() ? "none is known at all" : "known are those of " + known);
}

}  // namespace

void take_rate(WorkedFigure& figure, const IrrAnswer& answer, std::size_t flows) {
  figure.number = answer.rate;
  if (!answer.rate) {
    figure.reason = answer.reason;
    return;
  }
  figure.steps.push_back(fmt::format("{} solved for the rate at which their present value is nil: {:.6f}",
                                     counted(flows, "flow", "flows"), *answer.rate));
  if (answer.status == IrrStatus::multiple) figure.note = answer.reason;
}

HorizonReturn horizon_return(const Ledger& ledger, Date from, Date to) {
  DOSSIER_CHECK(from < to);
  HorizonReturn made{.from = from, .to = to};
  made.irr = {.name = "irr", .unit = Unit::rate};
  made.irr.formula =
      "horizon IRR: opening NAV paid, flows since, closing NAV received; sum of flow / (1 + IRR)^(days / 365) = 0";
  made.period = {
      .name = "irr_period", .unit = Unit::rate, .formula = "return of the period = (1 + IRR)^(days / 365) - 1"};
  const auto opening = nav_on(ledger, from), closing = nav_on(ledger, to);
  if (!opening || !closing) {
    made.irr.reason = made.period.reason = nav_missing(ledger, opening ? to : from);
    return made;
  }
  std::vector<DatedFlow> flows = {{from, -static_cast<double>(opening->value.minor())}};
  for (std::size_t k = 0; k < ledger.transactions.size(); ++k) {
    const Transaction& row = ledger.transactions[k];
    if (row.date <= from || row.date > to || row.effects.lp_cash.zero()) continue;
    flows.push_back({row.date, static_cast<double>(row.effects.lp_cash.minor())});
    made.irr.rows.push_back(k);
  }
  flows.push_back({to, static_cast<double>(closing->value.minor())});
  for (const auto& nav : {*opening, *closing}) {
    if (nav.place.page > 0) made.irr.places.push_back(nav.place);
  }
  made.irr.steps = {fmt::format("{} of {} paid, {} of {} received", money_text(opening->value, ledger.currency),
                                date_text(from), money_text(closing->value, ledger.currency), date_text(to))};
  take_rate(made.irr, xirr(flows), flows.size());
  const int days = to - from;
  if (!made.irr.number) {
    made.period.reason = made.irr.reason;
  } else if (days >= 365) {
    made.period.reason = "the period is a year or longer, so the annual rate applies";
  } else {
    made.period.number = std::expm1(std::log1p(*made.irr.number) * days / 365);
    made.period.steps = {fmt::format("compounded over {} days: {:.6f}", days, *made.period.number)};
    made.irr.number.reset();
    made.irr.reason = fmt::format("only {} days, and returns of less than a year are not annualised", days);
  }
  return made;
}

std::optional<Date> years_before(Date date, int years) {
  if (date == date.last_of_month()) {
    const auto first = Date::of(date.year() - years, date.month(), 1);
    return first ? std::optional(first->last_of_month()) : std::nullopt;
  }
  return Date::of(date.year() - years, date.month(), date.day());
}

}  // namespace dossier::funds
