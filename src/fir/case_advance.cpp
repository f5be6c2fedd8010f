#include "fir/case_advance.h"

#include "fir/case_duties.h"
#include "fir/case_facts.h"
#include "fir/case_protection.h"
#include "fir/case_transcript.h"
#include "fir/case_work.h"
#include "fir/edited_narrative.h"

#include <algorithm>

namespace dossier::fir {

Result<std::vector<CaseEvent>> advance(const Case& state, const Command& command) {
  CommandAtWork work(state, command);
  TRY_DO(std::visit(work, command.what));
  return work.finish();
}

// ---- commands of people ----

Result<void> CommandAtWork::operator()(const command::Open& open) {
  if (!now_.file_number.empty()) return Error{ErrorCode::conflict, "the case exists already"};
  happened(event::Opened{open.file_number, by_, at_, open.same_text_as, open.original});
  note_facts(open.facts, Author::officer);
  if (open.original) {
    want_transcript();
  } else {
    propose(Step::transcript, next_version(Step::transcript, Author::informant, open.text));
    want_preparation(Step::summary);
  }
  return {};
}

Result<void> CommandAtWork::operator()(const command::Approve& approve) {
  TRY_DO(require_shown(approve.step, approve.version, false));
  if (approve.step == Step::final_report) return finalise(approve.remark);
  const bool read_first = approve.step == Step::transcript && transcript_unread(now_);
  happened(event::Approved{approve.step, approve.version, {by_, at_}, approve.remark});
  if (read_first) want_preparation(Step::summary);
  show_next(approve.step);
  return {};
}

Result<void> CommandAtWork::finalise(const std::string& remark) {
  if (now_.preparing())
    return conflict(Step::final_report, "what was entered last is being worked in; read the form again and approve it");
  if (now_.route == "CLARIFY")
    return conflict(Step::final_report,
                    "this is no report: the text does not show where it goes. Enter what the informant answers to the "
                    "questions of the case as facts or in the transcript, or choose the route with the offences");
  const bool report = now_.route == "FIR" || now_.route == "ZERO_FIR" || now_.route == "NCR";
  if (report && now_.offences().empty())
    return conflict(Step::final_report,
                    "item 2 is empty: name the sections with the offences, or choose a route that registers nothing");
  const auto blocking = blocking_duties(now_, at_);
  std::string list;
  for (const DutyRecord* duty : blocking) list += (list.empty() ? "" : ", ") + duty->id;
  if (!blocking.empty())
    return conflict(Step::final_report, "duties stand against it: " + list +
                                            "; settle each as done, or as excused or not_applicable with the reason");
  happened(event::Approved{Step::final_report, now_.step(Step::final_report).current, {by_, at_}, remark});
  happened(event::Finalised{{by_, at_}});
  return {};
}

Result<void> CommandAtWork::operator()(const command::Edit& edit) {
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
  if (edit.step == Step::narrative) {
    version.details = before == nullptr ? "" : before->details;
    for (const std::string& fault : check_edited_narrative(now_, version.details, version.text))
      version.note += (version.note.empty() ? "The coverage check found: " : "; ") + fault;
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

Result<void> CommandAtWork::operator()(const command::SendBack& back) {
  if (back.step == Step::transcript && now_.original) return transcribe_again(back);
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

Result<void> CommandAtWork::operator()(const command::Reopen& reopen) {
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

Result<void> CommandAtWork::operator()(const command::EnterFacts& enter) {
  for (const CaseFact& fact : enter.facts) {
    const FactField* field = find_fact_field(fact.field);
    if (field == nullptr) return Error{ErrorCode::invalid_argument, "there is no such field", fact.field};
    if (now_.finalised && !field->after_final)
      return Error{ErrorCode::conflict, "the report is final; this field is part of what was approved", fact.field};
  }
  TRY(auto facts, facts_to_enter(now_, enter.facts, enter.reason));
  const bool redraft = std::any_of(facts.begin(), facts.end(), [&](const CaseFact& fact) {
    return find_fact_field(fact.field)->given_to_draft && now_.fact_value(fact.field) != fact.value;
  });
  note_facts(std::move(facts), Author::officer, enter.reason);
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

Result<void> CommandAtWork::operator()(const command::SettleDuty& settle) {
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

Result<void> CommandAtWork::operator()(const command::MarkSensitive& mark) {
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

}  // namespace dossier::fir
