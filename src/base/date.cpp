#include "base/date.h"

#include <chrono>

namespace dossier {
namespace {

constexpr int kFirstYear = 1600;
constexpr int kLastYear = 9999;

std::chrono::year_month_day civil(std::int32_t days) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

// The number written by `digits`, or -1 when any of them is no digit.
int number(std::string_view digits) {
  int n = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return -1;
    n = n * 10 + (c - '0');
  }
  return n;
}

// The digits of `n`, the last of them before `end`. Ledgers are written by the thousand dates: no format is read.
void write_digits(std::string& text, std::size_t end, unsigned n) {
  for (; n > 0; n /= 10) text[--end] = static_cast<char>('0' + n % 10);
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                  std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date(static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count()));
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return of(number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2)));
}

std::optional<Date> Date::of_days(std::int64_t days) {
  if (days < of(kFirstYear, 1, 1)->days_ || days > of(kLastYear, 12, 31)->days_) return std::nullopt;
  return Date(static_cast<std::int32_t>(days));
}

int Date::year() const {
  return static_cast<int>(civil(days_).year());
}
int Date::month() const {
  return static_cast<int>(static_cast<unsigned>(civil(days_).month()));
}
int Date::day() const {
  return static_cast<int>(static_cast<unsigned>(civil(days_).day()));
}

Date Date::last_of_month() const {
  auto ymd = civil(days_);
  std::chrono::year_month_day_last last{ymd.year(), std::chrono::month_day_last{ymd.month()}};
  return Date(static_cast<std::int32_t>(std::chrono::sys_days{last}.time_since_epoch().count()));
}

Date Date::last_of_quarter() const {
  return of(year(), quarter() * 3, 1)->last_of_month();
}

std::string Date::iso() const {
  const auto ymd = civil(days_);
  std::string text = "0000-00-00";
  write_digits(text, 4, static_cast<unsigned>(static_cast<int>(ymd.year())));
  write_digits(text, 7, static_cast<unsigned>(ymd.month()));
  write_digits(text, 10, static_cast<unsigned>(ymd.day()));
  return text;
}

std::string_view name_of(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::day: return "day";
    case DatePrecision::month: return "month";
    case DatePrecision::quarter: return "quarter";
  }
  return "day";
}

}  // namespace dossier
