#pragma once

#include "base/result.h"
#include "fir/facts.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The lists of a complaint as fields: an accused, a witness, a victim and a thing have a number in their list and
// attributes of their own, "accused.2.name". The field without an attribute, "accused.2", is the entry whole: given
// empty, it is taken out. The bare list, "accused", given empty, takes out all that was read before entries are added.
namespace dossier::fir {

inline constexpr std::array<std::string_view, 4> kEntryLists = {"accused", "victim", "witness", "property"};
inline constexpr int kEntryNumberMax = 50;  // more accused than this stand on a list of their own, attached

struct EntryName {
  std::string_view list;       // of kEntryLists
  int number = 0;              // from 1
  std::string_view attribute;  // empty: the entry whole
};

// The parts of the name of such a field; nothing for any other field. Views point into `field`.
std::optional<EntryName> entry_name(std::string_view field);
bool is_entry_list(std::string_view field);

// "accused", 2, "name" -> "accused.2.name"
std::string entry_field(std::string_view list, int number, std::string_view attribute);
// "accused.2.name" -> "accused.N.name", the name under which all of them are described.
std::string entry_template(const EntryName& name);

// One attribute of an entry as it was read.
struct ReadAttribute {
  std::string field;  // "accused.1.name"
  Found value;
};
// The lists of `facts` as fields, in order.
std::vector<ReadAttribute> entries_of(const Facts& facts);

// Lays what was given at the desk over the lists that were read: an attribute replaces what was read of that entry, a
// number that nobody read is a new entry, an empty entry goes. Other fields of `given` are left alone. Fails with
// invalid_argument for an attribute that the list has not, or a value that is none.
Result<void> apply_entries(const GivenFields& given, Facts& facts);

// An age or a sum as somebody gives them: whole years from 0 to 120; rupees.
Result<int> given_age(const std::string& field, const std::string& text);
Result<Money> given_rupees(const std::string& field, const std::string& text);

}  // namespace dossier::fir
