#include "reading/spoken_dates.h"

#include "reading/calendar_words.h"
#include "reading/one_of.h"
#include "reading/spoken_numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dossier::reading {
namespace {

std::vector<int> number_parts(std::string_view word, char separator) {
  std::vector<int> parts;
  int value = 0;
  std::size_t digits = 0;
  for (char c : word) {
    if (c >= '0' && c <= '9') {
      if (++digits > 4) return {};
      value = value * 10 + (c - '0');
    } else if (c == separator && digits > 0) {
      parts.push_back(value);
      value = 0, digits = 0;
    } else {
      return {};
    }
  }
  if (digits == 0) return {};
  parts.push_back(value);
  return parts;
}

int whole(std::string_view word) {
  auto parts = number_parts(word, '\0');
  return parts.size() == 1 ? parts[0] : -1;
}

int full_year(int year) {
  return year < 100 ? 2000 + year : year;
}
bool plausible_year(int year) {
  return year >= 1900 && year <= 2100;
}

class DateFinder {
 public:
  DateFinder(const Text& text, std::optional<Date> told_on) : tokens_(text.tokens()), told_on_(told_on) {}

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
  std::string_view lower(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view{};
  }
  bool joined(std::size_t a, std::size_t b) const {
    return b < tokens_.size() && tokens_[a].sentence == tokens_[b].sentence;
  }

