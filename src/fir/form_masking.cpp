#include "fir/form_masking.h"

#include "fir/form_items.h"
#include "fir/identity_words.h"
#include "reading/one_of.h"
#include "reading/tokens.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dossier::fir {
namespace {

constexpr auto kWithheldWhole = std::to_array<std::string_view>(
    {"complainant.name", "complainant.relative", "complainant.born", "complainant.age", "complainant.uid",
     "complainant.passport", "complainant.passport_issued_on", "complainant.passport_issued_at",
     "complainant.id_document", "complainant.occupation", "complainant.address", "complainant.permanent_address",
     "complainant.phone", "occurrence.place", "place.direction_distance", "inquest.number"});

// What the station writes of itself, and days, times and sums.
bool stays(std::string_view field) {
  constexpr auto kRooms =
      std::to_array<std::string_view>({"station.", "officer.", "investigator.", "fir.", "gd.", "information.",
                                       "magistrate.", "dispatch.", "place.", "occurrence."});
  return std::any_of(kRooms.begin(), kRooms.end(), [&](auto room) { return field.starts_with(room); }) ||
         reading::one_of(field, {"action.taken", "total_value", "accused.count", "victim.age"});
}

// "neighbour, aged 16": a child in conflict with law may not be named either (JJ Act 74).
bool stated_child(std::string_view particulars) {
  constexpr int kOfAge = 18;
  const auto at = particulars.find("aged ");
  if (at == std::string_view::npos) return false;
  int age = kOfAge;
  const char* from = particulars.data() + at + std::string_view("aged ").size();
  std::from_chars(from, particulars.data() + particulars.size(), age);
  return age < kOfAge;
}

bool called_kin(const std::string& particulars) {
  const auto text = reading::Text::of(particulars);
  return text && std::any_of(text->tokens().begin(), text->tokens().end(),
                             [](const reading::Token& token) { return is_kin(token.lower); });
}

bool goes_whole(const FormPerson& person) {
  return stated_child(person.particulars) || called_kin(person.particulars);
}

void withhold(std::string& text) {
  if (!text.empty()) text = kWithheld;
}

// What has to be hidden wherever it stands.
IdentityMask mask_of(const FormFacts& facts) {
  IdentityMask mask;
  for (const std::string& name : facts.protected_names) mask.add_name(name);
  for (const std::string_view field : {"complainant.name", "complainant.relative"}) mask.add_name(facts.value(field));
  for (const FormPerson& victim : facts.victims) mask.add_name(victim.name), mask.add_name(victim.relative);
  for (const FormPerson& person : facts.accused) {
    if (goes_whole(person)) {
      mask.add_name(person.name), mask.add_name(person.alias);
    } else {
      mask.spare_name(person.name), mask.spare_name(person.alias);
    }
  }
  for (const std::string_view field : {"complainant.address", "complainant.permanent_address", "occurrence.place"})
    mask.add_place(facts.value(field));
  mask.learn(facts.complaint);
  mask.learn(facts.narrative);
  mask.hide(facts.value("redaction.hide"));
  mask.show(facts.value("redaction.show"));
  return mask;
}

void mask_values(const IdentityMask& mask, FormFacts& facts) {
  for (auto& [field, value] : facts.values) {
    const bool whole = std::find(kWithheldWhole.begin(), kWithheldWhole.end(), field) != kWithheldWhole.end();
    if (whole) {
      withhold(value.text);
    } else if (!stays(field)) {
      value.text = mask.apply(value.text);
    }
  }
}

void mask_lists(const IdentityMask& mask, FormFacts& facts) {
  for (FormPerson& person : facts.accused) {
    if (goes_whole(person)) withhold(person.name), withhold(person.alias);
    withhold(person.relative);
    withhold(person.address);
    for (std::string* text : {&person.name, &person.alias, &person.particulars}) *text = mask.apply(*text);
  }
  for (FormPerson& victim : facts.victims)
    for (std::string* text : {&victim.name, &victim.alias, &victim.relative, &victim.address, &victim.particulars})
      withhold(*text);
  for (FormProperty& item : facts.property) {
    for (std::string* text : {&item.description, &item.category, &item.type}) *text = mask.apply(*text);
  }
  for (FormIdentityPaper& paper : facts.identity_papers) withhold(paper.type), withhold(paper.number);
  for (FormFeatures& person : facts.features) {
    for (std::string* text : {&person.marks, &person.deformities, &person.habits, &person.dress, &person.languages,
                              &person.burn, &person.mole, &person.scar, &person.tattoo})
      *text = mask.apply(*text);
  }
  for (std::string& question : facts.questions) question = mask.apply(question);
}

}  // namespace

FormFacts without_identities(FormFacts facts, IdentityMask::Marks* marks) {
  facts.accused = form_accused(facts);
  facts.property = form_property(facts);
  facts.values.erase("accused.persons");
  facts.values.erase("property");
  const IdentityMask mask = mask_of(facts);
  facts.values.erase("redaction.hide");
  facts.values.erase("redaction.show");
  mask_values(mask, facts);
  mask_lists(mask, facts);
  facts.complaint = mask.apply(facts.complaint, marks);
  facts.narrative = mask.apply(facts.narrative, marks);
  facts.protected_names.clear();
  facts.identity_withheld = true;
  return facts;
}

}  // namespace dossier::fir
