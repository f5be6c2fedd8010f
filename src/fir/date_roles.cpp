#include "fir/date_roles.h"

#include "fir/writing_day.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::size_t kSpanWithin = 4;   // tokens from the first day of a span to its last
constexpr int kMonthDaysMax = 31;        // what spans more is a year
constexpr std::size_t kWrongWithin = 6;  // tokens from a day to the wrong done on it
constexpr int kSameMatterDays = 180;     // from a blow to the death of it; what lies farther back is older grief
constexpr int kYearDays = 365;

}  // namespace

bool DateRoles::near_word(const SpokenDate& date, std::string_view word_class, std::size_t before,
                          std::size_t after) const {
  for (std::size_t i = date.first > before ? date.first - before : 0; i <= date.last + after; ++i) {
    if (i < tokens_.size() && tokens_[i].sentence == tokens_[date.first].sentence && is(i, word_class)) return true;
  }
  return false;
}

bool DateRoles::told_otherwise(const SpokenDate& date) const {
  return near_word(date, "marriage_word", 5, 3) || near_word(date, "learning_word", 6, 3) || before_the_matter(date) ||
         written_then(date) || seen_then(date);
}

bool DateRoles::seen_then(const SpokenDate& date) const {
  for (std::size_t i = date.last + 1; i <= date.last + 2 && same_sentence(date.last, i + 1); ++i) {
    if (one_of(i, {"i", "we"}) && one_of(i + 1, {"saw", "met", "found", "see", "came"}))
      return another_day_before(date);
  }
  return false;
}

bool DateRoles::another_day_before(const SpokenDate& date) const {
  return std::any_of(known_.dates.begin(), known_.dates.end(),
                     [&](const SpokenDate& other) { return other.from && *other.to < *date.from; });
}

bool DateRoles::counted_from_another(const SpokenDate& date) const {
  if (!date.relative || !one_of(date.last, {"pehle", "pahle", "back"})) return false;
  return std::any_of(known_.dates.begin(), known_.dates.end(), [&](const SpokenDate& other) {
    return !other.relative && other.from && whole_day(other) && other.first < date.first;
  });
}

bool DateRoles::before_the_matter(const SpokenDate& date) const {
  return near_word(date, "birth_word", 3, 1) || lasting_since(date) || background(date) || paper_of_that_day(date);
}

bool DateRoles::lasting_since(const SpokenDate& date) const {
  if (whole_day(date) || begins_a_span(date)) return false;
  if (near_word(date, "standing_word", date.since ? 5 : 2, 0)) return true;
  return date.since && another_day(date) && !near_a_wrong(date);
}

bool DateRoles::begins_a_span(const SpokenDate& date) const {
  return std::any_of(known_.dates.begin(), known_.dates.end(), [&](const SpokenDate& other) {
    return other.until && other.first > date.last && other.first - date.last <= kSpanWithin;
  });
}

bool DateRoles::background(const SpokenDate& date) const {
  if (!another_day(date)) return false;
  if (old_death(date)) return true;
  if (near_word(date, "grave_act", 6, 6)) return false;
  return near_word(date, "background_act", 5, 2) || near_a_wedding(date) ||
         (is_year(date) && day_years_later(date) && !near_a_wrong(date));
}

bool DateRoles::near_a_wedding(const SpokenDate& date) const {
  for (std::size_t i = date.first > 5 ? date.first - 5 : 0; i <= date.last + 3; ++i) {
    if (i < tokens_.size() && same_sentence(std::min(i, date.first), std::max(i, date.first)) && lower(i) != "wife" &&
        is(i, "marriage_word"))
      return true;
  }
  return false;
}

bool DateRoles::old_death(const SpokenDate& date) const {
  if (!near_word(date, "die", 3, 2) || near_a_wrong(date)) return false;
  return is_year(date) || std::any_of(known_.dates.begin(), known_.dates.end(), [&](const SpokenDate& other) {
           return other.from && *other.from - *date.to > kSameMatterDays && near_a_wrong(other);
         });
}

bool DateRoles::near_a_wrong(const SpokenDate& date) const {
  for (std::size_t i = date.first > kWrongWithin ? date.first - kWrongWithin : 0; i <= date.last + kWrongWithin; ++i) {
    if (i < tokens_.size() && same_sentence(std::min(i, date.first), std::max(i, date.first)) && !is(i, "die") &&
        !text_.mood(i).denied && (is(i, "grave_act") || is(i, "wrong_verb")))
      return true;
  }
  return false;
}

bool DateRoles::is_year(const SpokenDate& date) {
  return *date.to - *date.from > kMonthDaysMax;
}

bool DateRoles::day_years_later(const SpokenDate& date) const {
  return std::any_of(known_.dates.begin(), known_.dates.end(), [&](const SpokenDate& other) {
    return other.from && !other.relative && !is_year(other) && *other.from - *date.to > kYearDays;
  });
}

bool DateRoles::another_day(const SpokenDate& date) const {
  return std::any_of(known_.dates.begin(), known_.dates.end(), [&](const SpokenDate& other) {
    return &other != &date && other.from && !other.relative && *other.from > *date.to && !written_then(other);
  });
}

bool DateRoles::paper_of_that_day(const SpokenDate& date) const {
  if (date.first < 2 || !same_sentence(date.first - 2, date.first) || !another_day(date)) return false;
  const bool dated = lower(date.first - 1) == "dated" || lower(date.first - 1) == "dt";
  return dated && is(date.first - 2, "dated_paper") && !near_word(date, "fake", 12, 12);
}

bool DateRoles::written_then(const SpokenDate& date) const {
  return written_on(text_.text(), date, known_.dates.size());
}

}  // namespace dossier::fir
