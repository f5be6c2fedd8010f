#pragma once

#include "base/result.h"
#include "fir/case.h"
#include "fir/draft.h"

#include <span>

namespace dossier::fir {

// What a field is for. draft: read from the complaint or given at the desk, and the drafting uses it. station: only the
// station knows it; blank until the officer gives it. duty: decides whether a duty stands.
enum class FieldUse : std::uint8_t { draft, station, duty };
constexpr auto names_of(FieldUse) {
  using namespace std::string_view_literals;
  return std::array{"draft"sv, "station"sv, "duty"sv};
}

// How the value is written: text of one line; moment "YYYY-MM-DD HH:MM", Indian time; day "YYYY-MM-DD"; birth a
// day or "YYYY"; or one of names.
enum class FieldForm : std::uint8_t { text, moment, day, birth, number, yes_no, information, action };

struct FactField {
  std::string_view name, meaning;
  FieldUse use;
  FieldForm form = FieldForm::text;
  bool given_to_draft = false;  // fir/given.h takes it
  bool after_final = false;     // may still be given when the report is final
};

// Every field a case may hold, in the order of the form.
std::span<const FactField> fact_fields();
const FactField* find_fact_field(std::string_view name);

// The value as it is kept. Fails with invalid_argument for a field nobody can give, and for a value of the wrong form.
// Nobody is born after `now`.
Result<std::string> checked_fact(std::string_view field, std::string_view value, WallTime now);

// The moment a field of the form `moment` holds, UTC; nothing when it is blank.
std::optional<WallTime> moment_of(std::string_view value);
// How the form shows a moment: "2026-05-05 18:30", Indian time.
std::string indian_time(WallTime moment);

// What was read in the complaint, field by field, with its place.
std::vector<CaseFact> facts_of(const Draft& draft);
// What the officer gave of it, for drafting anew.
GivenFields given_fields(const Case& state);

}  // namespace dossier::fir
