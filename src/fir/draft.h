#pragma once

#include "base/result.h"
#include "fir/assess.h"
#include "fir/law.h"

#include <string>
#include <vector>

namespace dossier::fir {

struct MissingFact {
  std::string field, question;
};

// All steps of a complaint as a draft. It is never more: only the workflow, with a person at each step, finalises.
struct Draft {
  std::string transcript;  // the complaint as given, whole
  std::string route;
  Law law = Law::unknown;
  Facts facts;
  Assessment assessment;
  bool sensitive = false;  // sexual offence or child: the victim's name stays out of everything but the form itself
  bool read = true;        // false: a script or language that is not read yet; kept whole
  std::string summary, narrative, document;
  std::vector<MissingFact> missing;
  std::vector<std::string> procedure;
  std::vector<std::string> faults;  // what the coverage check found; empty in a sound draft
  std::string must_hold;            // what an account may not leave out, a line each (edited_narrative.h)
};

// One section as the law of the case names it: under the old code a proposal may stand for several sections.
struct CitedSection {
  std::string act, section;
};
std::vector<CitedSection> cited_sections(const Proposal& proposal, Law law);
// The same as item 2 of the form has it: of conduct that runs across the change of codes both are named.
std::vector<CitedSection> sections_of_item_two(const Proposal& proposal, Law law);

// Drafts everything for one complaint. `told_on` is the day of the report, which anchors "yesterday". Fails with
// invalid_argument for a field of `given` that is unknown or malformed, unreadable for text that is no UTF-8, and
// too_large beyond limits::kComplaintLettersMax.
Result<Draft> draft_complaint(const Knowledge& knowledge, std::string complaint, std::optional<Date> told_on,
                              const GivenFields& given);

}  // namespace dossier::fir
