#include "fir/case_advance.h"

#include "fir/case_duties.h"
#include "fir/case_facts.h"
#include "fir/case_form.h"
#include "fir/case_protection.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::array kPreparedSteps = {Step::summary, Step::offences, Step::narrative};
constexpr std::string_view kRemarkNote =
    "Made by rules, which cannot follow the remark: edit the text where it is wrong. ";

bool is_prepared_step(Step step) {
  return step != Step::transcript && step != Step::final_report;
}
Step after(Step step) {
  return static_cast<Step>(static_cast<std::size_t>(step) + 1);
}

Error conflict(Step step, std::string what) {
  return {ErrorCode::conflict, std::move(what), std::string(name_of(step))};
}

std::string listing_of(const std::vector<CaseOffence>& offences) {
  std::string text;
  for (const CaseOffence& o : offences) text += o.act + " " + o.section + (o.title.empty() ? "" : " " + o.title) + "\n";
  return text;
}

// One command at work: what happened so far and the state it led to.
class Advance {
 public:
  Advance(const Case& state, const Command& command) : now_(state), by_(command.by), at_(command.at) {}

  Result<void> operator()(const command::Open& open);
  Result<void> operator()(const command::Approve& approve);
  Result<void> operator()(const command::Edit& edit);
  Result<void> operator()(const command::SendBack& back);
  Result<void> operator()(const command::Reopen& reopen);
  Result<void> operator()(const command::EnterFacts& enter);
  Result<void> operator()(const command::SettleDuty& settle);
  Result<void> operator()(const command::MarkSensitive& mark);
  Result<void> operator()(const command::TakePreparation& take);
  Result<void> operator()(const command::FailPreparation& fail);

  std::vector<CaseEvent> finish();

 private:
  void happened(CaseEvent event);
  Result<void> require_open() const;
  Result<void> require_shown(Step step, int version, bool also_unprepared) const;
  Result<void> finalise();

  StepVersion next_version(Step step, Author author, std::string text) const;
  void propose(Step step, StepVersion version);
  void show_next(Step approved);
  void throw_away_ahead(Step from);
  void want_preparation(Step from, std::string remark = {});
  void refresh_form();
  void note_facts(std::vector<CaseFact> facts, Author author);
  void note_found_facts(const std::vector<CaseFact>& found);
  void classify(const Preparation& made);
  StepVersion version_from(const Preparation& made, Step step) const;

  Case now_;
  const std::string by_;
  const WallTime at_;
  std::vector<CaseEvent> events_;
};

// ---- what may be done ----

Result<void> Advance::require_open() const {
  if (!now_.finalised) return {};
  return Error{ErrorCode::conflict,
               "the report is final; what comes later is a supplementary statement, in a case of its own"};
}

