#include "base/date.h"
#include "fir/case_facts.h"
#include "fir/given.h"
#include "reading/fold.h"
#include "reading/one_of.h"

#include <algorithm>
#include <charconv>

// How values are written: what is taken and what is refused, and why.
namespace dossier::fir {
namespace {

using reading::one_of;
using std::chrono::hours;

constexpr std::size_t kValueLettersMax = 500;
constexpr int kYearsOfLifeMax = 120;  // as fir/entries.cpp has it for an age

// A day or a year, of somebody who may be alive.
bool is_birth(std::string_view value, WallTime now) {
  const auto today = Date::parse_iso(indian_time(now).substr(0, 10));
  const auto born = Date::parse_iso(value.size() == 4 ? std::string(value) + "-01-01" : std::string(value));
  return born && today && *born <= *today && today->year() - born->year() <= kYearsOfLifeMax;
}

std::size_t digits_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool is_number(std::string_view value, int low, int high) {
  int number = 0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
  return fault == std::errc{} && end == value.data() + value.size() && number >= low && number <= high;
}

// "+91 98765 43210", "0522-2345678", two of them with a comma.
bool is_phone(std::string_view value) {
  constexpr std::size_t kDigitsMin = 6, kDigitsMax = 30;
  return value.find_first_not_of("0123456789 +-(),/") == std::string_view::npos && digits_in(value) >= kDigitsMin &&
         digits_in(value) <= kDigitsMax;
}

// A number or an address in the place of a name. Bytes beyond ASCII are letters of other scripts.
bool is_a_name(std::string_view value) {
  const auto letters = static_cast<std::size_t>(std::count_if(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  }));
  return letters > digits_in(value) && value.find('@') == std::string_view::npos;
}

// Twelve digits, of which all but four may be masked.
bool is_uid(std::string_view value) {
  constexpr std::ptrdiff_t kUidDigits = 12;
  constexpr std::size_t kShownMin = 4;
  const auto places = std::count_if(value.begin(), value.end(), [](char c) { return c != ' ' && c != '-'; });
  return value.find_first_not_of("0123456789Xx*- ") == std::string_view::npos && places == kUidDigits &&
         digits_in(value) >= kShownMin;
}

// Clocks of a station and of this machine differ a little.
bool is_past(std::string_view moment, WallTime now) {
  const auto when = moment_of(moment);
  return when && *when <= now + hours(1);
}

bool is_past_day(std::string_view value, WallTime now) {
  const auto day = Date::parse_iso(value), today = Date::parse_iso(indian_time(now).substr(0, 10));
  return day && today && *day <= *today;
}

const char* wrong_form(FieldForm form, std::string_view value, WallTime now) {
  constexpr int kNumberMax = 9999, kHeightMin = 30, kHeightMax = 250;
  const auto unless = [](bool right, const char* wrong) { return right ? nullptr : wrong; };
  switch (form) {
    case FieldForm::text: return nullptr;
    case FieldForm::name:
      return unless(is_a_name(value), "a name has letters; numbers and addresses have fields of their own");
    case FieldForm::phone: return unless(is_phone(value), "give a telephone number in digits");
    case FieldForm::uid: return unless(is_uid(value), "give twelve digits, or the last four behind XXXX XXXX");
    case FieldForm::moment:
      return unless(is_past(value, now), "give it as YYYY-MM-DD HH:MM, Indian time, and not to come");
    case FieldForm::day: return unless(is_past_day(value, now), "give an existing day as YYYY-MM-DD, not to come");
    case FieldForm::birth:
      return unless(is_birth(value, now), "give a year as YYYY or a day as YYYY-MM-DD, of the last 120 years");
    case FieldForm::number: return unless(is_number(value, 0, kNumberMax), "give a whole number");
    case FieldForm::height: return unless(is_number(value, kHeightMin, kHeightMax), "give centimetres, from 30 to 250");
    case FieldForm::sex: return unless(one_of(value, {"male", "female", "other"}), "it is male, female or other");
    case FieldForm::yes_no: return unless(one_of(value, {"yes", "no"}), "answer yes or no");
    case FieldForm::information:
      return unless(one_of(value, {"written", "oral", "electronic"}), "it is written, oral or electronic");
    case FieldForm::action:
      return unless(one_of(value, {"registered", "directed", "refused", "transferred", "recorded"}),
                    "it is registered, directed, refused, transferred or recorded");
    case FieldForm::entry: return "an entry is taken out with an empty value; give its attributes by name";
  }
  return nullptr;
}

}  // namespace

Result<std::string> checked_fact(std::string_view field, std::string_view value, WallTime now) {
  const FactField* known = find_fact_field(field);
  const std::string where(field.substr(0, 100));
  if (known == nullptr)
    return Error{ErrorCode::invalid_argument, "there is no such field; GET /api/cases/fields lists them", where};
  if (known->use == FieldUse::draft && !known->given_to_draft)
    return Error{ErrorCode::invalid_argument, "this is read from the complaint; edit the step it appears in", where};
  const std::string_view text = reading::trimmed(value);
  if (text.empty()) return std::string();
  const bool control = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 32; });
  if (control) return Error{ErrorCode::invalid_argument, "give it on one line", where};
  if (text.size() > 4 * kValueLettersMax)
    return Error{ErrorCode::invalid_argument, "longer than " + std::to_string(kValueLettersMax) + " characters", where};
  if (known->given_to_draft) TRY_DO(check_given(where, std::string(text)));
  if (const char* wrong = wrong_form(known->form, text, now)) return Error{ErrorCode::invalid_argument, wrong, where};
  return std::string(text);
}

}  // namespace dossier::fir
