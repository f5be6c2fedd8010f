#include "fir/case_work.h"

#include "fir/case_duties.h"
#include "fir/case_form.h"
#include "fir/case_transcript.h"

namespace dossier::fir {

Error conflict(Step step, std::string what) {
  return {ErrorCode::conflict, std::move(what), std::string(name_of(step))};
}

std::string listing_of(const std::vector<CaseOffence>& offences) {
  std::string text;
  for (const CaseOffence& o : offences) text += o.act + " " + o.section + (o.title.empty() ? "" : " " + o.title) + "\n";
  return text;
}

// ---- what may be done ----

Result<void> CommandAtWork::require_open() const {
  if (!now_.finalised) return {};
  return Error{ErrorCode::conflict,
               "the report is final; what comes later is a supplementary statement, in a case of its own"};
}

Result<void> CommandAtWork::require_shown(Step step, int version, bool also_unprepared) const {
  TRY_DO(require_open());
  const StepRecord& record = now_.step(step);
  const std::string current(name_of(now_.current()));
  if (record.state == StepState::approved)
    return conflict(step, "this step is approved already; reopen it to change it, or go on with " + current);
  if (step != now_.current()) return conflict(step, "the turn of this step has not come; read and approve " + current);
  const bool unprepared = record.state == StepState::preparing || record.state == StepState::failed;
  if (unprepared && !also_unprepared)
    return conflict(step, record.state == StepState::preparing
                              ? "this step is being prepared; read it when it is there"
                              : "this step could not be prepared; send it back to try again, or write it by edit");
  if (version != record.current)
    return conflict(step, "you named version " + std::to_string(version) + " and version " +
                              std::to_string(record.current) + " is the one to read now; read it and name it");
  if (record.versions.size() >= static_cast<std::size_t>(kStepVersionsMax))
    return conflict(step, "this step has too many versions; settle its text first and enter it in a new case");
  return {};
}

// ---- how the state moves ----

void CommandAtWork::happened(CaseEvent event) {
  apply_event(now_, event);
  events_.push_back(std::move(event));
}

StepVersion CommandAtWork::next_version(Step step, Author author, std::string text) const {
  StepVersion version;
  version.number = static_cast<int>(now_.step(step).versions.size()) + 1;
  version.author = author;
  version.by = by_;
  version.at = at_;
  version.runs = written_by(author, text);
  version.text = std::move(text);
  return version;
}

void CommandAtWork::propose(Step step, StepVersion version) {
  const bool turn = step == now_.current();
  happened(event::VersionAdded{step, std::move(version), turn ? StepState::proposed : StepState::ready});
}

// What comes after an approval: the next step's text if it stands, else it is waited for.
void CommandAtWork::show_next(Step approved) {
  const Step next = after(approved);
  if (next == Step::final_report) return refresh_form();
  const StepState state = now_.step(next).state;
  const bool stands = state == StepState::ready || (state == StepState::stale && !now_.preparing());
  if (stands) return happened(event::StepChanged{next, StepState::proposed});
  if (state != StepState::failed) happened(event::StepChanged{next, StepState::preparing});
}

// What was made ahead from `from` on is for a state of the case that is gone. What a person has approved stays, stale.
void CommandAtWork::throw_away_ahead(Step from) {
  for (const Step step : kPreparedSteps) {
    if (step < from) continue;
    const StepRecord& record = now_.step(step);
    if (record.state == StepState::ready) {
      happened(event::VersionDiscarded{step, record.current});
      happened(event::StepChanged{step, now_.step(step).current == 0 ? StepState::waiting : StepState::stale});
    } else if (record.state == StepState::failed && step != now_.current()) {
      happened(event::StepChanged{step, StepState::waiting});
    }
  }
}

// Does nothing but throw away while the transcript is unread: its approval asks again.
void CommandAtWork::want_preparation(Step from, std::string remark) {
  throw_away_ahead(from);
  if (transcript_unread(now_)) return;
  happened(event::PreparationWanted{now_.basis + 1, from, std::move(remark)});
}

// The form follows from everything else, so it is written anew whenever its turn is there and it would read
// differently.
void CommandAtWork::refresh_form() {
  if (now_.finalised || now_.current() != Step::final_report || now_.step(Step::narrative).state != StepState::approved)
    return;
  const StepRecord& record = now_.step(Step::final_report);
  std::string text = form_text(now_);
  if (record.state == StepState::proposed && record.version() != nullptr && record.version()->text == text) return;
  propose(Step::final_report, next_version(Step::final_report, Author::machine, std::move(text)));
}

std::vector<CaseEvent> CommandAtWork::finish() {
  if (events_.empty()) return {};
  if (auto duties = changed_duties(now_, at_); !duties.empty()) happened(event::DutiesNoted{std::move(duties)});
  refresh_form();
  return std::move(events_);
}

// ---- facts ----

void CommandAtWork::note_facts(std::vector<CaseFact> facts, Author author, std::string reason) {
  for (CaseFact& fact : facts) {
    fact.author = author;
    fact.by = by_;
    fact.at = at_;
    fact.reason = reason;
  }
  if (!facts.empty()) happened(event::FactsNoted{std::move(facts), {}, std::move(reason)});
}

}  // namespace dossier::fir
