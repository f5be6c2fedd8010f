#include "desks/funds/entered_figures.h"

#include <algorithm>

namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::Row;
using store::Session;

std::string_view name_of(EnteredName name) {
  return names_of(name)[static_cast<std::size_t>(name)];
}

Result<std::vector<EnteredFigure>> read_entered_figures(Session& session, FundId fund, std::int64_t moment) {
  const auto make = [&](const Row& row) {
    EnteredFigure made{.id = row.get<EnteredFigureId>(0),
                       .name = row.text(1) == "nav" ? EnteredName::nav : EnteredName::commitment,
                       .date = row.date(2),
                       .amount = Money::of_minor(row.integer(3)),
                       .why = row.text(4),
                       .recorded_by = row.text(5),
                       .recorded_at = row.get<WallTime>(6)};
    const auto ended = row.get<std::optional<std::int64_t>>(7);
    if (!ended || *ended > moment) return made;
    made.superseded_at = store::from_micros(*ended);
    made.superseded_by = EnteredFigureId{row.get<std::optional<std::int64_t>>(8).value_or(0)};
    made.superseded_who = row.get<std::optional<std::string>>(9).value_or("");
    made.superseded_why = row.get<std::optional<std::string>>(10).value_or("");
    return made;
  };
  return session.all(
      "SELECT id, name, date, amount, why, recorded_by, recorded_at, superseded_at, superseded_by, superseded_who, "
      "superseded_why FROM entered_figure WHERE fund = ?1 AND recorded_at <= ?2 ORDER BY date, id",
      {fund, moment}, make);
}

void take_entered_figures(pure::Ledger& ledger, const std::vector<EnteredFigure>& figures) {
  for (const EnteredFigure& figure : figures) {
    if (figure.superseded_at) continue;
    if (figure.name == EnteredName::commitment) {
      ledger.commitments.push_back({figure.date, figure.amount});
      continue;
    }
    std::erase_if(ledger.nav_history, [&](const pure::DatedNav& nav) { return nav.date == figure.date; });
    ledger.nav_history.push_back({figure.date, figure.amount});
  }
  std::stable_sort(ledger.nav_history.begin(), ledger.nav_history.end(),
                   [](const pure::DatedNav& a, const pure::DatedNav& b) { return a.date < b.date; });
}

}  // namespace dossier::desks::funds
