#pragma once

#include <optional>
#include <string_view>

namespace dossier::reading {

// Words of the calendar in small letters, English, Hindi and Hindi in Latin letters.

// 1 to 12; 0 when the word names no month.
int month_of(std::string_view word);

// 0 is Sunday; -1 when the word names no day of the week.
int weekday_of(std::string_view word);

// A feast people date by, and the months it falls in.
struct Feast {
  std::string_view name;
  int first_month, last_month;
};
std::optional<Feast> feast_named(std::string_view word);

}  // namespace dossier::reading
