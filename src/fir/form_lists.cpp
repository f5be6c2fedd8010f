#include "fir/entries.h"
#include "fir/form_items.h"

#include <map>

// The accused, the victims and the property of the form: from the entries of a case, or from lines.
namespace dossier::fir {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// "gold ring, Rs 5,000" -> the ring and its value.
FormProperty property_of(const std::string& line) {
  constexpr std::string_view kBetween = ", Rs ";
  const auto at = line.rfind(kBetween);
  const std::string value = at == std::string::npos ? "" : line.substr(at + kBetween.size());
  if (value.empty() || value.find_first_not_of("0123456789,.") != std::string::npos) return {"", "", line, ""};
  return {"", "", line.substr(0, at), value};
}

// "Golu, tenant" -> the name and what is said of him.
FormPerson person_of(const std::string& line) {
  const auto at = line.find(", ");
  if (at == std::string::npos) return {line, "", "", "", ""};
  return {line.substr(0, at), "", "", "", line.substr(at + 2)};
}

using Attributes = std::map<std::string, std::string, std::less<>>;

std::string taken(const Attributes& entry, std::string_view attribute) {
  const auto at = entry.find(attribute);
  return at == entry.end() ? std::string() : at->second;
}

FormPerson person_of(const Attributes& entry) {
  FormPerson person{taken(entry, "name"), taken(entry, "alias"), taken(entry, "relative"), taken(entry, "address"), ""};
  const auto add = [&](const std::string& what) {
    if (!what.empty()) person.particulars += (person.particulars.empty() ? "" : ", ") + what;
  };
  add(taken(entry, "particulars"));
  if (const std::string age = taken(entry, "age"); !age.empty()) add("aged " + age);
  if (const std::string phone = taken(entry, "phone"); !phone.empty()) add("telephone " + phone);
  return person;
}

// Nothing where none of the annex was given.
std::optional<FormFeatures> features_of(const Attributes& entry) {
  using F = FormFeatures;
  static constexpr std::array<std::pair<std::string_view, std::string F::*>, 18> kColumns = {
      {{"sex", &F::sex},
       {"born", &F::born},
       {"build", &F::build},
       {"height_cm", &F::height_cm},
       {"complexion", &F::complexion},
       {"marks", &F::marks},
       {"deformities", &F::deformities},
       {"teeth", &F::teeth},
       {"hair", &F::hair},
       {"eyes", &F::eyes},
       {"habits", &F::habits},
       {"dress", &F::dress},
       {"languages", &F::languages},
       {"burn", &F::burn},
       {"leucoderma", &F::leucoderma},
       {"mole", &F::mole},
       {"scar", &F::scar},
       {"tattoo", &F::tattoo}}};
  FormFeatures features;
  bool any = false;
  for (const auto& [attribute, column] : kColumns) {
    features.*column = taken(entry, attribute);
    any = any || !(features.*column).empty();
  }
  if (features.born.empty() && any && !taken(entry, "age").empty()) features.born = "aged " + taken(entry, "age");
  return any ? std::optional(std::move(features)) : std::nullopt;
}

}  // namespace

void fill_lists(const std::vector<ReadAttribute>& attributes, FormFacts& form) {
  std::map<std::pair<std::string, int>, Attributes> entries;
  for (const ReadAttribute& read : attributes) {
    const auto name = entry_name(read.field);
    if (name && read.value)
      entries[{std::string(name->list), name->number}][std::string(name->attribute)] = read.value.text;
  }
  for (const auto& [key, entry] : entries) {
    if (key.first == "accused") {
      form.accused.push_back(person_of(entry));
      if (auto features = features_of(entry)) {
        features->number = std::to_string(form.accused.size());
        form.features.push_back(std::move(*features));
      }
    }
    if (key.first == "victim") form.victims.push_back(person_of(entry));
    if (key.first == "property")
      form.property.push_back(
          {taken(entry, "category"), taken(entry, "type"), taken(entry, "description"), taken(entry, "value")});
  }
}

std::vector<FormPerson> form_accused(const FormFacts& facts) {
  std::vector<FormPerson> list = facts.accused;
  if (!list.empty()) return list;
  for (const std::string& line : lines_of(facts.value("accused.persons"))) list.push_back(person_of(line));
  return list;
}

std::vector<FormProperty> form_property(const FormFacts& facts) {
  std::vector<FormProperty> list = facts.property;
  if (!list.empty()) return list;
  for (const std::string& line : lines_of(facts.value("property"))) list.push_back(property_of(line));
  return list;
}

}  // namespace dossier::fir
