#pragma once

#include "base/date.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {

// Days from `from` to `to`, both included; an absent end is open.
struct DateRange {
  std::optional<Date> from = {}, to = {};

  bool contains(Date day) const { return (!from || day >= *from) && (!to || day <= *to); }
  bool operator==(const DateRange&) const = default;
};

Date first_of_quarter(Date day);
Date day_before(Date day);
Date day_after(Date day);
// The same day `months` earlier, or the last of its month. Beyond the calendar its first or last day.
Date months_before(Date day, int months);
DateRange whole_year(int year);

// "in 2023", "in Q3 2023", "since 1 July 2022", "up to 31 December 2021", "from 2019 to 2021".
std::string range_text(const DateRange& range);

// What a question says about time. A day is meant when any of the ranges holds it (none: always) and none of the
// excluded ones does, and the month and quarter of any year, when given.
struct Periods {
  std::vector<DateRange> ranges = {};
  std::vector<DateRange> excluded = {};  // "not in 2021"
  std::optional<int> month = {}, quarter = {};
  std::vector<Date> other_days = {};  // further days the state is asked on: "at the end of 2018 and of 2019"
  std::optional<Date> as_of = {};  // "as of", "at the end of": the state on a day rather than what happened in a time

  bool empty() const { return ranges.empty() && excluded.empty() && !month && !quarter && !as_of; }
  bool contains(Date day) const;
  std::string text() const;  // "in 2022 and in 2023"; empty when nothing is said
};

}  // namespace dossier::funds
