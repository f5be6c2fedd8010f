#pragma once

#include "reading/tokens.h"

#include <optional>
#include <string_view>
#include <vector>

namespace dossier::reading {

// Words of the calendar in small letters, English, Hindi and Hindi in Latin letters.

// 1 to 12; 0 when the word names no month.
int month_of(std::string_view word);

// Whether the "may" that is token i names the month: "on 12 may", "12th of may", "may 2026", "in may". "This may be",
// "the other 2 may kill me" suppose.
bool may_is_the_month(const std::vector<Token>& tokens, std::size_t i);

// 0 is Sunday; -1 when the word names no day of the week.
int weekday_of(std::string_view word);

// A feast people date by, and the months it falls in.
struct Feast {
  std::string_view name;
  int first_month, last_month;
};
std::optional<Feast> feast_named(std::string_view word);

}  // namespace dossier::reading
