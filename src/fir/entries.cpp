#include "fir/entries.h"

#include "reading/one_of.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace dossier::fir {
namespace {

using reading::one_of;

// What is given of one entry, by attribute; with an empty attribute it is taken out.
using Given = std::map<std::string_view, std::string_view>;

constexpr int kAgeMax = 120;

Error bad_field(std::string_view field, std::string what) {
  return Error{ErrorCode::invalid_argument, std::move(what), "--set " + std::string(field)};
}

bool is_person_attribute(std::string_view attribute) {
  return one_of(attribute, {"name", "relative", "age", "address", "phone", "particulars"});
}

// The columns of item 7 and its annex.
bool is_accused_attribute(std::string_view attribute) {
  return (is_person_attribute(attribute) && attribute != "phone") ||
         one_of(attribute,
                {"alias", "sex", "born", "build", "height_cm", "complexion", "marks", "deformities", "teeth", "hair",
                 "eyes", "habits", "dress", "languages", "burn", "leucoderma", "mole", "scar", "tattoo"});
}

bool has_attribute(std::string_view list, std::string_view attribute) {
  if (attribute.empty()) return true;
  if (list == "accused") return is_accused_attribute(attribute);
  if (list == "property") return one_of(attribute, {"description", "value", "category", "type"});
  return is_person_attribute(attribute);
}

bool touches(const GivenFields& given, std::string_view list) {
  return std::any_of(given.begin(), given.end(), [&](const auto& one) {
    const auto entry = entry_name(one.first);
    return one.first == list || (entry && entry->list == list);
  });
}

Result<std::map<int, Given>> given_of(std::string_view list, const GivenFields& given) {
  std::map<int, Given> entries;
  for (const auto& [field, value] : given) {
    const auto name = entry_name(field);
    if (!name || name->list != list) continue;
    if (!has_attribute(list, name->attribute))
      return bad_field(field, "an entry of " + std::string(list) + " has no such attribute");
    if (name->attribute.empty() && !value.empty())
      return bad_field(field, "an entry is taken out with an empty value; give its attributes by name");
    entries[name->number][name->attribute] = value;
  }
  return entries;
}

// The entry with that number, a new one where there is none yet.
template <class Entry>
Entry& entry_at(std::vector<Entry>& list, int number, std::map<int, std::size_t>& added) {
  const auto index = static_cast<std::size_t>(number) - 1;
  if (const auto known = added.find(number); known != added.end()) return list[known->second];
  if (added.empty() && index < list.size()) return list[index];
  added[number] = list.size();
  return list.emplace_back();
}

// Lays the given entries over a list. `set(entry, attribute, value)` writes one attribute, `is_blank(entry)` says that
// nothing is left of it.
template <class Entry, class Set, class Blank>
Result<void> lay_over(std::string_view name, const GivenFields& given, std::vector<Entry>& list, Set set,
                      Blank is_blank) {
  if (given.contains(std::string(name))) list.clear();
  TRY(const auto entries, given_of(name, given));
  std::map<int, std::size_t> added;
  for (const auto& [number, attributes] : entries) {
    Entry& entry = entry_at(list, number, added);
    for (const auto& [attribute, value] : attributes) {
      if (attribute.empty()) {
        entry = {};
        break;
      }
      TRY_DO(set(entry, attribute, std::string(value), entry_field(name, number, attribute)));
    }
  }
  std::erase_if(list, is_blank);
  return {};
}

Result<void> set_person(PersonFact& person, std::string_view attribute, std::string value, const std::string& field) {
  if (attribute == "age" && !value.empty()) TRY_DO(given_age(field, value));
  if (attribute == "name") {
    person.name = {std::move(value), {}};
  } else if (attribute == "particulars") {
    person.description = {std::move(value), {}};
  } else if (value.empty()) {
    person.more.erase(std::string(attribute));
  } else {
    person.more[std::string(attribute)] = std::move(value);
  }
  return {};
}

bool nobody(const PersonFact& person) {
  return !person.name && !person.description && person.more.empty();
}

Result<void> apply_accused(const GivenFields& given, Facts& facts) {
  auto& accused = facts.accused;
  const auto before = static_cast<int>(accused.persons.size());
  TRY_DO(lay_over("accused", given, accused.persons, set_person, nobody));
  const auto now = static_cast<int>(accused.persons.size());
  if (now == before || !accused.count) return {};
  // A number that counted those who were read follows them; one that the complaint states is never below them.
  if (*accused.count == before || *accused.count < now) accused.count = now;
  if (*accused.count == 0) accused.count.reset();
  return {};
}

Result<void> apply_victims(const GivenFields& given, Facts& facts) {
  VictimFact& victim = facts.victim;
  std::vector<PersonFact> list;
  const bool read = victim.name || victim.age;
  if (read) list.push_back({victim.name, {}, victim.more});
  if (read && victim.age) list.front().more["age"] = std::to_string(*victim.age);
  list.insert(list.end(), victim.others.begin(), victim.others.end());
  const auto spans = std::pair(victim.age_span, victim.age);
  TRY_DO(lay_over("victim", given, list, set_person, nobody));
  victim.name = {};
  victim.age.reset();
  victim.more.clear();
  victim.others.clear();
  if (list.empty()) return {};
  victim.name = list.front().name;
  victim.more = std::move(list.front().more);
  if (list.front().description) victim.more["particulars"] = list.front().description.text;
  if (const auto age = victim.more.find("age"); age != victim.more.end()) {
    TRY(victim.age, given_age("victim.1.age", age->second));
    victim.more.erase(age);
  }
  victim.age_span = victim.age == spans.second ? spans.first : Span{};
  victim.others.assign(list.begin() + 1, list.end());
  return {};
}

// A witness is one line: "Suresh Yadav, s/o Mohan, aged 40, Main Road".
Found witness_line(const PersonFact& person) {
  if (person.more.empty() && !person.description) return person.name;
  std::string text = person.name.text;
  const auto add = [&](std::string_view before, std::string_view what) {
    if (!what.empty()) text += (text.empty() ? "" : ", ") + std::string(before) + std::string(what);
  };
  const auto more = [&](std::string_view attribute) {
    const auto at = person.more.find(attribute);
    return at == person.more.end() ? std::string_view() : std::string_view(at->second);
  };
  add("", more("relative"));
  add("aged ", more("age"));
  add("", person.description.text);
  add("", more("address"));
  add("telephone ", more("phone"));
  return {std::move(text), {}};
}

Result<void> apply_witnesses(const GivenFields& given, Facts& facts) {
  std::vector<PersonFact> list;
  for (const Found& witness : facts.witnesses) list.push_back({witness, {}});
  TRY_DO(lay_over("witness", given, list, set_person, nobody));
  facts.witnesses.clear();
  for (const PersonFact& person : list) facts.witnesses.push_back(witness_line(person));
  return {};
}

Result<void> set_item(PropertyFact& item, std::string_view attribute, std::string value, const std::string& field) {
  if (attribute == "description") item.description = {std::move(value), {}};
  if (attribute == "category") item.category = std::move(value);
  if (attribute == "type") item.type = std::move(value);
  if (attribute != "value") return {};
  item.value.reset();
  if (value.empty()) return {};
  TRY(item.value, given_rupees(field, value));
  return {};
}

Result<void> apply_property(const GivenFields& given, Facts& facts) {
  const auto nothing = [](const PropertyFact& item) {
    return !item.description && !item.value && item.category.empty() && item.type.empty();
  };
  return lay_over("property", given, facts.property, set_item, nothing);
}

void add_more(std::vector<ReadAttribute>& all, std::string_view list, int number,
              const std::map<std::string, std::string, std::less<>>& more) {
  for (const auto& [attribute, value] : more) all.push_back({entry_field(list, number, attribute), {value, {}}});
}

}  // namespace

