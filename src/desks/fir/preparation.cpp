#include "desks/fir/preparation.h"

#include "desks/fir/draft_json.h"
#include "fir/case_facts.h"

#include <algorithm>

namespace dossier::desks::fir {
namespace {

using namespace dossier::fir;

void add_name(std::vector<std::string>& names, const Found& name) {
  if (name && std::find(names.begin(), names.end(), name.text) == names.end()) names.push_back(name.text);
}

}  // namespace

CaseOffence offence_of(const Offence& offence) {
  CaseOffence made;
  made.entry = offence.id();
  made.act = offence.act;
  made.section = offence.section;
  made.title = offence.title;
  made.court = offence.court;
  made.cognizable = offence.cognizable;
  made.bailable = offence.bailable;
  made.max_years = offence.max_years;
  made.duties = offence.duties;
  return made;
}

Preparation preparation_of(const Draft& draft) {
  Preparation made;
  made.summary = draft.summary;
  made.narrative = draft.narrative;
  made.details = assessment_json(draft);
  made.must_hold = draft.must_hold;
  made.route = draft.route;
  made.law = std::string(name_of(draft.law));
  made.sensitive = draft.sensitive;
  for (const Proposal& proposal : draft.assessment.proposals) {
    for (const CitedSection& cited : sections_of_item_two(proposal, draft.law)) {
      CaseOffence offence = offence_of(*proposal.offence);
      offence.act = cited.act;
      offence.section = cited.section;
      offence.cognizable = proposal.cognizable;
      offence.bailable = proposal.bailable;
      made.offences.push_back(std::move(offence));
    }
  }
  // Who reports and whose child it is tells who the victim is as surely as the name.
  add_name(made.protected_names, draft.facts.victim.name);
  for (const PersonFact& other : draft.facts.victim.others) add_name(made.protected_names, other.name);
  add_name(made.protected_names, draft.facts.complainant.name);
  add_name(made.protected_names, draft.facts.complainant.relative);
  if (!draft.sensitive) made.protected_names.clear();
  made.facts = facts_of(draft);
  for (const MissingFact& missing : draft.missing) made.questions.push_back({missing.field, missing.question});
  for (const std::string& fault : draft.faults)
    made.note += (made.note.empty() ? "The coverage check found: " : "; ") + fault;
  return made;
}

}  // namespace dossier::desks::fir
