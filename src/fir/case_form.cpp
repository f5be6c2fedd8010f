#include "fir/case_form.h"

#include "fir/case_transcript.h"
#include "fir/form_items.h"
#include "publish/plain.h"

#include <algorithm>

namespace dossier::fir {
namespace {

FormOrigin origin_of(Author author) {
  switch (author) {
    case Author::informant: return FormOrigin::complaint;
    case Author::officer: return FormOrigin::officer;
    case Author::machine: break;
  }
  return FormOrigin::machine;
}

void add_acts(const Case& state, std::vector<FormAct>& acts) {
  for (const CaseOffence& offence : state.offences()) {
    auto act = std::find_if(acts.begin(), acts.end(), [&](const FormAct& a) { return a.act == offence.act; });
    if (act == acts.end()) act = acts.insert(acts.end(), {offence.act, {}});
    if (std::find(act->sections.begin(), act->sections.end(), offence.section) == act->sections.end())
      act->sections.push_back(offence.section);
  }
}

}  // namespace

FormFacts form_facts(const Case& state) {
  FormFacts form;
  form.route = state.route;
  form.finalised = state.finalised.has_value();
  std::vector<ReadAttribute> entries;
  for (const CaseFact& fact : state.facts) {
    if (fact.value.empty()) continue;
    if (entry_name(fact.field)) {
      entries.push_back({fact.field, {fact.value, fact.span}});
    } else {
      form.values[fact.field] = {fact.value, origin_of(fact.author)};
    }
  }
  fill_lists(entries, form);
  for (const CaseQuestion& asked : state.questions) form.questions.push_back(asked.question);
  add_acts(state, form.acts);
  const StepRecord& transcript = state.step(Step::transcript);
  // What was written stands as it was first given; what was heard or read by a machine, as a person approved it.
  const bool written = !state.original && !transcript.versions.empty();
  const StepVersion* quoted = written ? &transcript.versions.front() : approved_transcript(state);
  if (quoted != nullptr) form.complaint = quoted->text;
  if (const StepVersion* narrative = state.step(Step::narrative).version()) form.narrative = narrative->text;
  form.protected_names = state.protected_names;
  form.file_number = state.file_number;
  return form;
}

std::string form_text(const Case& state) {
  return publish::write_plain(form_sheet(form_facts(state)));
}

}  // namespace dossier::fir
