#pragma once

#include "base/date.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dossier::reading {

// Which of two numbers is the day in 04/06/2016. A document uses one order throughout.
enum class DayOrder { unknown, day_first, month_first };

struct DateText {
  enum class Status {
    ok,
    ambiguous,  // day and month could be swapped and `order` was unknown: `date` has the day first
    impossible  // has the shape of a date but there is no such day
  };
  Status status = Status::ok;
  std::optional<Date> date = {};  // nothing when impossible
  DatePrecision precision = DatePrecision::day;
};

// The date that the whole of `text` is, footnote marks aside; nothing when it has not the shape of one. Understands
// 2023-01-15  2023/01/15  20230115  15-Jan-2023  15-Jan-23  15 January 2023  January 15, 2023  01/15/2023  15.01.2023
// Jan-23  March 2023  Q1 2023  1Q23  Q1'23  2023Q1  H1 2023, and month names in English, German, French, Spanish,
// Italian and Dutch. A month, quarter or half stands for its last day (a half has the precision of a quarter).
// Two-digit years: 70-99 are 19xx.
std::optional<DateText> read_date(std::string_view text, DayOrder order = DayOrder::unknown);

// The first date inside running text ("quarter ended 31 December 2023, unaudited").
std::optional<DateText> find_date(std::string_view text, DayOrder order = DayOrder::unknown);

// The order that the dates of a document need: any value above 12 tells, then month names in the text do not. Unknown
// when nothing tells or when the dates contradict each other.
DayOrder settle_day_order(std::span<const std::string> texts);

}  // namespace dossier::reading
