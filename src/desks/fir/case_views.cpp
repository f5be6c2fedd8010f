#include "desks/fir/case_views.h"

#include "fir/form_outcomes.h"

#include <algorithm>

namespace dossier::desks::fir {

using namespace dossier::fir;

namespace {

std::optional<std::string> unless_empty(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

std::vector<OffenceView> offence_views(const std::vector<CaseOffence>& offences) {
  std::vector<OffenceView> views;
  for (const CaseOffence& o : offences) {
    views.push_back({o.act, o.section, o.title, std::string(name_of(o.cognizable)), std::string(name_of(o.bailable)),
                     o.court, o.author});
  }
  return views;
}

}  // namespace

VersionView view_of(const StepVersion& version) {
  VersionView view;
  view.version = version.number;
  view.author = version.author;
  view.by = version.by;
  view.at = version.at;
  view.text = version.text;
  for (const AuthoredRun& run : version.runs) view.runs.push_back({run.span.start, run.span.end, run.author});
  view.offences = offence_views(version.offences);
  view.note = unless_empty(version.note);
  view.remark = unless_empty(version.remark);
  for (const Approval& approval : version.approvals) view.approvals.push_back({approval.by, approval.at});
  view.discarded = version.discarded;
  view.degraded = !version.degraded.empty();
  view.degraded_reason = unless_empty(version.degraded);
  return view;
}

namespace {

StepView step_view(Step step, const StepRecord& record) {
  StepView view{.step = step, .state = record.state};
  // What was made ahead is shown when its turn has come.
  const bool hidden = record.state == StepState::ready || record.state == StepState::waiting;
  if (const StepVersion* version = record.version(); version != nullptr && !hidden) view.shown = view_of(*version);
  view.versions = static_cast<std::int64_t>(record.versions.size());
  view.problem = unless_empty(record.problem);
  return view;
}

}  // namespace

std::vector<DutyView> duties_of(const Case& state, WallTime now) {
  const auto blocking = blocking_duties(state, now);
  std::vector<DutyView> views;
  for (const DutyRecord& duty : state.duties) {
    const DutyRule* rule = find_duty_rule(duty.id);
    DutyView view{.id = duty.id, .state = duty.state, .due = duty.due, .settled_at = duty.at};
    if (rule != nullptr) {
      view.law = std::string(rule->law);
      view.text = std::string(rule->text);
      view.term = rule->term;
    }
    view.broken = is_broken(duty, now);
    view.blocks = !state.finalised && std::find(blocking.begin(), blocking.end(), &duty) != blocking.end();
    view.settled_by = unless_empty(duty.by);
    view.reason = unless_empty(duty.reason);
    views.push_back(std::move(view));
  }
  return views;
}

namespace {

// The given name may be the victim's: of a sensitive case it is not shown.
OriginalView original_view(const Original& original, bool sensitive) {
  OriginalView view{
      .kind = original.kind, .format = original.format, .bytes = original.bytes, .digest = original.digest};
  if (!sensitive) view.name = original.name;
  view.language = unless_empty(original.language);
  return view;
}

// What comes of information on which nothing is registered, and what that needs.
std::optional<std::string> outcome_of(std::string_view route) {
  const FormOutcome* const outcome = form_outcome(route);
  if (outcome == nullptr) return std::nullopt;
  std::string text = outcome->course.text;
  for (const auto& need : outcome->needs) text += " Needed: " + need.text;
  return text;
}

}  // namespace

CaseView view_of(const Case& state, WallTime now) {
  CaseView view;
  view.id = state.id.value;
  view.file_number = state.file_number;
  view.status = parse_name<CaseStatus>(status_of(state)).value_or(CaseStatus::preparing);
  view.step = state.current();
  view.route = unless_empty(state.route);
  view.law = unless_empty(state.law);
  view.outcome = outcome_of(state.route);
  view.sensitive = state.sensitive;
  if (state.same_text_as) view.same_text_as = state.same_text_as->value;
  if (state.original) view.original = original_view(*state.original, state.sensitive);
  view.received_at = state.received_at;
  if (state.finalised) view.finalised_at = state.finalised->at;
  view.elapsed_seconds =
      std::chrono::duration_cast<std::chrono::seconds>(view.finalised_at.value_or(now) - state.received_at).count();
  view.fir_number = unless_empty(state.fact_value("fir.number"));
  for (const Step step : kSteps) view.steps.push_back(step_view(step, state.step(step)));
  for (const CaseQuestion& asked : state.questions) view.questions.push_back({asked.field, asked.question});
  view.duties = duties_of(state, now);
  return view;
}

std::vector<FactView> facts_of(const Case& state) {
  std::vector<FactView> views;
  for (const CaseFact& fact : state.facts) {
    FactView view{.field = fact.field, .value = fact.value, .author = fact.author, .by = fact.by, .at = fact.at};
    view.reason = unless_empty(fact.reason);
    if (!fact.span.empty()) view.start = fact.span.start, view.end = fact.span.end;
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<FieldView> field_views() {
  std::vector<FieldView> views;
  for (const FactField& known : fact_fields()) {
    views.push_back({std::string(known.name), std::string(known.meaning), known.use,
                     known.use != FieldUse::draft || known.given_to_draft, known.after_final});
  }
  return views;
}

OffencesView offences_of(const Case& state, const Statutes& statutes) {
  const StepRecord& record = state.step(Step::offences);
  OffencesView view{.version = record.current, .state = record.state};
  view.route = unless_empty(state.route);
  view.law = unless_empty(state.law);
  view.offences = offence_views(state.offences());
  if (const StepVersion* version = record.version(); version != nullptr && !version->details.empty())
    view.assessment.text = version->details;
  view.statutes = statutes_of(statutes, state.offences());
  return view;
}

}  // namespace dossier::desks::fir
