#include "fir/wording.h"

#include "reading/fold.h"

#include <algorithm>
#include <array>

namespace dossier::fir {
namespace {

std::string rupees(Money money) {
  return "Rs " + money.grouped();
}

std::string when_text(const Facts& facts) {
  const auto& when = facts.occurrence;
  if (!when.from) return {};
  std::string text;
  if (when.from_known_day) {
    text = when.to && *when.to != *when.from ? "from " + day_text(*when.from) + " to " + day_text(*when.to)
                                             : (when.ongoing_since ? "from " : "on ") + day_text(*when.from);
  } else {
    text = "between " + day_text(*when.from) + " and " + day_text(*when.to);
  }
  if (when.time_from) text += " at about " + when.time_from.text;
  return text;
}

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && !(text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z'))
    text[0] = static_cast<char>(text[0] + 32);
  return text;
}

std::string joined(const std::vector<std::string>& parts, std::string_view last = " and ") {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? std::string(last) : ", ";
    text += parts[i];
  }
  return text;
}

// "one person", "three persons", "12 others".
std::string counted(int count, std::string_view one, std::string_view many) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"});
  const auto at = static_cast<std::size_t>(count);
  return (at < kWords.size() ? std::string(kWords[at]) : std::to_string(count)) + " " +
         std::string(count == 1 ? one : many);
}

std::string accused_text(const Facts& facts) {
  std::vector<std::string> names;
  for (const PersonFact& person : facts.accused.persons) names.push_back(person.name.text);
  const int others = facts.accused.count ? *facts.accused.count - static_cast<int>(names.size()) : 0;
  if (names.empty())
    return facts.accused.count ? counted(*facts.accused.count, "person", "persons") + " not named"
                               : "a person or persons not named";
  if (others > 0) names.push_back(counted(others, "other", "others"));
  return joined(names);
}

bool is_shown(const Proposal& proposal) {
  return std::all_of(proposal.ingredients.begin(), proposal.ingredients.end(),
                     [](const IngredientFinding& finding) { return finding.state == IngredientState::met; });
}

bool is_contradicted(const Proposal& proposal) {
  return std::any_of(proposal.ingredients.begin(), proposal.ingredients.end(),
                     [](const IngredientFinding& finding) { return finding.state == IngredientState::contradicted; });
}

// At most four titles of each kind, so that the summary stays a sentence: offences of which every ingredient is told,
// and those of which something is still to be shown.
struct Matter {
  std::vector<std::string> shown, open;
};

Matter matter_of(const Draft& draft) {
  constexpr std::size_t kTitlesMax = 4;
  Matter matter;
  for (const Proposal& p : draft.assessment.proposals) {
    if (p.offence->companion || is_contradicted(p)) continue;
    std::vector<std::string>& titles = is_shown(p) ? matter.shown : matter.open;
    const std::string title = lower_first(p.offence->title);
    if (titles.size() < kTitlesMax && std::find(titles.begin(), titles.end(), title) == titles.end())
      titles.push_back(title);
  }
  return matter;
}

std::string matter_text(const Draft& draft, const Matter& matter) {
  if (!matter.shown.empty()) return joined(matter.shown);
  if (!matter.open.empty()) return "what may be " + joined(matter.open, " or ");
  for (const SituationFinding& s : draft.assessment.situations) {
    if (s.situation->route == draft.route) return lower_first(s.situation->title);
  }
  return "a matter that the complaint does not yet make clear";
}

std::string route_text(const std::string& route) {
  if (route == "FIR") return "registration of an FIR is proposed";
  if (route == "ZERO_FIR") return "registration as a Zero FIR and transfer to the station of the place is proposed";
  if (route == "NCR") return "an entry as a non-cognizable report is proposed";
  if (route == "COURT_COMPLAINT") return "the law sends the informant to the court with a complaint";
  if (route == "CIVIL") return "no ingredient of an offence is shown, and the remedy lies before a civil forum";
  if (route == "LOST_REPORT") return "a lost-property report is proposed";
  if (route == "MISSING_PERSON") return "a missing-person report and search are proposed";
  if (route == "INQUEST") return "an inquest is proposed";
  if (route == "REFER_AGENCY") return "the matter is proposed for reference to the authority that must act";
  return "the informant has to be asked before anything can be decided";
}

std::string quoted(const std::vector<Found>& list) {
  std::vector<std::string> parts;
  for (const Found& f : list) parts.push_back("\"" + f.text + "\"");
  return joined(parts, "; ");
}

std::string property_text(const Facts& facts) {
  std::vector<std::string> parts;
  for (const PropertyFact& item : facts.property)
    parts.push_back(item.description.text + (item.value ? " (" + rupees(*item.value) + ")" : ""));
  return joined(parts, ", ");
}

