#include "funds/ledger/periods.h"

#include "funds/ledger/phrasing.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

bool whole_years(const DateRange& range) {
  return range.from && range.to && range.from->month() == 1 && range.from->day() == 1 && range.to->month() == 12 &&
         range.to->day() == 31;
}

}  // namespace

Date first_of_quarter(Date day) {
  return *Date::of(day.year(), day.quarter() * 3 - 2, 1);
}

Date day_before(Date day) {
  return Date::of_days(day.days_since_epoch() - 1).value_or(day);
}

Date day_after(Date day) {
  return Date::of_days(day.days_since_epoch() + 1).value_or(day);
}

Date months_before(Date day, int months) {
  const std::int64_t index = std::int64_t{day.year()} * 12 + day.month() - 1 - months;
  const auto first =
      index < 0 ? std::nullopt : Date::of(static_cast<int>(index / 12), static_cast<int>(index % 12) + 1, 1);
  if (!first) return months > 0 ? *Date::of(1600, 1, 1) : *Date::of(9999, 12, 31);
  if (day == day.last_of_month()) return first->last_of_month();
  return Date::of(first->year(), first->month(), day.day()).value_or(first->last_of_month());
}

DateRange whole_year(int year) {
  return {Date::of(year, 1, 1), Date::of(year, 12, 31)};
}

std::string range_text(const DateRange& range) {
  if (!range.from && !range.to) return "";
  if (!range.from) return "up to " + date_text(*range.to);
  if (!range.to) return "since " + date_text(*range.from);
  Date from = *range.from, to = *range.to;
  if (whole_years(range)) {
    return from.year() == to.year() ? fmt::format("in {}", from.year())
                                    : fmt::format("from {} to {}", from.year(), to.year());
  }
  if (from == to) return "on " + date_text(from);
  if (from == first_of_quarter(to) && to == to.last_of_quarter())
    return "in " + period_text(to, DatePrecision::quarter);
  if (from.day() == 1 && to == from.last_of_month()) return "in " + period_text(to, DatePrecision::month);
  return fmt::format("from {} to {}", date_text(from), date_text(to));
}

bool Periods::contains(Date day) const {
  if (month && day.month() != *month) return false;
  if (quarter && day.quarter() != *quarter) return false;
  if (as_of && day > *as_of) return false;
  auto holds = [&](const DateRange& range) { return range.contains(day); };
  if (std::any_of(excluded.begin(), excluded.end(), holds)) return false;
  return ranges.empty() || std::any_of(ranges.begin(), ranges.end(), holds);
}

std::string Periods::text() const {
  std::vector<std::string> parts;
  for (const DateRange& range : ranges) parts.push_back(range_text(range));
  for (const DateRange& range : excluded) parts.push_back("not " + range_text(range));
  if (month) parts.push_back(fmt::format("in {} of any year", month_name(*month)));
  if (quarter) parts.push_back(fmt::format("in Q{} of any year", *quarter));
  if (as_of) parts.push_back("as of " + date_text(*as_of));
  return joined(parts);
}

}  // namespace dossier::funds
