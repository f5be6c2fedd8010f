#include "fir/form_writing.h"

#include "base/date.h"
#include "base/money.h"

#include <array>
#include <cstdio>

namespace dossier::fir {
namespace {

constexpr std::size_t kDayLetters = 10;  // "2026-05-05"

constexpr std::array<std::string_view, 7> kWeekdays = {  // 1 January 1970 was a Thursday
    "Thursday / गुरुवार", "Friday / शुक्रवार",  "Saturday / शनिवार", "Sunday / रविवार",
    "Monday / सोमवार",  "Tuesday / मंगलवार", "Wednesday / बुधवार"};

std::optional<Date> leading_day(std::string_view text) {
  return Date::parse_iso(text.substr(0, kDayLetters));
}

}  // namespace

std::string form_day(std::string_view text) {
  const auto day = leading_day(text);
  if (!day) return std::string(text);
  char out[32];
  std::snprintf(out, sizeof out, "%02d/%02d/%04d", day->day(), day->month(), day->year());
  return out;
}

std::string form_time(std::string_view text) {
  return leading_day(text) && text.size() > kDayLetters ? std::string(text.substr(kDayLetters + 1)) : std::string();
}

std::string form_moment(std::string_view text) {
  const std::string time = form_time(text);
  return form_day(text) + (time.empty() ? "" : " " + time);
}

std::string form_year(std::string_view text) {
  const auto day = leading_day(text);
  return day ? std::to_string(day->year()) : std::string();
}

std::string form_weekday(std::string_view text) {
  const auto day = leading_day(text);
  if (!day) return {};
  const int number = day->days_since_epoch() % 7;
  return std::string(kWeekdays[static_cast<std::size_t>((number + 7) % 7)]);
}

std::string form_rupees(std::string_view text) {
  std::string digits(text);
  std::erase(digits, ',');
  const auto money = Money::parse(digits);
  if (!money || money->negative()) return std::string(text);
  std::string whole = money->text();
  const auto point = whole.find('.');
  const std::string paise = whole.substr(point);
  whole.resize(point);
  // Three digits at the end, then pairs: thousand, lakh, crore.
  for (std::size_t at = whole.size(), step = 3; at > step; step = 2) whole.insert(at -= step, ",");
  return paise == ".00" ? whole : whole + paise;
}

}  // namespace dossier::fir
