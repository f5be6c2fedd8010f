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

// How the value is written: text of one line; name with letters; phone; uid; moment "YYYY-MM-DD HH:MM", Indian time,
// and not to come; day "YYYY-MM-DD", not to come either; birth a day or "YYYY"; entry nothing, for an entry of a list
// is taken out by its name alone (entries.h); or one of names.
enum class FieldForm : std::uint8_t {
  text,
  name,
  phone,
  uid,
  moment,
  day,
  birth,
  number,
  height,
  sex,
  yes_no,
  information,
  action,
  entry
};

struct FactField {
  std::string_view name, meaning;
  FieldUse use;
  FieldForm form = FieldForm::text;
  bool given_to_draft = false;  // fir/given.h takes it
  bool after_final = false;     // may still be given when the report is final
};

// Every field a case may hold, in the order of the form. Fields of lists are described once, as "accused.N.name".
std::span<const FactField> fact_fields();
// Of "accused.2.name" the description of "accused.N.name".
const FactField* find_fact_field(std::string_view name);

// The value as it is kept. Fails with invalid_argument for a field nobody can give, and for a value of the wrong form.
// Nobody is born and nothing was received after `now`.
Result<std::string> checked_fact(std::string_view field, std::string_view value, WallTime now);

// The moment a field of the form `moment` holds, UTC; nothing when it is blank.
std::optional<WallTime> moment_of(std::string_view value);
// How the form shows a moment: "2026-05-05 18:30", Indian time.
std::string indian_time(WallTime moment);

// What was read in the complaint, field by field, with its place.
std::vector<CaseFact> facts_of(const Draft& draft);
// What the officer gave of it, for drafting anew. A list of which the officer gave anything is given whole: the machine
// reads it no more.
GivenFields given_fields(const Case& state);

// Whether the officer gave anything of the list ("accused").
bool is_officers_list(const Case& state, std::string_view list);

// The facts as they are to be noted: an entry taken out is all its attributes, blank. Fails with invalid_argument where
// there is no such entry, where they contradict each other or the facts of the case (a last day before the first), and
// where the informant's word is replaced without a reason.
Result<std::vector<CaseFact>> facts_to_enter(const Case& state, const std::vector<CaseFact>& facts,
                                             std::string_view reason);

}  // namespace dossier::fir
