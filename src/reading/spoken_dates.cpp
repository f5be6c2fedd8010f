#include "reading/spoken_dates.h"

#include "reading/calendar_words.h"
#include "reading/date_numbers.h"
#include "reading/date_reader.h"
#include "reading/one_of.h"
#include "reading/relative_days.h"

#include <limits>

namespace dossier::reading {
namespace {

class DateFinder : DateReader {
 public:
  DateFinder(const Text& text, std::optional<Date> told_on) : DateReader(text, told_on), relative_(text, told_on) {}

  std::vector<SpokenDate> run() {
    std::vector<SpokenDate> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      auto date = read_at(i);
      if (date) {
        mark_span(*date);
        found.push_back(*date);
      }
      i = date ? date->last + 1 : i + 1;
    }
    fill_years(found);
    return found;
  }

 private:
  std::optional<SpokenDate> read_at(std::size_t i) {
    if (tokens_[i].kind == TokenKind::number) {
      if (auto date = numeric(i)) return date;
      if (auto date = two_days(i)) return date;
      if (auto date = month_and_year(i)) return date;
      if (auto date = financial_year(i)) return date;
      if (auto date = day_first(i)) return date;
      if (auto date = relative_.ago(i)) return date;
      return year_alone(i);
    }
    if (auto date = month_first(i)) return date;
    if (auto date = month_alone(i)) return date;
    if (auto date = feast(i)) return date;
    return relative_.by_word(i);
  }

  static std::optional<SpokenDate> months(std::size_t first, std::size_t last, int year, int month, int last_month) {
    const auto from = Date::of(year, month, 1), end = Date::of(year, last_month, 1);
    if (!from || !end) return std::nullopt;
    SpokenDate date = whole_day(first, last, from);
    date.to = end->last_of_month();
    return date;
  }

  // "25/26.09.2025", "25-26.9.2025": the night or the days from the one to the other.
  std::optional<SpokenDate> two_days(std::size_t i) {
    const std::string_view word = tokens_[i].lower;
    const auto cut = word.find_first_of("/-");
    if (cut == std::string_view::npos || cut > 2) return std::nullopt;
    for (const char separator : {'.', '/', '-'}) {
      const auto first = number_parts(word.substr(0, cut), separator),
                 last = number_parts(word.substr(cut + 1), separator);
      if (first.size() != 1 || last.size() != 3 || first[0] >= last[0]) continue;
      const int year = full_year(last[2]);
      if (!plausible_year(year)) continue;
      auto date = whole_day(i, i, Date::of(year, last[1], first[0]));
      date.to = Date::of(year, last[1], last[0]);
      if (date.from && date.to) return date;
    }
    return std::nullopt;
  }

  // "11.2024", "5/2025": a month. What has a number ("FIR no. 11/2024") is none.
  std::optional<SpokenDate> month_and_year(std::size_t i) {
    for (const char separator : {'.', '/'}) {
      const auto parts = number_parts(tokens_[i].lower, separator);
      const bool shape = parts.size() == 2 && parts[0] >= 1 && parts[0] <= 12 && parts[1] >= 1990 && parts[1] <= 2100;
      if (shape && !numbered(i)) return months(i, i, parts[1], parts[0], parts[0]);
    }
    return std::nullopt;
  }

  bool numbered(std::size_t i) const {
    return i > 0 && joined(i - 1, i) &&
           one_of(lower(i - 1),
                  {"no",  "nos",  "number", "fir", "crime", "cr",   "case",  "cc",     "st", "dd",   "gd",   "entry",
                   "ncr", "suit", "os",     "wp",  "order", "file", "sanha", "apradh", "rs", "flat", "house"});
  }

  // "FY 2025-26", "financial year 2025-26": from April to March.
  std::optional<SpokenDate> financial_year(std::size_t i) {
    const auto parts = number_parts(tokens_[i].lower, '-');
    if (parts.size() != 2 || !plausible_year(parts[0]) || parts[1] % 100 != (parts[0] + 1) % 100) return std::nullopt;
    if (i == 0 || !joined(i - 1, i) || !one_of(lower(i - 1), {"fy", "year", "session"})) return std::nullopt;
    auto date = whole_day(i, i, Date::of(parts[0], 4, 1));
    date.to = Date::of(parts[0] + 1, 3, 31);
    return date;
  }

