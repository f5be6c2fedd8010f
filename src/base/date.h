#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier {

// A day of the Gregorian calendar, without time or zone, from 1600-01-01 to 9999-12-31. Only existing days can be made.
class Date {
 public:
  // Nothing when there is no such day (2023-02-29, month 13, year 1500).
  static std::optional<Date> of(int year, int month, int day);
  // Exactly "YYYY-MM-DD".
  static std::optional<Date> parse_iso(std::string_view text);
  // Days since 1970-01-01, negative before it.
  static std::optional<Date> of_days(std::int64_t days_since_epoch);

  int year() const;
  int month() const;  // 1 to 12
  int day() const;    // 1 to 31
  int quarter() const { return (month() - 1) / 3 + 1; }
  std::int32_t days_since_epoch() const { return days_; }

  Date last_of_month() const;
  Date last_of_quarter() const;

  // "YYYY-MM-DD".
  std::string iso() const;

  auto operator<=>(const Date&) const = default;
  // Days from `b` to `a`.
  friend std::int32_t operator-(Date a, Date b) { return a.days_ - b.days_; }

 private:
  explicit Date(std::int32_t days) : days_(days) {}
  std::int32_t days_;
};

// How much of a date the document gave. A month or a quarter stands for its last day.
enum class DatePrecision { day, month, quarter };
std::string_view name_of(DatePrecision precision);

}  // namespace dossier
