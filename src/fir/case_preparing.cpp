#include "fir/case_facts.h"
#include "fir/case_protection.h"
#include "fir/case_transcript.h"
#include "fir/case_work.h"
#include "fir/entries.h"

#include <algorithm>

// The machine's commands: a preparation that came, or that failed.
namespace dossier::fir {
namespace {

constexpr std::string_view kRemarkNote =
    "Made by rules, which cannot follow the remark: edit the text where it is wrong. ";

}  // namespace

void CommandAtWork::classify(const Preparation& made) {
  const StepVersion* offences = now_.step(Step::offences).version();
  const bool by_officer = offences != nullptr && offences->author == Author::officer;
  event::Classified seen{.route = by_officer && !now_.route.empty() ? now_.route : made.route,
                         .law = by_officer && !now_.law.empty() && now_.law != "UNKNOWN" ? now_.law : made.law,
                         .sensitive = now_.sensitive_by_person ? now_.sensitive : made.sensitive,
                         .by_person = now_.sensitive_by_person,
                         .protected_names = now_.protected_names};
  for (const std::string& name : made.protected_names) {
    auto& names = seen.protected_names;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  const bool same = seen.route == now_.route && seen.law == now_.law && seen.sensitive == now_.sensitive &&
                    seen.protected_names == now_.protected_names;
  if (!same) happened(std::move(seen));
}

StepVersion CommandAtWork::version_from(const Preparation& made, Step step) const {
  const StepVersion* transcript = now_.step(Step::transcript).version();
  StepVersion version;
  if (step == Step::summary) version = next_version(step, Author::machine, redacted(now_, made.summary));
  if (step == Step::narrative) {
    version = next_version(step, Author::machine, made.narrative);
    version.runs = with_quotation(version.text, transcript->text, transcript->runs);
    version.details = made.must_hold;
  }
  if (step == Step::offences) {
    version = next_version(step, Author::machine, listing_of(made.offences));
    version.offences = made.offences;
    version.details = made.details;
  }
  const StepVersion* before = now_.step(step).version();
  const Wording& wording = made.wording_of(step);
  if (before != nullptr && !before->remark.empty() && !wording.by_model) version.note = kRemarkNote;
  version.note += wording.note + (wording.note.empty() || made.note.empty() ? "" : " ") + made.note;
  version.degraded = wording.degraded;
  return version;
}

// The transcript was changed while this was prepared and nobody has read the new one: its approval wants another.
bool CommandAtWork::ended_unread(std::int64_t basis) {
  if (!transcript_unread(now_)) return false;
  happened(event::PreparationEnded{basis});
  return true;
}

Result<void> CommandAtWork::operator()(const command::TakePreparation& take) {
  if (now_.finalised || take.basis != now_.basis || !now_.preparing()) return {};  // an edit threw it away
  if (ended_unread(take.basis)) return {};
  classify(take.made);
  note_found_facts(take.made.facts);
  if (now_.questions != take.made.questions) happened(event::QuestionsAsked{take.made.questions});
  for (const Step step : kPreparedSteps) {
    if (step < take.from) continue;
    const StepRecord& record = now_.step(step);
    const bool keeps = record.state == StepState::approved || record.state == StepState::proposed ||
                       record.versions.size() >= static_cast<std::size_t>(kStepVersionsMax);
    if (!keeps) propose(step, version_from(take.made, step));
  }
  happened(event::PreparationEnded{take.basis});
  return {};
}

Result<void> CommandAtWork::operator()(const command::FailPreparation& fail) {
  if (now_.finalised || fail.basis != now_.basis || !now_.preparing()) return {};
  if (ended_unread(fail.basis)) return {};
  for (const Step step : kPreparedSteps) {
    const StepState state = now_.step(step).state;
    const bool wanted = state == StepState::preparing || state == StepState::waiting || state == StepState::stale;
    if (step >= fail.from && wanted) happened(event::StepChanged{step, StepState::failed, fail.why});
  }
  happened(event::PreparationEnded{fail.basis});
  return {};
}

// What the officer gave stands, and so does every list he gave anything of; what the machine no longer finds goes.
void CommandAtWork::note_found_facts(const std::vector<CaseFact>& found) {
  const auto stands = [&](const std::string& field) {
    const CaseFact* known = now_.fact(field);
    const auto entry = entry_name(field);
    return (known != nullptr && known->author == Author::officer) || (entry && is_officers_list(now_, entry->list));
  };
  event::FactsNoted noted;
  for (CaseFact fact : found) {
    const CaseFact* known = now_.fact(fact.field);
    if (stands(fact.field)) continue;
    if (known != nullptr && known->value == fact.value && known->span == fact.span) continue;
    fact.by = by_;
    fact.at = at_;
    noted.facts.push_back(std::move(fact));
  }
  for (const CaseFact& known : now_.facts) {
    const bool still = std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.field == known.field; });
    if (!stands(known.field) && !still) noted.gone.push_back(known.field);
  }
  if (!noted.facts.empty() || !noted.gone.empty()) happened(std::move(noted));
}

}  // namespace dossier::fir