  // "Diwali 2025", "holi of 2026": the months it falls in.
  std::optional<SpokenDate> feast(std::size_t i) {
    const auto known = feast_named(lower(i));
    if (!known) return std::nullopt;
    const std::size_t at = skip(i + 1, {"of", "in"});
    if (!joined(i, at) || tokens_[at].kind != TokenKind::number) return std::nullopt;
    const int year = lower(at).size() == 4 ? year_of(at) : 0;
    if (year == 0) return std::nullopt;
    return months(i, at, year, known->first_month, known->last_month);
  }

  std::optional<SpokenDate> numeric(std::size_t i) {
    for (const char separator : {'.', '/', '-'}) {
      auto parts = number_parts(tokens_[i].lower, separator);
      if (parts.size() != 3) continue;
      if (parts[0] > 31 && plausible_year(parts[0])) return whole_day(i, i, Date::of(parts[0], parts[1], parts[2]));
      const int year = full_year(parts[2]);
      if (!plausible_year(year) || parts[0] > 31 || parts[1] > 31) continue;
      auto day = Date::of(year, parts[1], parts[0]);
      // "02/25/2026" can only be a day of the other order.
      if (!day && parts[1] > 12) day = Date::of(year, parts[0], parts[1]);
      return whole_day(i, i, day);
    }
    return std::nullopt;
  }

  // "14 February 2026", "14th of Feb", "1st march, 2026", "12-Feb-2026".
  std::optional<SpokenDate> day_first(std::size_t i) {
    const int day = whole_number(tokens_[i].lower);
    if (day < 1 || day > 31) return std::nullopt;
    const std::size_t at = skip(i + 1, {"st", "nd", "rd", "th", "of", "day", "tarikh", "taarikh"});
    if (!joined(i, at)) return std::nullopt;
    const int month = month_of(lower(at));
    if (month == 0 || (month == 5 && lower(at) == "may" && !may_is_the_month(tokens_, at))) return std::nullopt;
    const int year = at + 1 < tokens_.size() && tokens_[at + 1].kind == TokenKind::number && joined(at, at + 1)
                         ? year_of(at + 1)
                         : 0;
    if (year != 0) return whole_day(i, at + 1, Date::of(year, month, day));
    auto date = whole_day(i, at, std::nullopt);
    pending_.push_back({found_key(i), month, day});
    date.year_guessed = true;
    return date;
  }

  int year_of(std::size_t i) const {
    const auto word = std::string_view(tokens_[i].lower);
    const int year = whole_number(word);
    if (word.size() == 4 && plausible_year(year)) return year;
    // "10 Jan & 18 Jan": what is followed by a month is a day.
    const bool day = month_of(lower(skip(i + 1, {"st", "nd", "rd", "th"}))) != 0;
    if (word.size() == 2 && year >= 15 && year <= 40 && !day && !time_word(lower(i + 1))) return 2000 + year;
    return 0;
  }

  static bool time_word(std::string_view word) {
    return word == "am" || word == "pm" || word == "baje" || word == "hrs" || word == "hours";
  }

  // "February 14, 2026", "Feb 2026", "march 10".
  std::optional<SpokenDate> month_first(std::size_t i) {
    const int month = month_of(tokens_[i].lower);
    if (month == 0) return std::nullopt;
    const std::size_t year_at = skip(i + 1, {"month", "mahine", "mah"});  // "in jan month 2026"
    if (year_at > i + 1 && joined(i, year_at) && lower(year_at).size() == 4 && year_of(year_at) != 0)
      return months(i, year_at, year_of(year_at), month, month);
    if (!joined(i, i + 1) || tokens_[i + 1].kind != TokenKind::number) return std::nullopt;
    const int next = whole_number(tokens_[i + 1].lower);
    if (int year = tokens_[i + 1].lower.size() == 4 ? year_of(i + 1) : 0; year != 0) {
      return months(i, i + 1, year, month, month);
    }
    if (next < 1 || next > 31 || time_word(lower(i + 2))) return std::nullopt;
    const std::size_t at = skip(i + 2, {"st", "nd", "rd", "th"});
    const int year = at < tokens_.size() && tokens_[at].kind == TokenKind::number && joined(i, at) ? year_of(at) : 0;
    if (year != 0) return whole_day(i, at, Date::of(year, month, next));
    auto date = whole_day(i, at - 1, std::nullopt);
    pending_.push_back({found_key(i), month, next});
    date.year_guessed = true;
    return date;
  }

