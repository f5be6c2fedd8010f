#include "fir/given.h"

#include <charconv>
#include <cstdio>

namespace dossier::fir {
namespace {

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

Result<void> set_day(const std::string& field, const std::string& text, Facts& facts) {
  TRY(auto date, day(field, text));
  auto& when = facts.occurrence;
  when.from = when.to = date;
  when.from_known_day = true;
  when.ongoing_since = false;
  when.date_span = {};
  reading::SpokenDate spoken;
  spoken.from = spoken.to = date;
  facts.dates.assign(1, spoken);
  facts.impossible_dates.clear();
  facts.future_dates.clear();
  return {};
}

Result<void> set_time(const std::string& field, const std::string& text, Facts& facts) {
  int hour = 0, minute = 0;
  char rest = 0;
  if (text.size() != 5 || std::sscanf(text.c_str(), "%2d:%2d%c", &hour, &minute, &rest) != 2 || hour > 23 ||
      minute > 59 || hour < 0 || minute < 0) {
    return bad_field(field, "give a time of the day as HH:MM");
  }
  facts.occurrence.time_from = {text, {}};
  facts.occurrence.minutes_from = hour * 60 + minute;
  return {};
}

Result<void> apply(const std::string& field, const std::string& text, Facts& facts) {
  if (field == "report_date") return {};
  if (field == "occurrence.date") return set_day(field, text, facts);
  if (field == "occurrence.time") return set_time(field, text, facts);
  if (field == "occurrence.place") return facts.occurrence.place = {text, {}}, Result<void>{};
  if (field == "complainant.name") return facts.complainant.name = {text, {}}, Result<void>{};
  if (field == "complainant.relative") return facts.complainant.relative = {text, {}}, Result<void>{};
  if (field == "complainant.address") return facts.complainant.address = {text, {}}, Result<void>{};
  if (field == "complainant.phone") return facts.complainant.phone = {text, {}}, Result<void>{};
  if (field == "delay.reason") return facts.delay_reason = {text, {}}, Result<void>{};
  if (field == "accused.name") return facts.accused.persons.push_back({{text, {}}, {}}), Result<void>{};
  if (field == "accused.count") {
    TRY(facts.accused.count, number(field, text, 1, 5000));
    facts.accused.count_span = {};
    return {};
  }
  if (field == "victim.age") {
    TRY(facts.victim.age, number(field, text, 0, 120));
    facts.victim.age_span = {};
    return {};
  }
  if (field == "total_value") {
    auto money = Money::parse(text);
    if (!money || money->negative()) return bad_field(field, "give rupees as digits, such as 45000 or 45000.50");
    facts.total_value = *money;
    facts.total_value_span = {};
    facts.total_value_given = true;
    return {};
  }
  return bad_field(
      field,
      "no such field; known are report_date, occurrence.date, occurrence.time, occurrence.place, complainant.name, "
      "complainant.relative, "
      "complainant.address, complainant.phone, accused.name, accused.count, victim.age, total_value, delay.reason");
}

}  // namespace

Result<std::optional<Date>> day_of_report(const GivenFields& given, std::optional<Date> otherwise) {
  auto it = given.find("report_date");
  if (it == given.end()) return otherwise;
  TRY(auto date, day("report_date", it->second));
  return std::optional(date);
}

Result<void> check_given(const std::string& field, const std::string& text) {
  Facts scratch;
  const GivenFields given = {{field, text}};
  const auto report = day_of_report(given, {});
  Result<void> taken = report ? apply_given(given, scratch) : report.error();
  if (!taken) return Error{taken.error().code, taken.error().message, field};
  return taken;
}

Result<void> apply_given(const GivenFields& given, Facts& facts) {
  for (const auto& [field, text] : given) TRY_DO(apply(field, text, facts));
  return {};
}

}  // namespace dossier::fir