// One item alone has a value, and it is the total.
bool told_with_the_property(const Facts& facts) {
  const auto valued = [](const PropertyFact& item) { return item.value.has_value(); };
  const auto item = std::find_if(facts.property.begin(), facts.property.end(), valued);
  return item != facts.property.end() && *item->value == *facts.total_value &&
         std::count_if(facts.property.begin(), facts.property.end(), valued) == 1;
}

void line(std::string& out, std::string_view label, const std::string& content) {
  if (content.empty()) return;
  out += label;
  out += ": ";
  out += content;
  out += "\n";
}

std::string list_text(const std::vector<Found>& list) {
  std::vector<std::string> parts;
  for (const Found& f : list) parts.push_back(f.text);
  return joined(parts, "; ");
}

std::string amounts_text(const Facts& facts, const reading::Text& text) {
  std::vector<std::string> parts;
  for (const AmountFact& amount : facts.amounts)
    parts.push_back(rupees(amount.rupees) + " (\"" + std::string(text.slice(amount.span)) + "\")");
  return joined(parts, ", ");
}

}  // namespace

std::string day_text(Date day) {
  static constexpr auto kMonths =
      std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July", "August",
                                       "September", "October", "November", "December"});
  return std::to_string(day.day()) + " " + std::string(kMonths[static_cast<std::size_t>(day.month()) - 1]) + " " +
         std::to_string(day.year());
}

std::string write_summary(const Draft& draft) {
  const Facts& facts = draft.facts;
  if (!draft.read)
    return "The complaint is in a script that is not read yet and is kept whole. It has to be translated or its facts "
           "entered by hand before anything can be decided.";
  std::string first = draft.sensitive || !facts.complainant.name ? "The informant" : facts.complainant.name.text;
  const Matter matter = matter_of(draft);
  first += " reports " + matter_text(draft, matter);
  if (auto when = when_text(facts); !when.empty()) first += " " + when;
  if (facts.occurrence.place && !draft.sensitive) first += " at " + facts.occurrence.place.text;
  if (!draft.assessment.proposals.empty()) first += ", said to be by " + accused_text(facts);
  first += ".";
  std::vector<std::string> second;
  if (!facts.property.empty() && !draft.sensitive)
    second.push_back("The property concerned is " + property_text(facts));
  if (facts.total_value && !told_with_the_property(facts))
    second.push_back((second.empty() ? "The value stated is " : "the value stated is ") + rupees(*facts.total_value));
  else if (!facts.total_value && !facts.amounts.empty() && second.empty())
    second.push_back("The sum stated is " + rupees(facts.amounts.front().rupees));
  if (!matter.shown.empty() && !matter.open.empty())
    second.push_back(
        (second.empty() ? "It is still to be shown whether it was " : "it is still to be shown whether it was ") +
        joined(matter.open, " or ") + " as well");
  std::string route = route_text(draft.route);
  if (second.empty()) route[0] = static_cast<char>(route[0] >= 'a' && route[0] <= 'z' ? route[0] - 32 : route[0]);
  second.push_back(route);
  return first + " " + joined(second, ", and ") + ".";
}

std::string write_narrative(const Draft& draft, const reading::Text& text) {
  const Facts& facts = draft.facts;
  std::string out;
  std::string who = facts.complainant.name ? facts.complainant.name.text : "The informant (name not given)";
  if (facts.complainant.age) who += ", aged " + std::to_string(*facts.complainant.age) + " years";
  if (facts.complainant.relative) who += ", relative " + facts.complainant.relative.text;
  if (facts.complainant.address) who += ", resident of " + facts.complainant.address.text;
  out += who + ", gave the following information";
  if (auto when = when_text(facts); !when.empty()) out += " about what happened " + when;
  if (facts.occurrence.place) out += " at " + facts.occurrence.place.text;
  out += ". In the informant's own words:\n\n";
  out += std::string(reading::trimmed(draft.transcript)) + "\n\n";
  if (!draft.read) return out;
  line(out, "Accused", draft.assessment.proposals.empty() ? "" : accused_text(facts));
  line(out, "Property", property_text(facts));
  line(out, "Sums named", amounts_text(facts, text));
  if (facts.total_value) line(out, "Total value", rupees(*facts.total_value));
  line(out, "Injuries", list_text(facts.injuries));
  line(out, "Treatment", list_text(facts.treatments));
  line(out, "Weapons or means", list_text(facts.weapons));
  line(out, "Threats, word for word", quoted(facts.threats));
  line(out, "Vehicles", list_text(facts.vehicles));
  line(out, "Accounts and ids", list_text(facts.accounts));
  line(out, "Telephones", list_text(facts.phones));
  line(out, "Witnesses", list_text(facts.witnesses));
  line(out, "Reason for delay", facts.delay_reason.text);
  return out;
}

}  // namespace dossier::fir
