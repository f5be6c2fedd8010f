#include "funds/questions/question_time_spans.h"

#include "funds/questions/question_period_words.h"

#include <algorithm>
#include <array>

namespace dossier::funds {

DateRange days_of(const QuestionWord& word) {
  Date day = *word.date->date;
  switch (word.date->precision) {
    case DatePrecision::day: return {day, day};
    case DatePrecision::month: return {*Date::of(day.year(), day.month(), 1), day};
    case DatePrecision::quarter: break;
  }
  bool half = word.spelled.find_first_of("hH") != std::string::npos;
  if (half) return {*Date::of(day.year(), day.month() <= 6 ? 1 : 7, 1), day};
  return {first_of_quarter(day), day};
}

std::optional<DateRange> TimeSpans::range_at(std::size_t at, std::size_t& end) const {
  if (at >= words_.size() || words_[at].used) return std::nullopt;
  end = at + 1;
  if (auto range = before_a_dated_one(at)) return range;
  if (words_[at].date) return days_of(words_[at]);
  if (auto year = words_[at].year()) return whole_year(*year);
  if (at + 1 >= words_.size()) return std::nullopt;
  if (auto middle = middle_of_year(at, end)) return middle;
  if (auto part = part_of_year(at, end)) return part;
  std::string_view unit = texts_[at + 1];
  int nth = texts_[at] == "last" || texts_[at] == "final" ? (unit == "quarter" ? 4
                                                             : unit == "half"  ? 2
                                                                               : 0)
                                                          : ordinal_at(at);
  std::size_t year_at = at + 2;
  while (year_at < texts_.size() && (texts_[year_at] == "of" || texts_[year_at] == "in" || texts_[year_at] == "year"))
    ++year_at;
  if (nth == 0 || year_at >= words_.size() || !words_[year_at].year()) return std::nullopt;
  int year = *words_[year_at].year();
  end = year_at + 1;
  if (unit == "quarter" && nth <= 4)
    return DateRange{Date::of(year, nth * 3 - 2, 1), Date::of(year, nth * 3, 1)->last_of_month()};
  if (unit == "half" && nth <= 2)
    return DateRange{Date::of(year, nth * 6 - 5, 1), Date::of(year, nth * 6, 1)->last_of_month()};
  return std::nullopt;
}

// "March to June 2017", "Q1 and Q2 2023": the year belongs to both.
std::optional<DateRange> TimeSpans::before_a_dated_one(std::size_t at) const {
  if (at + 2 >= words_.size() || !words_[at + 2].date) return std::nullopt;
  static constexpr std::array<std::string_view, 8> kJoins = {"to",  "and", "or",   "until",
                                                             "bis", "und", "oder", "through"};
  if (std::find(kJoins.begin(), kJoins.end(), texts_[at + 1]) == kJoins.end()) return std::nullopt;
  int year = days_of(words_[at + 2]).to->year();
  if (auto month = month_at(at, true)) {
    Date first = *Date::of(year, *month, 1);
    return DateRange{first, first.last_of_month()};
  }
  if (auto quarter = quarter_at(at)) {
    Date first = *Date::of(year, *quarter * 3 - 2, 1);
    return DateRange{first, first.last_of_quarter()};
  }
  return std::nullopt;
}

// "The middle of 2022", "mid 2022": the day between its halves.
std::optional<DateRange> TimeSpans::middle_of_year(std::size_t at, std::size_t& end) const {
  std::size_t before = at;
  while (before > 0 && texts_[before - 1] == "the") --before;
  if (before > 0 && (texts_[before - 1] == "in" || texts_[before - 1] == "during")) return std::nullopt;
  std::size_t year_at = at;
  bool mid = texts_[year_at] == "mid";
  if (!mid && texts_[year_at] != "middle") return std::nullopt;
  year_at += mid ? 1 : 2;
  auto year = year_at < words_.size() ? words_[year_at].year() : std::nullopt;
  if (!year || words_[year_at].used) return std::nullopt;
  end = year_at + 1;
  return DateRange{Date::of(*year, 6, 30), Date::of(*year, 6, 30)};
}

// "First six months of 2022", "last 2 quarters of 2021".
std::optional<DateRange> TimeSpans::part_of_year(std::size_t at, std::size_t& end) const {
  bool first = texts_[at] == "first", last = texts_[at] == "last" || texts_[at] == "final";
  if ((!first && !last) || at + 4 >= words_.size()) return std::nullopt;
  auto count = words_[at + 1].ordinal();
  std::string_view unit = texts_[at + 2];
  int months = unit.starts_with("year") ? 0 : months_in(unit);
  auto year = texts_[at + 3] == "of" || texts_[at + 3] == "in" ? words_[at + 4].year() : std::nullopt;
  if (!count || months == 0 || !year || *count * months > 12) return std::nullopt;
  months *= *count;
  end = at + 5;
  if (first) return DateRange{Date::of(*year, 1, 1), Date::of(*year, months, 1)->last_of_month()};
  return DateRange{Date::of(*year, 13 - months, 1), Date::of(*year, 12, 31)};
}

int TimeSpans::ordinal_at(std::size_t at) const {
  auto it = std::find(kOrdinals.begin(), kOrdinals.end(), texts_[at]);
  if (it != kOrdinals.end()) return static_cast<int>(it - kOrdinals.begin()) + 1;
  return texts_[at] == "nth" ? words_[at].ordinal().value_or(0) : 0;
}

std::optional<int> TimeSpans::quarter_at(std::size_t at) const {
  std::string_view text = texts_[at];
  bool quarter = text.size() == 2 && text[0] == 'q' && text[1] >= '1' && text[1] <= '4';
  return quarter ? std::optional(text[1] - '0') : std::nullopt;
}

std::optional<int> TimeSpans::month_at(std::size_t at, bool related) const {
  if (at >= texts_.size() || words_[at].used) return std::nullopt;
  std::string_view text = texts_[at];
  if (!related && (text == "may" || text == "mai" || text == "mars")) return std::nullopt;
  return month_named(text);
}

std::optional<DateRange> TimeSpans::latest_recurrence(std::size_t at, std::size_t& end) const {
  auto month = month_at(at, true);
  if (!month) return std::nullopt;
  end = at + 1;
  Date first = *Date::of(reference_.year() - (*month > reference_.month() ? 1 : 0), *month, 1);
  return DateRange{first, first.last_of_month()};
}

}  // namespace dossier::funds
