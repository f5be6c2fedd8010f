#include "funds/answer_rows.h"
#include "funds/phrasing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace dossier::funds {
namespace {

void interval_between_ends(const RowsAsked& asked) {
  std::vector<std::size_t> ends;
  for (const RowEnd& end : asked.plan.ends) {
    RowChoice choice = asked.plan.rows;
    choice.kinds = {end.kind};
    Plan pick{.measure = end.measure};
    auto chosen = extreme_rows(asked.ledger, chosen_rows(asked.task.basis, asked.fund, choice), pick);
    if (chosen.empty()) {
      asked.draft.say(fmt::format("There are no {}.", choice_text(choice, asked.ledger.currency)));
      return asked.draft.part(Answered::yes);
    }
    ends.push_back(chosen.front());
  }
  int days = asked.ledger.transactions[ends[1]].date - asked.ledger.transactions[ends[0]].date;
  asked.draft.say(fmt::format("{} days ({:.1f} years): {}.", std::abs(days), std::abs(days) / 365.25,
                              list_text(asked.ledger, ends)));
  asked.draft.value("days", std::abs(days));
  asked.give(ends);
}

}  // namespace

void tell_interval(const RowsAsked& asked) {
  if (!asked.plan.ends.empty()) return interval_between_ends(asked);
  std::vector<Date> dates;
  for (std::size_t row : asked.rows) dates.push_back(asked.ledger.transactions[row].date);
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  if (dates.size() < 2) {
    asked.draft.say(fmt::format("There is only one date among the {}, so no time between them.", asked.what));
    return asked.give(asked.rows);
  }
  double days = static_cast<double>(dates.back() - dates.front()) / static_cast<double>(dates.size() - 1);
  asked.draft.say(fmt::format("{:.0f} days on average between the {} dates of {}, from {} to {}.", days, dates.size(),
                              asked.what, date_text(dates.front()), date_text(dates.back())));
  asked.draft.value("days", days);
  asked.give(asked.rows);
}

}  // namespace dossier::funds
