#include "fir/form_items.h"

#include <algorithm>

namespace dossier::fir {
namespace {

void add_acts(const Draft& draft, std::vector<FormAct>& acts) {
  for (const Proposal& proposal : draft.assessment.proposals) {
    for (const CitedSection& cited : sections_of_item_two(proposal, draft.law)) {
      auto act = std::find_if(acts.begin(), acts.end(), [&](const FormAct& a) { return a.act == cited.act; });
      if (act == acts.end()) act = acts.insert(acts.end(), {cited.act, {}});
      if (std::find(act->sections.begin(), act->sections.end(), cited.section) == act->sections.end())
        act->sections.push_back(cited.section);
    }
  }
}

std::string number(const std::optional<int>& value) {
  return value ? std::to_string(*value) : std::string();
}

}  // namespace

FormFacts form_facts(const Draft& draft, std::string made_at) {
  const Facts& f = draft.facts;
  FormFacts form;
  form.route = draft.route;
  form.complaint = draft.transcript;
  form.narrative = draft.narrative;
  form.made_at = std::move(made_at);
  const auto put = [&](std::string_view name, std::string text) {
    if (!text.empty()) form.values[std::string(name)] = {std::move(text), FormOrigin::complaint};
  };
  const auto& when = f.occurrence;
  put("occurrence.date", when.from ? when.from->iso() : "");
  // What still goes on has no last day.
  if (when.from && !(when.ongoing_since && when.to == when.from))
    put("occurrence.date_to", when.to ? when.to->iso() : "");
  put("occurrence.time", when.time_from.text);
  put("occurrence.time_to", when.time_to.text);
  put("occurrence.place", when.place.text);
  const auto& who = f.complainant;
  put("complainant.name", who.name.text);
  put("complainant.relative", who.relative.text);
  put("complainant.age", number(who.age));
  put("complainant.address", who.address.text);
  put("complainant.phone", who.phone.text);
  put("accused.count", number(f.accused.count));
  put("delay.reason", f.delay_reason.text);
  put("total_value", f.total_value ? f.total_value->text() : "");
  fill_lists(entries_of(f), form);
  if (f.victim.name) form.protected_names.push_back(f.victim.name.text);
  for (const PersonFact& other : f.victim.others) form.protected_names.push_back(other.name.text);
  for (const MissingFact& missing : draft.missing) form.questions.push_back(missing.question);
  add_acts(draft, form.acts);
  return form;
}

}  // namespace dossier::fir
