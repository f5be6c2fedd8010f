#include "fir/case_facts.h"

#include "base/date.h"
#include "fir/entries.h"

#include <algorithm>
#include <cstdio>

namespace dossier::fir {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr auto kIndianTime = hours(5) + minutes(30);

void add(std::vector<CaseFact>& facts, std::string_view field, std::string value, Span span = {}) {
  if (value.empty()) return;
  CaseFact fact;
  fact.field = std::string(field);
  fact.value = std::move(value);
  fact.author = span.empty() ? Author::machine : Author::informant;
  fact.span = span;
  facts.push_back(std::move(fact));
}

}  // namespace

std::optional<WallTime> moment_of(std::string_view value) {
  if (value.size() != 16 || value[10] != ' ' || value[13] != ':') return std::nullopt;
  const auto day = Date::parse_iso(value.substr(0, 10));
  const auto digit = [&](std::size_t i) { return value[i] >= '0' && value[i] <= '9' ? value[i] - '0' : 100; };
  const int hour = 10 * digit(11) + digit(12), minute = 10 * digit(14) + digit(15);
  if (!day || hour > 23 || minute > 59) return std::nullopt;
  return WallTime(hours(24) * day->days_since_epoch() + hours(hour) + minutes(minute) - kIndianTime);
}

std::string indian_time(WallTime moment) {
  using namespace std::chrono;
  const auto there = moment + kIndianTime;
  const auto day = floor<days>(there);
  const auto date = Date::of_days(day.time_since_epoch().count());
  char time[16];
  const auto minute = floor<minutes>(there - day).count();
  std::snprintf(time, sizeof time, " %02d:%02d", static_cast<int>(minute / 60), static_cast<int>(minute % 60));
  return date ? date->iso() + time : "";
}

std::vector<CaseFact> facts_of(const Draft& draft) {
  const Facts& f = draft.facts;
  std::vector<CaseFact> facts;
  const auto& when = f.occurrence;
  add(facts, "occurrence.date", when.from ? when.from->iso() : "", when.date_span);
  // What still goes on has no last day.
  const bool ended = when.from && when.to && !(when.ongoing_since && when.to == when.from);
  if (ended) add(facts, "occurrence.date_to", when.to->iso(), when.date_span);
  add(facts, "occurrence.time", when.time_from.text, when.time_from.span);
  add(facts, "occurrence.time_to", when.time_to.text, when.time_to.span);
  add(facts, "occurrence.place", when.place.text, when.place.span);
  const auto& who = f.complainant;
  add(facts, "complainant.name", who.name.text, who.name.span);
  add(facts, "complainant.relative", who.relative.text, who.relative.span);
  add(facts, "complainant.age", who.age ? std::to_string(*who.age) : "", who.age_span);
  add(facts, "complainant.address", who.address.text, who.address.span);
  add(facts, "complainant.phone", who.phone.text, who.phone.span);
  add(facts, "accused.count", f.accused.count ? std::to_string(*f.accused.count) : "", f.accused.count_span);
  add(facts, "delay.reason", f.delay_reason.text, f.delay_reason.span);
  add(facts, "total_value", f.total_value ? f.total_value->text() : "", f.total_value_span);
  add(facts, "victim.age", f.victim.age ? std::to_string(*f.victim.age) : "", f.victim.age_span);
  for (ReadAttribute& read : entries_of(f)) add(facts, read.field, std::move(read.value.text), read.value.span);
  return facts;
}

GivenFields given_fields(const Case& state) {
  GivenFields given;
  for (const std::string_view list : kEntryLists) {
    if (is_officers_list(state, list)) given[std::string(list)] = "";
  }
  for (const CaseFact& fact : state.facts) {
    const FactField* field = find_fact_field(fact.field);
    const auto entry = entry_name(fact.field);
    const bool officers = entry ? given.contains(std::string(entry->list)) : fact.author == Author::officer;
    if (field != nullptr && field->given_to_draft && officers) given[fact.field] = fact.value;
  }
  return given;
}

bool is_officers_list(const Case& state, std::string_view list) {
  return std::any_of(state.facts.begin(), state.facts.end(), [&](const CaseFact& fact) {
    const auto entry = entry_name(fact.field);
    return entry && entry->list == list && fact.author == Author::officer;
  });
}

}  // namespace dossier::fir
