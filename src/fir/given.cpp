#include "fir/given.h"

#include "fir/entries.h"

#include <charconv>
#include <cstdio>

namespace dossier::fir {
namespace {

constexpr int kAccusedMax = 5000;

Error bad_field(const std::string& field, std::string what) {
  return Error{ErrorCode::invalid_argument, std::move(what), "--set " + field};
}

Result<int> number(const std::string& field, const std::string& text, int low, int high) {
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high) {
    return bad_field(field, "give a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  }
  return value;
}

Result<Date> day(const std::string& field, const std::string& text) {
  auto date = Date::parse_iso(text);
  if (!date) return bad_field(field, "give an existing day as YYYY-MM-DD");
  return *date;
}

// What was read of the days, and what they made uncertain.
void forget_days(Facts& facts) {
  auto& when = facts.occurrence;
  when.from.reset();
  when.to.reset();
  when.from_known_day = when.ongoing_since = false;
  when.date_span = {};
  facts.dates.clear();
  facts.impossible_dates.clear();
  facts.future_dates.clear();
}

Result<void> set_day(const std::string& field, const std::string& text, Facts& facts) {
  forget_days(facts);
  if (text.empty()) return {};
  TRY(auto date, day(field, text));
  auto& when = facts.occurrence;
  when.from = when.to = date;
  when.from_known_day = true;
  reading::SpokenDate spoken;
  spoken.from = spoken.to = date;
  facts.dates.assign(1, spoken);
  return {};
}

// Comes after the first day: the names of the fields are in that order.
Result<void> set_last_day(const std::string& field, const std::string& text, Facts& facts) {
  auto& when = facts.occurrence;
  when.ongoing_since = false;
  if (text.empty()) return when.to = when.from, Result<void>{};
  TRY(auto date, day(field, text));
  if (!when.from) return bad_field(field, "give the first day as well, as occurrence.date");
  if (date < *when.from)
    return bad_field(field, "the last day lies before the first, " + when.from->iso() + "; correct occurrence.date");
  when.to = date;
  when.from_known_day = true;
  return {};
}

// Minutes since midnight of "18:30"; nothing for what is no time of the day.
Result<int> minutes_of(const std::string& field, const std::string& text) {
  int hour = 0, minute = 0;
  char rest = 0;
  if (text.size() != 5 || std::sscanf(text.c_str(), "%2d:%2d%c", &hour, &minute, &rest) != 2 || hour > 23 ||
      minute > 59 || hour < 0 || minute < 0) {
    return bad_field(field, "give a time of the day as HH:MM");
  }
  return hour * 60 + minute;
}

Result<void> set_time(const std::string& field, const std::string& text, Facts& facts) {
  facts.occurrence.time_from = {text, {}};
  facts.occurrence.minutes_from = -1;
  if (text.empty()) return {};
  TRY(facts.occurrence.minutes_from, minutes_of(field, text));
  return {};
}

Result<void> set_time_until(const std::string& field, const std::string& text, Facts& facts) {
  if (!text.empty()) TRY_DO(minutes_of(field, text));
  facts.occurrence.time_to = {text, {}};
  return {};
}

Result<void> set_age(const std::string& field, const std::string& text, std::optional<int>& age, Span& span) {
  age.reset();
  span = {};
  if (text.empty()) return {};
  TRY(age, given_age(field, text));
  return {};
}

Result<void> set_accused_count(const std::string& field, const std::string& text, Facts& facts) {
  facts.accused.count.reset();
  facts.accused.count_span = {};
  if (text.empty()) return {};
  TRY(facts.accused.count, number(field, text, 1, kAccusedMax));
  return {};
}

Result<void> set_total(const std::string& field, const std::string& text, Facts& facts) {
  facts.total_value.reset();
  facts.total_value_span = {};
  facts.total_value_given = !text.empty();
  if (text.empty()) return {};
  TRY(facts.total_value, given_rupees(field, text));
  return {};
}

// The fields that are kept word for word.
Found* words_of(const std::string& field, Facts& facts) {
  if (field == "occurrence.place") return &facts.occurrence.place;
  if (field == "complainant.name") return &facts.complainant.name;
  if (field == "complainant.relative") return &facts.complainant.relative;
  if (field == "complainant.address") return &facts.complainant.address;
  if (field == "complainant.phone") return &facts.complainant.phone;
  if (field == "delay.reason") return &facts.delay_reason;
  return nullptr;
}

Result<void> apply(const std::string& field, const std::string& text, Facts& facts) {
  if (field == "report_date") return {};
  if (Found* const words = words_of(field, facts)) return *words = {text, {}}, Result<void>{};
  if (field == "occurrence.date") return set_day(field, text, facts);
  if (field == "occurrence.date_to") return set_last_day(field, text, facts);
  if (field == "occurrence.time") return set_time(field, text, facts);
  if (field == "occurrence.time_to") return set_time_until(field, text, facts);
  if (field == "complainant.age") return set_age(field, text, facts.complainant.age, facts.complainant.age_span);
  if (field == "victim.age") return set_age(field, text, facts.victim.age, facts.victim.age_span);
  if (field == "accused.count") return set_accused_count(field, text, facts);
  if (field == "total_value") return set_total(field, text, facts);
  if (field == "accused.name") {
    if (!text.empty()) facts.accused.persons.push_back({{text, {}}, {}});
    return {};
  }
  return bad_field(
      field,
      "no such field; known are report_date, occurrence.date, .date_to, .time, .time_to and .place, complainant.name, "
      ".relative, .age, .address and .phone, accused.name, accused.count, victim.age, total_value, delay.reason, and "
      "of lists accused.1.name, witness.1.name, victim.1.name, property.1.description and the like");
}

}  // namespace

Result<std::optional<Date>> day_of_report(const GivenFields& given, std::optional<Date> otherwise) {
  auto it = given.find("report_date");
  if (it == given.end() || it->second.empty()) return otherwise;
  TRY(auto date, day("report_date", it->second));
  return std::optional(date);
}

Result<void> check_given(const std::string& field, const std::string& text) {
  Facts scratch;
  // Whether the last day lies before the first is seen where both are known.
  if (field == "occurrence.date_to") scratch.occurrence.from = Date::parse_iso(text);
  const GivenFields given = {{field, text}};
  const auto report = day_of_report(given, {});
  Result<void> taken = report ? apply_given(given, scratch) : report.error();
  if (!taken) return Error{taken.error().code, taken.error().message, field};
  return taken;
}

Result<void> apply_given(const GivenFields& given, Facts& facts) {
  TRY_DO(apply_entries(given, facts));
  for (const auto& [field, text] : given) {
    const bool of_list = entry_name(field).has_value() || (is_entry_list(field) && text.empty());
    if (!of_list) TRY_DO(apply(field, text, facts));
  }
  return {};
}

}  // namespace dossier::fir
