#include "funds/ledger/nav_bridge.h"

#include "base/check.h"
#include "funds/ledger/phrasing.h"

#include <fmt/format.h>

namespace dossier::funds {
namespace {

WorkedFigure nav_line(const Ledger& ledger, std::string_view name, Date date) {
  WorkedFigure line{.name = name, .unit = Unit::money, .formula = "NAV of " + date_text(date)};
  const auto nav = nav_on(ledger, date);
  if (!nav) {
    line.reason = "no net asset value of " + date_text(date) + " is given";
    return line;
  }
  line.money = nav->value;
  line.steps = {money_text(nav->value, ledger.currency)};
  if (nav->place.page > 0) line.places = {nav->place};
  return line;
}

WorkedFigure flow_line(const Ledger& ledger, std::string_view name, Date from, Date to, Money Effects::*effect) {
  WorkedFigure line{.name = name, .unit = Unit::money, .money = Money()};
  line.formula = fmt::format("sum of the {} after {} until {}", name, date_text(from), date_text(to));
  for (std::size_t k = 0; k < ledger.transactions.size(); ++k) {
    const Transaction& row = ledger.transactions[k];
    if (row.date <= from || row.date > to || (row.effects.*effect).zero()) continue;
    *line.money += row.effects.*effect;
    line.rows.push_back(k);
  }
  line.steps = {
      fmt::format("{}: {}", counted(line.rows.size(), "row", "rows"), money_text(*line.money, ledger.currency))};
  return line;
}

}  // namespace

NavBridge nav_bridge(const Ledger& ledger, Date from, Date to) {
  DOSSIER_CHECK(from < to);
  NavBridge bridge{.from = from, .to = to};
  bridge.opening = nav_line(ledger, "opening_nav", from);
  bridge.contributions = flow_line(ledger, "contributions", from, to, &Effects::paid_in);
  bridge.distributions = flow_line(ledger, "distributions", from, to, &Effects::distribution);
  bridge.closing = nav_line(ledger, "closing_nav", to);
  WorkedFigure& change = bridge.change_in_value;
  change = {.name = "change_in_value", .unit = Unit::money};
  change.formula = "change in value = closing NAV - opening NAV - contributions + distributions";
  if (!bridge.opening.known() || !bridge.closing.known()) {
    change.reason = bridge.opening.known() ? bridge.closing.reason : bridge.opening.reason;
    return bridge;
  }
  const Money opening = *bridge.opening.money, closing = *bridge.closing.money;
  const Money paid = *bridge.contributions.money, received = *bridge.distributions.money;
  change.money = closing - opening - paid + received;
  const auto text = [&](Money amount) { return money_text(amount, ledger.currency); };
  change.steps = {fmt::format("{} - {} - {} + {} = {}", text(closing), text(opening), text(paid), text(received),
                              text(*change.money))};
  change.note = "results, fees and carried interest together";
  return bridge;
}

}  // namespace dossier::funds