Result<void> Advance::require_shown(Step step, int version, bool also_unprepared) const {
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

void Advance::happened(CaseEvent event) {
  apply_event(now_, event);
  events_.push_back(std::move(event));
}

StepVersion Advance::next_version(Step step, Author author, std::string text) const {
  StepVersion version;
  version.number = static_cast<int>(now_.step(step).versions.size()) + 1;
  version.author = author;
  version.by = by_;
  version.at = at_;
  version.runs = written_by(author, text);
  version.text = std::move(text);
  return version;
}

void Advance::propose(Step step, StepVersion version) {
  const bool turn = step == now_.current();
  happened(event::VersionAdded{step, std::move(version), turn ? StepState::proposed : StepState::ready});
}

// What comes after an approval: the next step's text if it stands, else it is waited for.
void Advance::show_next(Step approved) {
  const Step next = after(approved);
  if (next == Step::final_report) return refresh_form();
  const StepState state = now_.step(next).state;
  const bool stands = state == StepState::ready || (state == StepState::stale && !now_.preparing());
  if (stands) return happened(event::StepChanged{next, StepState::proposed});
  if (state != StepState::failed) happened(event::StepChanged{next, StepState::preparing});
}

// What was made ahead from `from` on is for a state of the case that is gone. What a person has approved stays, stale.
void Advance::throw_away_ahead(Step from) {
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

void Advance::want_preparation(Step from, std::string remark) {
  throw_away_ahead(from);
  happened(event::PreparationWanted{now_.basis + 1, from, std::move(remark)});
}

// The form follows from everything else, so it is written anew whenever its turn is there and it would read
// differently.
void Advance::refresh_form() {
  if (now_.finalised || now_.current() != Step::final_report || now_.step(Step::narrative).state != StepState::approved)
    return;
  const StepRecord& record = now_.step(Step::final_report);
  std::string text = form_text(now_);
  if (record.state == StepState::proposed && record.version() != nullptr && record.version()->text == text) return;
  propose(Step::final_report, next_version(Step::final_report, Author::machine, std::move(text)));
}

std::vector<CaseEvent> Advance::finish() {
  if (events_.empty()) return {};
  if (auto duties = changed_duties(now_, at_); !duties.empty()) happened(event::DutiesNoted{std::move(duties)});
  refresh_form();
  return std::move(events_);
}

// ---- commands of people ----

Result<void> Advance::operator()(const command::Open& open) {
  if (!now_.file_number.empty()) return Error{ErrorCode::conflict, "the case exists already"};
  happened(event::Opened{open.file_number, by_, at_, open.same_text_as});
  propose(Step::transcript, next_version(Step::transcript, Author::informant, open.text));
  note_facts(open.facts, Author::officer);
  want_preparation(Step::summary);
  return {};
}

Result<void> Advance::operator()(const command::Approve& approve) {
  TRY_DO(require_shown(approve.step, approve.version, false));
  if (approve.step == Step::final_report) return finalise();
  happened(event::Approved{approve.step, approve.version, {by_, at_}});
  show_next(approve.step);
  return {};
}

Result<void> Advance::finalise() {
  if (now_.preparing())
    return conflict(Step::final_report, "what was entered last is being worked in; read the form again and approve it");
  const auto blocking = blocking_duties(now_, at_);
  std::string list;
  for (const DutyRecord* duty : blocking) list += (list.empty() ? "" : ", ") + duty->id;
  if (!blocking.empty())
    return conflict(Step::final_report, "duties stand against it: " + list +
                                            "; settle each as done, or as excused or not_applicable with the reason");
  happened(event::Approved{Step::final_report, now_.step(Step::final_report).current, {by_, at_}});
  happened(event::Finalised{{by_, at_}});
  return {};
}

Result<void> Advance::operator()(const command::Edit& edit) {
  if (edit.step == Step::final_report)
    return Error{ErrorCode::invalid_argument,
                 "the form follows from the steps and the facts: enter the fact, or reopen the step it comes from"};
  TRY_DO(require_shown(edit.step, edit.version, true));
  if (edit.step == Step::summary && names_protected(now_, edit.text))
    return Error{ErrorCode::invalid_argument,
                 "the summary of a sensitive case may not name the victim or the informant", "text"};
  const StepVersion* before = now_.step(edit.step).version();
  StepVersion version = next_version(edit.step, Author::officer, edit.text);
  if (edit.step == Step::offences) {
    version.offences = edit.offences;
    version.text = listing_of(edit.offences);
    version.details = before == nullptr ? "" : before->details;
  }
  version.runs = before == nullptr ? written_by(Author::officer, version.text)
                                   : after_edit(before->text, before->runs, version.text, Author::officer);
  propose(edit.step, std::move(version));
  if (edit.step == Step::offences && (!edit.route.empty() || !edit.law.empty())) {
    happened(event::Classified{edit.route.empty() ? now_.route : edit.route, edit.law.empty() ? now_.law : edit.law,
                               now_.sensitive, now_.sensitive_by_person, now_.protected_names,
                               "chosen by the officer"});
  }
  if (edit.step < Step::narrative) want_preparation(after(edit.step));
  return {};
}

Result<void> Advance::operator()(const command::SendBack& back) {
  if (!is_prepared_step(back.step))
    return Error{ErrorCode::invalid_argument, back.step == Step::transcript
                                                  ? "the transcript is not made by the machine: edit it"
                                                  : "the form follows from the steps and the facts: reopen the step"};
  TRY_DO(require_shown(back.step, back.version, now_.step(back.step).state == StepState::failed));
  if (!back.remark.empty() && back.version != 0) happened(event::SentBack{back.step, back.version, back.remark});
  happened(event::StepChanged{back.step, StepState::preparing});
  want_preparation(back.step, back.remark);
  return {};
}

Result<void> Advance::operator()(const command::Reopen& reopen) {
  TRY_DO(require_open());
  if (now_.step(reopen.step).state != StepState::approved)
    return conflict(reopen.step, "only an approved step is reopened; this one is " +
                                     std::string(name_of(now_.step(reopen.step).state)));
  happened(event::Reopened{reopen.step, reopen.reason});
  for (const Step step : kSteps) {
    if (step <= reopen.step) continue;
    const StepRecord& record = now_.step(step);
    const bool shown = record.state == StepState::approved || record.state == StepState::proposed ||
                       record.state == StepState::preparing;
    if (shown) happened(event::StepChanged{step, record.current == 0 ? StepState::waiting : StepState::stale});
  }
  return {};
}

Result<void> Advance::operator()(const command::EnterFacts& enter) {
  bool redraft = false;
  for (const CaseFact& fact : enter.facts) {
    const FactField* field = find_fact_field(fact.field);
    if (field == nullptr) return Error{ErrorCode::invalid_argument, "there is no such field", fact.field};
    if (now_.finalised && !field->after_final)
      return Error{ErrorCode::conflict, "the report is final; this field is part of what was approved", fact.field};
    redraft = redraft || (field->given_to_draft && now_.fact_value(fact.field) != fact.value);
  }
  note_facts(enter.facts, Author::officer);
  if (!redraft) return {};
  // Steps already approved stay so: whoever wants the fact in them reopens them.
  const Step current = std::max(now_.current(), Step::summary);
  const StepRecord& record = now_.step(current);
  const bool own_words = record.version() != nullptr && record.version()->author == Author::officer;
  const bool anew = record.state == StepState::proposed && !own_words && is_prepared_step(current);
  if (anew) happened(event::StepChanged{current, StepState::preparing});
  const bool keeps = record.state == StepState::proposed && own_words;
  want_preparation(keeps ? after(current) : current);
  return {};
}

Result<void> Advance::operator()(const command::SettleDuty& settle) {
  const DutyRecord* known = now_.duty(settle.duty);
  if (known == nullptr)
    return Error{ErrorCode::not_found, "there is no such duty in this case; its duties are listed with it",
                 settle.duty};
  if (settle.state == DutyState::lapsed)
    return Error{ErrorCode::invalid_argument, "a duty lapses by itself when its ground is gone", settle.duty};
  DutyRecord duty = *known;
  duty.state = settle.state;
  duty.by = by_;
  duty.at = settle.state == DutyState::open ? std::nullopt : std::optional(at_);
  duty.reason = settle.reason;
  const bool reason_needed =
      settle.state == DutyState::not_applicable || settle.state == DutyState::excused || is_broken(duty, at_);
  if (reason_needed && settle.reason.empty())
    return Error{
        ErrorCode::invalid_argument,
        settle.state == DutyState::done ? "its term has run out: give the reason of the delay" : "give the reason",
        "reason"};
  happened(event::DutiesNoted{{std::move(duty)}});
  return {};
}

Result<void> Advance::operator()(const command::MarkSensitive& mark) {
  if (!mark.sensitive && mark.reason.empty())
    return Error{ErrorCode::invalid_argument, "give the reason why the identity needs no protection", "reason"};
  std::vector<std::string> names = now_.protected_names;
  for (const std::string_view field : {"complainant.name", "complainant.relative"}) {
    const std::string name(now_.fact_value(field));
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  happened(event::Classified{now_.route, now_.law, mark.sensitive, true, std::move(names), mark.reason});
  const StepVersion* summary = now_.step(Step::summary).version();
  if (summary == nullptr || !names_protected(now_, summary->text)) return {};
  // The summary is read by many: its names go at once, in a version of their own.
  StepVersion version = next_version(Step::summary, Author::machine, redacted(now_, summary->text));
  version.runs = after_edit(summary->text, summary->runs, version.text, Author::machine);
  if (now_.step(Step::summary).state == StepState::approved) version.approvals = {{by_, at_}};
  happened(event::VersionAdded{Step::summary, std::move(version), now_.step(Step::summary).state});
  return {};
}

// ---- facts ----

void Advance::note_facts(std::vector<CaseFact> facts, Author author) {
  for (CaseFact& fact : facts) {
    fact.author = author;
    fact.by = by_;
    fact.at = at_;
  }
  if (!facts.empty()) happened(event::FactsNoted{std::move(facts)});
}

// What the officer gave stands; what the machine no longer finds goes.
void Advance::note_found_facts(const std::vector<CaseFact>& found) {
  event::FactsNoted noted;
  for (CaseFact fact : found) {
    const CaseFact* known = now_.fact(fact.field);
    if (known != nullptr && known->author == Author::officer) continue;
    if (known != nullptr && known->value == fact.value && known->span == fact.span) continue;
    fact.by = by_;
    fact.at = at_;
    noted.facts.push_back(std::move(fact));
  }
  for (const CaseFact& known : now_.facts) {
    const bool still = std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.field == known.field; });
    if (known.author != Author::officer && !still) noted.gone.push_back(known.field);
  }
  if (!noted.facts.empty() || !noted.gone.empty()) happened(std::move(noted));
}

// ---- the machine's commands ----

void Advance::classify(const Preparation& made) {
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

StepVersion Advance::version_from(const Preparation& made, Step step) const {
  const StepVersion* transcript = now_.step(Step::transcript).version();
  StepVersion version;
  if (step == Step::summary) version = next_version(step, Author::machine, redacted(now_, made.summary));
  if (step == Step::narrative) {
    version = next_version(step, Author::machine, made.narrative);
    version.runs = with_quotation(version.text, transcript->text, transcript->runs);
  }
  if (step == Step::offences) {
    version = next_version(step, Author::machine, listing_of(made.offences));
    version.offences = made.offences;
    version.details = made.details;
  }
  const StepVersion* before = now_.step(step).version();
  if (before != nullptr && !before->remark.empty()) version.note = kRemarkNote;
  version.note += made.note;
  return version;
}

Result<void> Advance::operator()(const command::TakePreparation& take) {
  if (now_.finalised || take.basis != now_.basis || !now_.preparing()) return {};  // an edit threw it away
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

Result<void> Advance::operator()(const command::FailPreparation& fail) {
  if (now_.finalised || fail.basis != now_.basis || !now_.preparing()) return {};
  for (const Step step : kPreparedSteps) {
    const StepState state = now_.step(step).state;
    const bool wanted = state == StepState::preparing || state == StepState::waiting || state == StepState::stale;
    if (step >= fail.from && wanted) happened(event::StepChanged{step, StepState::failed, fail.why});
  }
  happened(event::PreparationEnded{fail.basis});
  return {};
}

}  // namespace

Result<std::vector<CaseEvent>> advance(const Case& state, const Command& command) {
  Advance work(state, command);
  TRY_DO(std::visit(work, command.what));
  return work.finish();
}

}  // namespace dossier::fir
