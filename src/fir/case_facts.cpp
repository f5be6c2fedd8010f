#include "fir/case_facts.h"

#include "base/date.h"
#include "fir/given.h"
#include "reading/fold.h"
#include "reading/one_of.h"

#include <algorithm>
#include <cstdio>

namespace dossier::fir {
namespace {

using reading::one_of;

using namespace std::string_view_literals;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::size_t kValueLettersMax = 500;
constexpr int kYearsOfLifeMax = 120;  // as fir/given.cpp has it for an age
constexpr auto kIndianTime = hours(5) + minutes(30);

constexpr std::array kFields = {
    FactField{"station.district", "Item 1: district", FieldUse::station},
    FactField{"station.name", "Item 1: police station", FieldUse::station},
    FactField{"fir.number", "Item 1: FIR No. as CCTNS gave it; Dossier never makes one", FieldUse::station,
              FieldForm::text, false, true},
    FactField{"fir.registered_at", "Item 1: date and time of the FIR", FieldUse::station, FieldForm::moment, false,
              true},
    FactField{"occurrence.date", "Item 3(a): day of the occurrence", FieldUse::draft, FieldForm::day, true},
    FactField{"occurrence.date_to", "Item 3(a): last day of the occurrence", FieldUse::draft, FieldForm::day},
    FactField{"occurrence.time", "Item 3(a): time of the occurrence, HH:MM", FieldUse::draft, FieldForm::text, true},
    FactField{"occurrence.time_to", "Item 3(a): time until", FieldUse::draft},
    FactField{"occurrence.pahar", "Item 3(a): pahar", FieldUse::station},
    FactField{"information.received_at", "Item 3(b): information received at the station", FieldUse::station,
              FieldForm::moment},
    FactField{"gd.entry", "Item 3(c): entry number of the General Diary", FieldUse::station, FieldForm::text, false,
              true},
    FactField{"gd.at", "Item 3(c): date and time of the entry", FieldUse::station, FieldForm::moment, false, true},
    FactField{"information.kind", "Item 4: written, oral or electronic", FieldUse::station, FieldForm::information},
    FactField{"place.direction_distance", "Item 5(a): direction and distance from the station", FieldUse::station},
    FactField{"place.beat", "Item 5(a): beat number", FieldUse::station},
    FactField{"occurrence.place", "Item 5(b): place of the occurrence", FieldUse::draft, FieldForm::text, true},
    FactField{"place.other_station", "Item 5(c): the station that has jurisdiction", FieldUse::station},
    FactField{"place.other_district", "Item 5(c): its district and state", FieldUse::station},
    FactField{"complainant.name", "Item 6(a): the informant", FieldUse::draft, FieldForm::text, true},
    FactField{"complainant.relative", "Item 6(b): father or husband", FieldUse::draft, FieldForm::text, true},
    FactField{"complainant.age", "Item 6(c): age as stated", FieldUse::draft},
    FactField{"complainant.born", "Item 6(c): date or year of birth", FieldUse::station, FieldForm::birth},
    FactField{"complainant.nationality", "Item 6(d): nationality", FieldUse::station},
    FactField{"complainant.uid", "Item 6(e): UID number", FieldUse::station},
    FactField{"complainant.passport", "Item 6(f): passport number", FieldUse::station},
    FactField{"complainant.passport_issued_on", "Item 6(f): its date of issue", FieldUse::station, FieldForm::day},
    FactField{"complainant.passport_issued_at", "Item 6(f): its place of issue", FieldUse::station},
    FactField{"complainant.id_document", "Item 6(g): kind and number of an identity document", FieldUse::station},
    FactField{"complainant.occupation", "Item 6(h): occupation", FieldUse::station},
    FactField{"complainant.address", "Item 6(i): address", FieldUse::draft, FieldForm::text, true},
    FactField{"complainant.permanent_address", "Item 6(i): permanent address", FieldUse::station},
    FactField{"complainant.phone", "Item 6(j): telephone", FieldUse::draft, FieldForm::text, true},
    FactField{"accused.count", "Item 7: how many accused", FieldUse::draft, FieldForm::number, true},
    FactField{"accused.name", "Item 7: an accused the complaint does not name", FieldUse::draft, FieldForm::text, true},
    FactField{"accused.persons", "Item 7: the accused as the complaint describes them", FieldUse::draft},
    FactField{"delay.reason", "Item 8: reason for the delay in reporting", FieldUse::draft, FieldForm::text, true},
    FactField{"property", "Item 9: property, one line each", FieldUse::draft},
    FactField{"total_value", "Item 10: total value in rupees", FieldUse::draft, FieldForm::text, true},
    FactField{"inquest.number", "Item 11: inquest report or U.D. case number", FieldUse::station},
    FactField{"action.taken", "Item 13: registered, directed, refused or transferred", FieldUse::station,
              FieldForm::action, false, true},
    FactField{"action.reason", "Item 13(3): reason of a refusal", FieldUse::station, FieldForm::text, false, true},
    FactField{"investigator.name", "Item 13(2): who takes up the investigation", FieldUse::station, FieldForm::text,
              false, true},
    FactField{"investigator.rank", "Item 13(2): rank", FieldUse::station, FieldForm::text, false, true},
    FactField{"investigator.number", "Item 13(2): number", FieldUse::station, FieldForm::text, false, true},
    FactField{"officer.name", "Item 13: officer in charge", FieldUse::station, FieldForm::text, false, true},
    FactField{"officer.rank", "Item 13: rank", FieldUse::station, FieldForm::text, false, true},
    FactField{"officer.number", "Item 13: number", FieldUse::station, FieldForm::text, false, true},
    FactField{"dispatch.at", "Item 15: dispatch to the court", FieldUse::station, FieldForm::moment, false, true},
    FactField{"report_date", "The day of the report, which anchors \"yesterday\"", FieldUse::draft, FieldForm::day,
              true},
    FactField{"victim.age", "Age of the victim as stated or proved; never inferred", FieldUse::draft, FieldForm::number,
              true},
    FactField{"informant.is_victim", "Whether the informant is the person against whom it was done", FieldUse::duty,
              FieldForm::yes_no},
    FactField{"victim.disabled", "Whether that person is disabled, even for a time", FieldUse::duty, FieldForm::yes_no},
    FactField{"preliminary_enquiry.began_at", "When a preliminary enquiry under BNSS 173(3) was begun", FieldUse::duty,
              FieldForm::moment},
};

// A day or a year, of somebody who may be alive.
bool is_birth(std::string_view value, WallTime now) {
  const auto today = Date::parse_iso(indian_time(now).substr(0, 10));
  const auto born = Date::parse_iso(value.size() == 4 ? std::string(value) + "-01-01" : std::string(value));
  return born && today && *born <= *today && today->year() - born->year() <= kYearsOfLifeMax;
}

const char* wrong_form(FieldForm form, std::string_view value, WallTime now) {
  const auto digits = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  switch (form) {
    case FieldForm::text: return nullptr;
    case FieldForm::moment: return moment_of(value) ? nullptr : "give it as YYYY-MM-DD HH:MM, Indian time";
    case FieldForm::day: return Date::parse_iso(value) ? nullptr : "give an existing day as YYYY-MM-DD";
    case FieldForm::birth:
      return is_birth(value, now) ? nullptr : "give a year as YYYY or a day as YYYY-MM-DD, of the last 120 years";
    case FieldForm::number: return value.size() <= 4 && digits(value) ? nullptr : "give a whole number";
    case FieldForm::yes_no: return one_of(value, {"yes", "no"}) ? nullptr : "answer yes or no";
    case FieldForm::information:
      return one_of(value, {"written", "oral", "electronic"}) ? nullptr : "it is written, oral or electronic";
    case FieldForm::action:
      return one_of(value, {"registered", "directed", "refused", "transferred"})
                 ? nullptr
                 : "it is registered, directed, refused or transferred";
  }
  return nullptr;
}

void add(std::vector<CaseFact>& facts, std::string_view field, std::string value, Span span = {}) {
  if (value.empty()) return;
  CaseFact fact;
  fact.field = std::string(field);
  fact.value = std::move(value);
  fact.author = span.empty() ? Author::machine : Author::informant;
  fact.span = span;
  facts.push_back(std::move(fact));
}

std::string lines(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& line : list) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::string persons(const Facts& facts) {
  std::vector<std::string> list;
  for (const PersonFact& person : facts.accused.persons) {
    std::string line = person.name.text;
    if (person.description) line += (line.empty() ? "" : ", ") + person.description.text;
    if (!line.empty()) list.push_back(line);
  }
  return lines(list);
}

std::string property(const Facts& facts) {
  std::vector<std::string> list;
  for (const PropertyFact& item : facts.property)
    list.push_back(item.description.text + (item.value ? ", Rs " + item.value->grouped() : ""));
  return lines(list);
}

}  // namespace

std::span<const FactField> fact_fields() {
  return kFields;
}

const FactField* find_fact_field(std::string_view name) {
  const auto* const at = std::find_if(kFields.begin(), kFields.end(), [&](const auto& f) { return f.name == name; });
  return at == kFields.end() ? nullptr : at;
}

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
  add(facts, "accused.persons", persons(f));
  add(facts, "delay.reason", f.delay_reason.text, f.delay_reason.span);
  add(facts, "property", property(f));
  add(facts, "total_value", f.total_value ? f.total_value->text() : "", f.total_value_span);
  add(facts, "victim.age", f.victim.age ? std::to_string(*f.victim.age) : "", f.victim.age_span);
  return facts;
}

GivenFields given_fields(const Case& state) {
  GivenFields given;
  for (const CaseFact& fact : state.facts) {
    const FactField* field = find_fact_field(fact.field);
    if (field != nullptr && field->given_to_draft && fact.author == Author::officer && !fact.value.empty())
      given[fact.field] = fact.value;
  }
  return given;
}

}  // namespace dossier::fir
