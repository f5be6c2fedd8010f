#include "fir/persons.h"

#include "fir/accused.h"
#include "fir/informant.h"

namespace dossier::fir {
namespace {

// Who introduces or signs himself, before a report that only begins with an office, before a line in small letters.
Found name_of_informant(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                        const Facts& facts) {
  for (const auto read : {introduced_name, signed_name, opening_name, loosely_introduced_name, name_in_small_letters}) {
    if (Found name = read(text, knowledge, names, facts)) return name;
  }
  return {};
}

}  // namespace

void read_persons(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                  Facts& facts) {
  if (text.text().tokens().empty()) return;
  facts.complainant.name = name_of_informant(text, knowledge, names, facts);
  read_informant_details(text, knowledge, names, facts);
  read_informant_office(text, knowledge, facts);
  read_accused(text, knowledge, names, facts);
}

}  // namespace dossier::fir
