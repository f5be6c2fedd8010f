#include "desks/fir/case_views.h"
#include "desks/fir/limits.h"

// The tables of what case_views.h shows, for encoding and for /docs.
namespace dossier::desks::fir {

using net::field;
using net::Fields;

const Fields& RunView::fields() {
  static const auto table = Fields::of<RunView>("AuthoredRun", "A stretch of a text and who wrote it.",
                                                {field<&RunView::start>("start", "Its first code point."),
                                                 field<&RunView::end>("end", "The code point behind its last."),
                                                 field<&RunView::author>("author", "informant, officer or machine.")});
  return table;
}

const Fields& OffenceView::fields() {
  static const auto table = Fields::of<OffenceView>(
      "CaseOffence", "A section of item 2.",
      {field<&OffenceView::act>("act", "The act."), field<&OffenceView::section>("section", "The section."),
       field<&OffenceView::title>("title", "Its title."),
       field<&OffenceView::cognizable>("cognizable", "yes, no or depends."),
       field<&OffenceView::bailable>("bailable", "yes, no or depends."),
       field<&OffenceView::court>("court", "The court that tries it."),
       field<&OffenceView::author>("author", "Who put it there.")});
  return table;
}

const Fields& ApprovalView::fields() {
  static const auto table =
      Fields::of<ApprovalView>("Approval", "That somebody approved a version.",
                               {field<&ApprovalView::by>("by", "Who."), field<&ApprovalView::at>("at", "When.")});
  return table;
}

const Fields& VersionView::fields() {
  static const auto table = Fields::of<VersionView>(
      "StepVersion", "One text of a step, as somebody proposed it.",
      {field<&VersionView::version>("version", "Its number within the step; an approval names it."),
       field<&VersionView::author>("author", "Who proposed it."), field<&VersionView::by>("by", "Their name."),
       field<&VersionView::at>("at", "When."), field<&VersionView::text>("text", "The text."),
       field<&VersionView::runs>("runs", "Who wrote which part of the text, in code points."),
       field<&VersionView::offences>("offences", "Of the step offences: the sections."),
       field<&VersionView::note>("note", "What a reader must know about how it was made."),
       field<&VersionView::remark>("remark", "With which it was sent back."),
       field<&VersionView::approvals>("approvals", "Who approved it."),
       field<&VersionView::discarded>("discarded", "Made ahead and thrown away before anybody saw it."),
       field<&VersionView::degraded>("degraded", "The rules' words stand where a model should have written."),
       field<&VersionView::degraded_reason>("degraded_reason",
                                            "Why: it begins with late, full, unavailable, "
                                            "too_large, cancelled, ungrounded, cut, declined or "
                                            "unclear.")});
  return table;
}

const Fields& StepView::fields() {
  static const auto table = Fields::of<StepView>(
      "CaseStep", "One step of a case.",
      {field<&StepView::step>("step", "Which."),
       field<&StepView::state>("state",
                               "waiting: its turn has not come. preparing. failed: see problem. ready: prepared ahead. "
                               "proposed: read it. approved. stale: written before an earlier step was reopened."),
       field<&StepView::shown>("shown", "The version that counts now."),
       field<&StepView::versions>("versions", "How many versions there are."),
       field<&StepView::problem>("problem", "Why it could not be prepared.")});
  return table;
}

const Fields& DutyView::fields() {
  static const auto table = Fields::of<DutyView>(
      "CaseDuty", "A duty of procedure that stands in the case.",
      {field<&DutyView::id>("id", "Its name."), field<&DutyView::law>("law", "Where it comes from."),
       field<&DutyView::text>("text", "What is to be done."), field<&DutyView::state>("state", "What became of it."),
       field<&DutyView::term>("term", "before_final: without it the report is not finalised."),
       field<&DutyView::due>("due", "When its term ends."),
       field<&DutyView::settled_at>("settled_at", "When it was settled."),
       field<&DutyView::broken>("broken", "The term ran out before it was met."),
       field<&DutyView::blocks>("blocks", "It stands against finalising now."),
       field<&DutyView::settled_by>("settled_by", "Who settled it."),
       field<&DutyView::reason>("reason", "The reason that was given.")});
  return table;
}

const Fields& QuestionView::fields() {
  static const auto table =
      Fields::of<QuestionView>("CaseQuestion", "Something to ask the informant.",
                               {net::field<&QuestionView::field>("field", "The field or ingredient it is about."),
                                net::field<&QuestionView::question>("question", "The question.")});
  return table;
}

const Fields& OriginalView::fields() {
  static const auto table = Fields::of<OriginalView>(
      "CaseOriginal", "The file a complaint came in as.",
      {field<&OriginalView::kind>("kind", "recording or picture."),
       field<&OriginalView::format>("format", "wav, mp3, m4a, ogg, webm, jpg or png."),
       field<&OriginalView::bytes>("bytes", "Its size."),
       field<&OriginalView::digest>("digest", "BLAKE2b-256 of its bytes, hexadecimal."),
       field<&OriginalView::name>("name", "As whoever sent it called it; null in a sensitive case."),
       field<&OriginalView::language>("language", "As whoever sent it said.")});
  return table;
}

const Fields& CaseView::fields() {
  static const auto table = Fields::of<CaseView>(
      "Case", "A case as it stands.",
      {field<&CaseView::id>("id", "Its number."),
       field<&CaseView::file_number>("file_number", "Dossier's own number; never that of a FIR."),
       field<&CaseView::status>("status",
                                "preparing and failed are about the step that is at its turn. transcribing: a model "
                                "writes down the original. no_transcript: it could not, see the problem of the step; "
                                "type it (edit) or have it tried again (regenerate)."),
       field<&CaseView::step>("step", "The step that is at its turn."),
       field<&CaseView::route>("route", "FIR, ZERO_FIR, NCR, CLARIFY ... as proposed or chosen."),
       field<&CaseView::law>("law", "BNS, IPC, BOTH or UNKNOWN."),
       field<&CaseView::outcome>("outcome",
                                 "Where nothing is registered: what comes of it instead, and what is needed."),
       field<&CaseView::sensitive>("sensitive", "The victim's identity is protected."),
       field<&CaseView::same_text_as>("same_text_as", "An earlier case with the very same words, or file."),
       field<&CaseView::original>("original", "The file it came in as; null: it came as text."),
       field<&CaseView::received_at>("received_at", "When the complaint came in."),
       field<&CaseView::finalised_at>("finalised_at", "When the report was finalised."),
       field<&CaseView::elapsed_seconds>("elapsed_seconds", "From received to finalised, or until now."),
       field<&CaseView::fir_number>("fir_number", "The station's, from CCTNS, as the officer entered it."),
       field<&CaseView::steps>("steps", "The steps in order."),
       field<&CaseView::questions>("questions", "What to ask the informant."),
       field<&CaseView::duties>("duties", "The duties of procedure.")});
  return table;
}

const Fields& CaseItemView::fields() {
  static const auto table = Fields::of<CaseItemView>(
      "CaseItem", "A case in a list. Of a sensitive case nothing that tells who the victim is.",
      {field<&CaseItemView::id>("id", "Its number."),
       field<&CaseItemView::file_number>("file_number", "Dossier's own number."),
       field<&CaseItemView::status>("status", "Where it stands."), field<&CaseItemView::route>("route", "Its route."),
       field<&CaseItemView::summary>("summary", "The summary, once there is one."),
       field<&CaseItemView::fir_number>("fir_number", "The station's number."),
       field<&CaseItemView::sensitive>("sensitive", "The victim's identity is protected."),
       field<&CaseItemView::received_at>("received_at", "When it came in."),
       field<&CaseItemView::changed_at>("changed_at", "When it last changed."),
       field<&CaseItemView::finalised_at>("finalised_at", "When it was finalised.")});
  return table;
}

const Fields& CasePageView::fields() {
  static const auto table = Fields::of<CasePageView>(
      "CasePage", "Cases, newest first.",
      {field<&CasePageView::items>("items", "The cases."),
       field<&CasePageView::next>("next", "Give it as `before` for the next page; null: this was the last.")});
  return table;
}

const Fields& FactView::fields() {
  static const auto table = Fields::of<FactView>(
      "CaseFact", "A field of the form as it stands.",
      {net::field<&FactView::field>("field", "Its name."),
       net::field<&FactView::value>("value", "Its value; empty: blank."),
       net::field<&FactView::author>("author", "informant: it stands in the complaint. officer: it was entered."),
       net::field<&FactView::by>("by", "Who noted it."), net::field<&FactView::at>("at", "When."),
       net::field<&FactView::start>("start", "Where it stands in the transcript, in code points."),
       net::field<&FactView::end>("end", "The code point behind it."),
       net::field<&FactView::reason>("reason", "Why it was entered.")});
  return table;
}

const Fields& FactChangeView::fields() {
  static const auto table = Fields::of<FactChangeView>(
      "CaseFactChange", "A value of a field, in force or past.",
      {net::field<&FactChangeView::field>("field", "Its name."),
       net::field<&FactChangeView::value>("value", "Its value; empty: blank."),
       net::field<&FactChangeView::author>("author", "informant: it stands in the complaint. officer: it was entered."),
       net::field<&FactChangeView::by>("by", "Who noted it."), net::field<&FactChangeView::at>("at", "When."),
       net::field<&FactChangeView::reason>("reason", "Why."),
       net::field<&FactChangeView::until>("until", "When another value took its place; null: it is in force.")});
  return table;
}

const Fields& FieldView::fields() {
  static const auto table = Fields::of<FieldView>(
      "CaseField", "A field that a case may hold.",
      {field<&FieldView::name>("name", "Its name."), field<&FieldView::meaning>("meaning", "What it is."),
       field<&FieldView::use>("use", "draft: from the complaint. station: only the station knows. duty: decides one."),
       field<&FieldView::entered>("entered", "An officer may enter it."),
       field<&FieldView::after_final>("after_final", "Also when the report is final.")});
  return table;
}

const Fields& OffencesView::fields() {
  static const auto table = Fields::of<OffencesView>(
      "CaseOffences", "The offences with their ingredient tables.",
      {field<&OffencesView::version>("version", "Version of the step; 0: none yet."),
       field<&OffencesView::state>("state", "State of the step."), field<&OffencesView::route>("route", "The route."),
       field<&OffencesView::law>("law", "The code."), field<&OffencesView::offences>("offences", "Item 2 of the form."),
       field<&OffencesView::assessment>("assessment",
                                        "sections: each with its ingredients, met (with the complaint's own words), "
                                        "missing (with the question) or contradicted; considered: what was not "
                                        "proposed, and why. As in `dossier fir draft --json`. judgements, where a "
                                        "model was asked: its verdict on each candidate, which changes nothing."),
       field<&OffencesView::statutes>("statutes", "The text of the sections, where the user has loaded it.")});
  return table;
}

const Fields& CaseEventView::fields() {
  static const auto table = Fields::of<CaseEventView>(
      "CaseEvent", "Something that happened to a case.",
      {field<&CaseEventView::event>("event", "Its number, growing over all cases."),
       field<&CaseEventView::at>("at", "When."), field<&CaseEventView::by>("by", "Who did it."),
       field<&CaseEventView::kind>("kind", "What kind."), field<&CaseEventView::what>("what", "What happened."),
       field<&CaseEventView::words>("words", "The remark or reason a person gave.")});
  return table;
}

}  // namespace dossier::desks::fir
