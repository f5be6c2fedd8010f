#include "desks/funds/moments.h"

#include <algorithm>
#include <charconv>

namespace dossier::desks::funds {
namespace {

using std::chrono::microseconds;

// 2189: a clock of nanoseconds ends in 2262. Nothing is recorded before 1970 or after this day, so nearer is the same.
constexpr int kLastDayCounted = 80'000;

Error not_a_moment(const std::string& text) {
  return {ErrorCode::invalid_argument,
          "'" + text + "' is no day and no moment; write 2024-06-30 or 2024-06-30T12:00:00Z", "known_on"};
}

// Two digits at `at`, at most `most`; -1 otherwise.
int two_digits(const std::string& text, std::size_t at, int most) {
  int number = 0;
  const char* const begin = text.data() + at;
  const auto [end, fault] = std::from_chars(begin, begin + 2, number);
  return fault == std::errc() && end == begin + 2 && number >= 0 && number <= most ? number : -1;
}

// ".123456" in microseconds; nothing when it is none. Digits beyond the sixth are cut off.
std::optional<int> micros_of(const std::string& fraction) {
  if (fraction.empty()) return 0;
  if (fraction.front() != '.' || fraction.size() < 2) return std::nullopt;
  if (fraction.find_first_not_of("0123456789", 1) != std::string::npos) return std::nullopt;
  int micros = 0;
  for (std::size_t k = 1; k <= 6; ++k) micros = micros * 10 + (k < fraction.size() ? fraction[k] - '0' : 0);
  return micros;
}

}  // namespace

Result<WallTime> known_on_moment(const std::string& text) {
  const auto day = Date::parse_iso(std::string_view(text).substr(0, 10));
  if (!day) return not_a_moment(text);
  const WallTime start{std::chrono::hours(24) * std::clamp(day->days_since_epoch(), 0, kLastDayCounted)};
  if (text.size() == 10) return start + std::chrono::hours(24) - microseconds(1);
  const bool shaped = text.size() >= 19 && text[10] == 'T' && text[13] == ':' && text[16] == ':';
  if (!shaped) return not_a_moment(text);
  const int hours = two_digits(text, 11, 23), minutes = two_digits(text, 14, 59), seconds = two_digits(text, 17, 60);
  std::string rest = text.substr(19);
  if (!rest.empty() && rest.back() == 'Z') rest.pop_back();
  const auto micros = micros_of(rest);
  if (hours < 0 || minutes < 0 || seconds < 0 || !micros) return not_a_moment(text);
  return start + std::chrono::hours(hours) + std::chrono::minutes(minutes) + std::chrono::seconds(seconds) +
         microseconds(*micros);
}

Result<std::optional<WallTime>> known_on_moment(const std::optional<std::string>& text) {
  if (!text || text->empty()) return std::optional<WallTime>();
  TRY(const WallTime moment, known_on_moment(*text));
  return std::optional(moment);
}

Result<Date> day_in(const std::string& text, const char* field) {
  const auto day = Date::parse_iso(text);
  if (day) return *day;
  return Error{ErrorCode::invalid_argument, "'" + text + "' is no day; write it as 2024-06-30", field};
}

Result<std::optional<Date>> day_in(const std::optional<std::string>& text, const char* field) {
  if (!text || text->empty()) return std::optional<Date>();
  TRY(const Date day, day_in(*text, field));
  return std::optional(day);
}

}  // namespace dossier::desks::funds