  std::optional<SpokenDate> read_at(std::size_t i) {
    if (tokens_[i].kind == TokenKind::number) {
      if (auto date = numeric(i)) return date;
      if (auto date = two_days(i)) return date;
      if (auto date = month_and_year(i)) return date;
      if (auto date = financial_year(i)) return date;
      if (auto date = day_first(i)) return date;
      if (auto date = ago(i)) return date;
      return year_alone(i);
    }
    if (auto date = month_first(i)) return date;
    if (auto date = month_alone(i)) return date;
    if (auto date = feast(i)) return date;
    return relative(i);
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

  static SpokenDate whole_day(std::size_t first, std::size_t last, std::optional<Date> day) {
    SpokenDate date;
    date.first = first, date.last = last, date.from = day, date.to = day;
    return date;
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

  std::size_t skip(std::size_t i, std::initializer_list<std::string_view> words) const {
    while (i < tokens_.size() && std::find(words.begin(), words.end(), lower(i)) != words.end()) ++i;
    return i;
  }

  // "14 February 2026", "14th of Feb", "1st march, 2026", "12-Feb-2026".
  std::optional<SpokenDate> day_first(std::size_t i) {
    const int day = whole(tokens_[i].lower);
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
    const int year = whole(word);
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
    const int next = whole(tokens_[i + 1].lower);
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
    const int year = whole(tokens_[i].lower);
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

  // Days that a unit of time stands for, and how far off a rounded count of them may be.
  static std::pair<int, int> unit_days(std::string_view unit) {
    if (unit == "day" || unit == "days" || unit == "din") return {1, 0};
    if (unit == "week" || unit == "weeks" || unit == "hafte") return {7, 3};
    if (unit == "month" || unit == "months" || unit == "mahine" || unit == "mahina") return {30, 15};
    if (unit == "year" || unit == "years" || unit == "yrs" || unit == "saal") return {365, 182};
    return {0, 0};
  }

  // "two days ago", "3 mahine pehle"; "last six months", "since 2 years", "pichle do saal se" went on from then.
  std::optional<SpokenDate> ago(std::size_t i) const {
    auto count = spoken_number(tokens_[i]);
    if (!count || *count < 1 || *count > 1000 || !joined(i, i + 1)) return std::nullopt;
    const auto [days, slack] = unit_days(lower(i + 1));
    if (days == 0) return std::nullopt;
    const auto tail = joined(i, i + 2) ? lower(i + 2) : std::string_view{};
    const bool past = tail == "ago" || tail == "pehle" || tail == "pahle" || tail == "back";
    const auto head = i > 0 && joined(i - 1, i) ? lower(i - 1) : std::string_view{};
    const bool lasting =
        head == "last" || head == "past" || head == "since" || head == "pichle" || head == "pichhle" || tail == "se";
    if (!past && !lasting) return std::nullopt;
    auto date = offset(i, past || tail == "se" ? i + 2 : i + 1, static_cast<int>(std::lround(*count)) * days);
    if (date.from && slack > 0) {
      date.to = Date::of_days(date.from->days_since_epoch() + slack);
      date.from = Date::of_days(date.from->days_since_epoch() - slack);
    }
    date.since = lasting;
    return date;
  }

  SpokenDate offset(std::size_t first, std::size_t last, int days_back) const {
    auto date =
        whole_day(first, last, told_on_ ? Date::of_days(told_on_->days_since_epoch() - days_back) : std::nullopt);
    date.relative = true;
    return date;
  }

  std::optional<SpokenDate> relative(std::size_t i) const {
    const auto word = std::string_view(tokens_[i].lower);
    if (word == "today" || word == "aaj") return offset(i, i, 0);
    if (word == "tonight") return offset(i, i, 0);
    if (word == "yesterday" || (word == "kal" && !is_tomorrow(i))) return offset(i, i, 1);
    if (word == "parso" || word == "parson") return offset(i, i, 2);
    if (word == "day" && lower(i + 1) == "before" && lower(i + 2) == "yesterday") return offset(i, i + 2, 2);
    if (word == "this" && (lower(i + 1) == "morning" || lower(i + 1) == "evening" || lower(i + 1) == "afternoon"))
      return offset(i, i + 1, 0);
    if (word == "last" && lower(i + 1) == "night") return offset(i, i + 1, 1);
    if (word == "last" || word == "on") return last_weekday(i, i + 1, i + 1);
    if (lower(i + 1) == "ko") return last_weekday(i, i, i);
    return ago(i);
  }

  // The same word is "yesterday" and "tomorrow": "kal aana", "kal dunga". What was said or done on it is past, whatever
  // was threatened then: "kal bola maar dunga".
  bool is_tomorrow(std::size_t i) const {
    for (std::size_t k = i + 1; k <= i + 3 && joined(i, k); ++k) {
      const auto word = lower(k);
      if (says_or_did(word)) return false;
      if (word.ends_with("unga") || word.ends_with("ungi") || word.ends_with("enge") || word.ends_with("ega") ||
          word.ends_with("egi") || one_of(word, {"aana", "ana", "aao", "aaiye", "aaiyega", "dena"}))
        return true;
    }
    return false;
  }

  static bool says_or_did(std::string_view word) {
    return one_of(word,
                  {"bola",  "boli", "bole", "kaha", "kehta", "kehti", "kehte",  "dhamki", "dhamkaya", "di", "diya",
                   "diye",  "aaya", "aayi", "aaye", "aya",   "gaya",  "gayi",   "gaye",   "liya",     "li", "kiya",
                   "maara", "mara", "tha",  "thi",  "hua",   "hui",   "bataya", "bheja",  "likha"});
  }

  // "last Saturday", "on Saturday", "Sunday ko": the last such day before the telling. Mangal with a capital is a man.
  std::optional<SpokenDate> last_weekday(std::size_t first, std::size_t named, std::size_t last) const {
    const int weekday = weekday_of(lower(named));
    if (weekday < 0 || (lower(named) == "mangal" && tokens_[named].capital)) return std::nullopt;
    if (!told_on_) return offset(first, last, 0);
    // 1970-01-01 was a Thursday.
    const int today = ((told_on_->days_since_epoch() % 7) + 7 + 4) % 7;
    const int back = (today - weekday + 7) % 7;
    return offset(first, last, back == 0 ? 7 : back);
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

  const std::vector<Token>& tokens_;
  std::optional<Date> told_on_;
  std::vector<Pending> pending_;
};

}  // namespace

std::vector<SpokenDate> find_spoken_dates(const Text& text, std::optional<Date> told_on) {
  return DateFinder(text, told_on).run();
}

}  // namespace dossier::reading