  // "since December", "in last November": a month without day or year, after a word that makes it one. "mar" and "jan"
  // are Hindi words as well.
  std::optional<SpokenDate> month_alone(std::size_t i) {
    const int month = month_of(tokens_[i].lower);
    if (month == 0 || i == 0 || !joined(i - 1, i)) return std::nullopt;
    if (tokens_[i].lower.size() <= 3 && !tokens_[i].capital) return std::nullopt;
    const auto before = lower(i - 1);
    if (!one_of(before, {"since", "in", "from", "last", "till", "until", "between"})) return std::nullopt;
    auto date = whole_day(i, i, std::nullopt);
    pending_.push_back({found_key(i), month, 0});
    date.year_guessed = true;
    return date;
  }

  // A year alone counts only after a word that makes it one: "in 2023", "since 2024", "year 2022".
  std::optional<SpokenDate> year_alone(std::size_t i) {
    if (tokens_[i].lower.size() != 4 || i == 0 || !joined(i - 1, i)) return std::nullopt;
    const int year = whole_number(tokens_[i].lower);
    const auto before = lower(i - 1);
    const bool hindi_after = lower(i + 1) == "se" || lower(i + 1) == "mein" || lower(i + 1) == "me";
    if (!plausible_year(year) || year < 1950) return std::nullopt;
    if (before != "in" && before != "since" && before != "year" && before != "till" && before != "from" &&
        before != "san" && !hindi_after)
      return std::nullopt;
    SpokenDate date;
    date.first = date.last = i;
    date.from = Date::of(year, 1, 1);
    date.to = Date::of(year, 12, 31);
    return date;
  }

  void mark_span(SpokenDate& date) const {
    for (std::size_t back = 1; back <= 3 && back <= date.first; ++back) {
      const auto word = lower(date.first - back);
      if (word == "since" || word == "from") date.since = true;
      if (word == "till" || word == "until" || word == "upto" || word == "to") date.until = true;
      if (date.since || date.until ||
          !one_of(word, {"on", "the", "date", "month", "of", "dated", "about", "around", "approx", "mid", "early",
                         "late", "year"}))
        break;
    }
    const auto after = lower(date.last + 1);
    if (after == "se" || after == "onwards") date.since = true;
    if (after == "tak") date.until = true;
  }

  struct Pending {
    std::size_t token;
    int month, day;  // day 0: the whole month
  };
  static std::size_t found_key(std::size_t i) { return i; }

  // A day without a year takes the year of the nearest other date, else the last such day before the telling. What
  // would lie after the telling was a year earlier.
  void fill_years(std::vector<SpokenDate>& found) const {
    for (const Pending& pending : pending_) {
      auto it = std::find_if(found.begin(), found.end(), [&](const SpokenDate& d) { return d.first == pending.token; });
      if (it == found.end()) continue;
      auto year = year_of_the_nearest(found, *it);
      if (!year && told_on_) year = told_on_->year();
      if (!year) continue;
      it->from = Date::of(*year, pending.month, std::max(pending.day, 1));
      if (it->from && told_on_ && *it->from > *told_on_)
        it->from = Date::of(*year - 1, pending.month, std::max(pending.day, 1));
      it->to = it->from && pending.day == 0 ? std::optional(it->from->last_of_month()) : it->from;
    }
  }

  static bool is_year(const SpokenDate& date) { return *date.to - *date.from > 31; }

  // A year that stands alone dates something long past more often than what is told beside it.
  static std::optional<int> year_of_the_nearest(const std::vector<SpokenDate>& found, const SpokenDate& date) {
    std::optional<int> year;
    std::size_t nearest = std::numeric_limits<std::size_t>::max();
    for (const SpokenDate& other : found) {
      if (other.year_guessed || other.relative || !other.from || is_year(other)) continue;
      const std::size_t distance = other.first > date.first ? other.first - date.first : date.first - other.first;
      if (distance < nearest) nearest = distance, year = other.from->year();
    }
    return year;
  }

  RelativeDays relative_;
  std::vector<Pending> pending_;
};

}  // namespace

std::vector<SpokenDate> find_spoken_dates(const Text& text, std::optional<Date> told_on) {
  return DateFinder(text, told_on).run();
}

}  // namespace dossier::reading
