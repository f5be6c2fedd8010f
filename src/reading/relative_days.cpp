#include "reading/relative_days.h"

#include "reading/calendar_words.h"
#include "reading/one_of.h"
#include "reading/spoken_numbers.h"

#include <cmath>
#include <utility>

namespace dossier::reading {
namespace {

// Days that a unit of time stands for, and how far off a rounded count of them may be.
std::pair<int, int> unit_days(std::string_view unit) {
  if (unit == "day" || unit == "days" || unit == "din") return {1, 0};
  if (unit == "week" || unit == "weeks" || unit == "hafte") return {7, 3};
  if (unit == "month" || unit == "months" || unit == "mahine" || unit == "mahina") return {30, 15};
  if (unit == "year" || unit == "years" || unit == "yrs" || unit == "saal") return {365, 182};
  return {0, 0};
}

bool says_or_did(std::string_view word) {
  return one_of(word, {"bola",  "boli", "bole", "kaha", "kehta", "kehti", "kehte",  "dhamki", "dhamkaya", "di", "diya",
                       "diye",  "aaya", "aayi", "aaye", "aya",   "gaya",  "gayi",   "gaye",   "liya",     "li", "kiya",
                       "maara", "mara", "tha",  "thi",  "hua",   "hui",   "bataya", "bheja",  "likha"});
}

}  // namespace

std::optional<SpokenDate> RelativeDays::ago(std::size_t i) const {
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

SpokenDate RelativeDays::offset(std::size_t first, std::size_t last, int days_back) const {
  auto date = whole_day(first, last, told_on_ ? Date::of_days(told_on_->days_since_epoch() - days_back) : std::nullopt);
  date.relative = true;
  return date;
}

std::optional<SpokenDate> RelativeDays::by_word(std::size_t i) const {
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
bool RelativeDays::is_tomorrow(std::size_t i) const {
  for (std::size_t k = i + 1; k <= i + 3 && joined(i, k); ++k) {
    const auto word = lower(k);
    if (says_or_did(word)) return false;
    if (word.ends_with("unga") || word.ends_with("ungi") || word.ends_with("enge") || word.ends_with("ega") ||
        word.ends_with("egi") || one_of(word, {"aana", "ana", "aao", "aaiye", "aaiyega", "dena"}))
      return true;
  }
  return false;
}

// "last Saturday", "on Saturday", "Sunday ko": the last such day before the telling. Mangal with a capital is a man.
std::optional<SpokenDate> RelativeDays::last_weekday(std::size_t first, std::size_t named, std::size_t last) const {
  const int weekday = weekday_of(lower(named));
  if (weekday < 0 || (lower(named) == "mangal" && tokens_[named].capital)) return std::nullopt;
  if (!told_on_) return offset(first, last, 0);
  // 1970-01-01 was a Thursday.
  const int today = ((told_on_->days_since_epoch() % 7) + 7 + 4) % 7;
  const int back = (today - weekday + 7) % 7;
  return offset(first, last, back == 0 ? 7 : back);
}

}  // namespace dossier::reading
