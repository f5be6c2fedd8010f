#include "base/date.h"
#include "fir/case_facts.h"
#include "fir/entries.h"

#include <algorithm>

// What an officer enters, held against the case: entries taken out whole, reasons, days that contradict each other.
namespace dossier::fir {
namespace {

CaseFact blank(const std::string& field) {
  CaseFact fact;
  fact.field = field;
  return fact;
}

// All attributes of an entry that is taken out.
Result<void> take_out(const Case& state, const EntryName& entry, std::vector<CaseFact>& noted) {
  const std::size_t before = noted.size();
  for (const CaseFact& known : state.facts) {
    const auto name = entry_name(known.field);
    if (name && name->list == entry.list && name->number == entry.number && !known.value.empty())
      noted.push_back(blank(known.field));
  }
  if (noted.size() > before) return {};
  return Error{ErrorCode::invalid_argument, "there is no such entry; GET /api/cases/{id}/facts lists them",
               entry_field(entry.list, entry.number, "")};
}

// A fact of the case as it will stand.
class Standing {
 public:
  Standing(const Case& state, const std::vector<CaseFact>& noted) : state_(state), noted_(noted) {}

  bool is_new(std::string_view field) const { return find(field) != nullptr; }
  std::string_view value(std::string_view field) const {
    const CaseFact* fact = find(field);
    return fact != nullptr ? std::string_view(fact->value) : state_.fact_value(field);
  }
  // Of what a person gave alone.
  std::string_view given(std::string_view field) const {
    const CaseFact* known = state_.fact(field);
    const bool by_person = is_new(field) || (known != nullptr && known->author == Author::officer);
    return by_person ? value(field) : std::string_view();
  }

 private:
  const CaseFact* find(std::string_view field) const {
    const auto at = std::find_if(noted_.begin(), noted_.end(), [&](const CaseFact& f) { return f.field == field; });
    return at == noted_.end() ? nullptr : &*at;
  }

  const Case& state_;
  const std::vector<CaseFact>& noted_;
};

Error contradiction(std::string_view field, std::string what) {
  return {ErrorCode::invalid_argument, std::move(what), std::string(field)};
}

// Days and times in their order. Values of these forms sort as they are written.
Result<void> check_order(const Case& state, const Standing& facts) {
  // A last day that was read follows the first one.
  const auto from = facts.value("occurrence.date"), to = facts.given("occurrence.date_to");
  const bool days_new = facts.is_new("occurrence.date") || facts.is_new("occurrence.date_to");
  const std::string told = facts.value("information.received_at").empty()
                               ? indian_time(state.received_at)
                               : std::string(facts.value("information.received_at"));
  if (days_new && std::max(from, to) > std::string_view(told).substr(0, 10))
    return contradiction("occurrence.date", "it lies after the day on which the information was received");
  if (days_new && !to.empty() && from.empty())
    return contradiction("occurrence.date_to", "give the first day as well, as occurrence.date");
  if (days_new && !to.empty() && to < from)
    return contradiction("occurrence.date_to", "the last day, " + std::string(to) + ", lies before the first, " +
                                                   std::string(from) + "; give both");
  const auto begin = facts.value("occurrence.time"), end = facts.value("occurrence.time_to");
  const bool times_new = facts.is_new("occurrence.time") || facts.is_new("occurrence.time_to");
  const bool one_day = to.empty() || to == from;
  if (times_new && one_day && !end.empty() && end < begin)
    return contradiction("occurrence.time_to", "it lies before " + std::string(begin) +
                                                   ", from which it went on; where that is past midnight give "
                                                   "occurrence.date_to as well");
  return {};
}

// What the informant said is put aside only for a reason.
Result<void> check_reasons(const Case& state, const std::vector<CaseFact>& noted, std::string_view reason) {
  if (!reason.empty()) return {};
  for (const CaseFact& fact : noted) {
    const CaseFact* known = state.fact(fact.field);
    if (known != nullptr && known->author == Author::informant && known->value != fact.value)
      return Error{ErrorCode::invalid_argument,
                   "the complaint says otherwise: give the reason why " + fact.field + " is changed", "reason"};
  }
  return {};
}

}  // namespace

Result<std::vector<CaseFact>> facts_to_enter(const Case& state, const std::vector<CaseFact>& facts,
                                             std::string_view reason) {
  std::vector<CaseFact> noted;
  for (const CaseFact& fact : facts) {
    const auto entry = entry_name(fact.field);
    if (entry && entry->attribute.empty()) {
      TRY_DO(take_out(state, *entry, noted));
    } else {
      noted.push_back(fact);
    }
  }
  TRY_DO(check_reasons(state, noted, reason));
  TRY_DO(check_order(state, Standing(state, noted)));
  return noted;
}

}  // namespace dossier::fir