std::optional<EntryName> entry_name(std::string_view field) {
  const auto first = field.find('.');
  if (first == std::string_view::npos) return std::nullopt;
  EntryName name{.list = field.substr(0, first)};
  if (!is_entry_list(name.list)) return std::nullopt;
  const char* const begin = field.data() + first + 1;
  const char* const end = field.data() + field.size();
  const auto [rest, fault] = std::from_chars(begin, end, name.number);
  if (fault != std::errc{} || name.number < 1 || name.number > kEntryNumberMax || *begin == '0') return std::nullopt;
  if (rest == end) return name;
  if (*rest != '.' || rest + 1 == end) return std::nullopt;
  name.attribute = std::string_view(rest + 1, static_cast<std::size_t>(end - rest - 1));
  return name;
}

bool is_entry_list(std::string_view field) {
  return std::find(kEntryLists.begin(), kEntryLists.end(), field) != kEntryLists.end();
}

std::string entry_field(std::string_view list, int number, std::string_view attribute) {
  std::string field = std::string(list) + "." + std::to_string(number);
  return attribute.empty() ? field : field + "." + std::string(attribute);
}

std::string entry_template(const EntryName& name) {
  return std::string(name.list) + (name.attribute.empty() ? ".N" : ".N." + std::string(name.attribute));
}

std::vector<ReadAttribute> entries_of(const Facts& facts) {
  std::vector<ReadAttribute> all;
  const auto add = [&](std::string_view list, int number, std::string_view attribute, const Found& value) {
    if (value) all.push_back({entry_field(list, number, attribute), value});
  };
  int number = 0;
  for (const PersonFact& person : facts.accused.persons) {
    add("accused", ++number, "name", person.name);
    add("accused", number, "particulars", person.description);
    add_more(all, "accused", number, person.more);
  }
  add("victim", number = 1, "name", facts.victim.name);
  add_more(all, "victim", number, facts.victim.more);
  for (const PersonFact& person : facts.victim.others) {
    add("victim", ++number, "name", person.name);
    add("victim", number, "particulars", person.description);
    add_more(all, "victim", number, person.more);
  }
  number = 0;
  for (const Found& witness : facts.witnesses) add("witness", ++number, "name", witness);
  number = 0;
  for (const PropertyFact& item : facts.property) {
    add("property", ++number, "description", item.description);
    add("property", number, "value", {item.value ? item.value->text() : "", {}});
    add("property", number, "category", {item.category, {}});
    add("property", number, "type", {item.type, {}});
  }
  return all;
}

Result<void> apply_entries(const GivenFields& given, Facts& facts) {
  if (touches(given, "accused")) TRY_DO(apply_accused(given, facts));
  if (touches(given, "victim")) TRY_DO(apply_victims(given, facts));
  if (touches(given, "witness")) TRY_DO(apply_witnesses(given, facts));
  if (touches(given, "property")) TRY_DO(apply_property(given, facts));
  return {};
}

Result<int> given_age(const std::string& field, const std::string& text) {
  int age = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), age);
  if (fault != std::errc{} || end != text.data() + text.size() || age < 0 || age > kAgeMax)
    return bad_field(field, "give a whole number from 0 to " + std::to_string(kAgeMax));
  return age;
}

Result<Money> given_rupees(const std::string& field, const std::string& text) {
  auto money = Money::parse(text);
  if (!money || money->negative()) return bad_field(field, "give rupees as digits, such as 45000 or 45000.50");
  return *money;
}

}  // namespace dossier::fir
