#include "funds/ledger/phrasing.h"
#include "funds/questions/answer_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dossier::funds {
namespace {

struct End {
  Date day;
  std::string text;
  std::optional<std::size_t> row = {};
};

// Nothing where there is no such row; says so.
std::optional<End> end_of(const RowsAsked& asked, const TimeEnd& end) {
  if (end.day) return End{*end.day, date_text(*end.day)};
  if (!end.row) {
    Date report = asked.task.basis.fund(asked.fund).metrics.as_of.value_or(asked.task.basis.reference());
    return End{report, fmt::format("the report of {}", date_text(report))};
  }
  RowChoice choice = asked.plan.rows;
  choice.kinds = {end.row->kind};
  auto row = row_named(asked.ledger, *end.row, chosen_rows(asked.task.basis, asked.fund, choice));
  if (row) return End{asked.ledger.transactions[*row].date, list_text(asked.ledger, {*row}), row};
  asked.draft.say(fmt::format("There are not so many {}.", choice_text(choice, asked.ledger.currency)));
  return std::nullopt;
}

std::string length_text(int days) {
  if (days < 60) return counted(static_cast<std::size_t>(days), "day", "days");
  return fmt::format("{} days ({:.1f} months, {:.2f} years)", days, days / 365.25 * 12, days / 365.25);
}

void interval_between_ends(const RowsAsked& asked) {
  auto one = end_of(asked, asked.plan.ends[0]), other = end_of(asked, asked.plan.ends[1]);
  if (!one || !other) return asked.draft.part(Answered::no);
  if (other->day < one->day) std::swap(one, other);
  int days = other->day - one->day;
  asked.draft.say(fmt::format("{}, from {} to {}.", length_text(days), one->text, other->text));
  asked.draft.value("days", days);
  std::vector<std::size_t> rows;
  for (const auto& end : {*one, *other}) {
    if (end.row) rows.push_back(*end.row);
  }
  asked.give(rows);
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
