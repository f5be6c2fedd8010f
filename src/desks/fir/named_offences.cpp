#include "desks/fir/named_offences.h"

#include "desks/fir/preparation.h"
#include "reading/fold.h"

#include <algorithm>

namespace dossier::desks::fir {
namespace {

using namespace dossier::fir;

// The one act whose punishing sections the knowledge holds all of.
constexpr std::string_view kHeldInFull = "BNS";
constexpr std::size_t kSectionsSuggestedMax = 8;

// Without blanks and in small letters: how sections and acts are compared.
std::string key_of(std::string_view text) {
  std::string key;
  for (const char c : text) {
    if (c == ' ' || c == '\t') continue;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return key;
}

// "  303 (2) r/w  3" as it is written: no blank before a bracket, none at the ends, one between words.
std::string tidy(std::string_view text) {
  std::string made;
  bool blank = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t') {
      blank = true;
      continue;
    }
    if (blank && !made.empty() && c != '(' && c != ')' && made.back() != '(') made += ' ';
    blank = false;
    made += c;
  }
  return made;
}

// The act as the knowledge writes it, where it has it.
std::string act_of(const Knowledge& knowledge, std::string_view named) {
  const std::string key = key_of(named);
  if (key == "ipc") return "IPC";
  const auto& all = knowledge.offences();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Offence& o) { return key_of(o.act) == key; });
  return at == all.end() ? std::string(reading::trimmed(named)) : at->act;
}

const Offence* find_section(const Knowledge& knowledge, const std::string& act, const std::string& key) {
  const auto& all = knowledge.offences();
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const Offence& o) { return o.act == act && key_of(o.section) == key; });
  return at == all.end() ? nullptr : &*at;
}

// Whether an offence of the Sanhita names it as its predecessor.
bool is_predecessor(const Knowledge& knowledge, const std::string& key) {
  const auto& all = knowledge.offences();
  return std::any_of(all.begin(), all.end(), [&](const Offence& o) {
    return std::any_of(o.ipc.begin(), o.ipc.end(), [&](const std::string& old) { return key_of(old) == key; });
  });
}

// "; of 303 it has 303(2)": what may have been meant.
std::string near_to(const Knowledge& knowledge, const std::string& act, const std::string& section) {
  const std::string number = section.substr(0, section.find_first_not_of("0123456789"));
  std::string list;
  std::size_t found = 0;
  for (const Offence& o : knowledge.offences()) {
    if (number.empty() || o.act != act || (o.section != number && !o.section.starts_with(number + "("))) continue;
    if (++found <= kSectionsSuggestedMax) list += (list.empty() ? "" : ", ") + o.section;
  }
  return list.empty() ? "" : "; of " + number + " it has " + list;
}

Result<CaseOffence> named_offence(const Knowledge& knowledge, const NamedSection& named) {
  CaseOffence made;
  const std::string act = act_of(knowledge, named.act), key = key_of(named.section);
  const std::string section = tidy(named.section), title(reading::trimmed(named.title));
  const auto refuse = [&](const std::string& why) { return Error{ErrorCode::invalid_argument, why, "offences"}; };
  if (act.empty() || section.empty()) return refuse("name the act and the section of each");
  if (const Offence* known = find_section(knowledge, act, key)) {
    made = offence_of(*known);
  } else {
    made.act = act;
    made.section = section;
    if (act == kHeldInFull)
      return refuse(act + " has no punishing section " + section + near_to(knowledge, act, section) +
                    "; correct it or leave it out, and name each section in an entry of its own");
    if (title.empty() && !(act == "IPC" && is_predecessor(knowledge, key)))
      return refuse(act + " " + section + " is not among the sections Dossier knows; check it, and give its title too");
  }
  if (!title.empty()) made.title = title;
  made.author = Author::officer;
  return made;
}

}  // namespace

Result<std::vector<CaseOffence>> named_offences(const Knowledge& knowledge, const std::vector<NamedSection>& named) {
  std::vector<CaseOffence> made;
  for (const NamedSection& one : named) {
    TRY(CaseOffence offence, named_offence(knowledge, one));
    const bool again = std::any_of(made.begin(), made.end(), [&](const CaseOffence& o) {
      return o.act == offence.act && key_of(o.section) == key_of(offence.section);
    });
    if (!again) made.push_back(std::move(offence));
  }
  return made;
}

}  // namespace dossier::desks::fir
