#include "desks/fir/contract_views.h"

#include "desks/fir/contract_routes.h"
#include "desks/fir/contract_text.h"
#include "fir/case_form.h"

namespace dossier::desks::fir {

using namespace dossier::fir;
using net::field;
using net::Fields;

namespace {

std::string text_at(const Case& state, Step step) {
  const StepVersion* version = state.step(step).version();
  return version == nullptr ? "" : version->text;
}

// A text comes back cut to what that interface can hold; of a recording or a picture, whose transcript nobody sent, all
// is shown: somebody is to read and approve it.
std::string transcript_shown(const Case& state) {
  const std::string text = text_at(state, Step::transcript);
  return state.original ? html_quoted(text) : contract_echo(text);
}

void write_violations(JsonWriter& json, const Case& state) {
  json.key("violations").begin_array();
  for (const CaseOffence& offence : state.offences()) {
    json.begin_object().member("db", offence.act).member("section", offence.section).member("text", offence.title);
    json.end_object();
  }
  json.end_array();
}

void write_content(JsonWriter& json, const Case& state, Step step, const std::string& fir_number) {
  json.begin_object();
  switch (step) {
    case Step::transcript: json.member("transcript", transcript_shown(state)); break;
    case Step::summary:
      json.member("summary", text_at(state, Step::summary));
      json.member("original_transcript", transcript_shown(state));
      break;
    case Step::offences:
      write_violations(json, state);
      json.member("summary", text_at(state, Step::summary));
      break;
    case Step::narrative: json.member("fir_narrative", text_at(state, Step::narrative)); break;
    case Step::final_report: json.member("fir_content", form_text(state)).member("fir_number", fir_number); break;
  }
  const StepVersion* version = state.step(step).version();
  if (version != nullptr && !version->degraded.empty())
    json.member("degraded", true).member("degraded_reason", version->degraded);
  json.end_object();
}

}  // namespace

net::RawJson content_at(const Case& state, Step step, const std::string& fir_number) {
  JsonWriter json;
  write_content(json, state, step, fir_number);
  return {json.take()};
}

std::vector<ApprovedStep> history_of(const Case& state, const ContractSession& session) {
  std::vector<ApprovedStep> history;
  const std::string number = session.fir_number.value_or("");
  for (const Step step : kSteps) {
    const bool last = step == Step::final_report;
    const StepRecord& record = state.step(step);
    if (last ? !session.completed_at : record.state != StepState::approved) continue;
    const WallTime at = last ? *session.completed_at : record.version()->approvals.back().at;
    history.push_back({contract_step(step), content_at(state, step, number), {at}});
  }
  return history;
}

const Fields& ApprovedStep::fields() {
  static const auto table = Fields::of<ApprovedStep>(
      "ApprovedStep", "A step that was approved.",
      {field<&ApprovedStep::step>("step", "Which."),
       field<&ApprovedStep::content>("content", "What was approved; of the last its number, too."),
       field<&ApprovedStep::timestamp>("timestamp", "When.")});
  return table;
}

const Fields& ProcessView::fields() {
  static const auto table = Fields::of<ProcessView>(
      "ProcessResponse", "What became of a complaint that was sent in.",
      {field<&ProcessView::success>("success", "It was taken in."),
       field<&ProcessView::session_id>("session_id", "Names the session from now on."),
       field<&ProcessView::fir_number>("fir_number", "Not yet."),
       field<&ProcessView::fir_content>("fir_content", "Not yet."), field<&ProcessView::error>("error", "Why not."),
       field<&ProcessView::steps>("steps", "What was done on the way."),
       field<&ProcessView::requires_validation>("requires_validation", "Somebody has to approve."),
       field<&ProcessView::current_step>("current_step", "What."),
       field<&ProcessView::content_for_validation>("content_for_validation", "The transcript.")});
  return table;
}

const Fields& ValidateBody::fields() {
  static const auto table = Fields::of<ValidateBody>(
      "ValidateRequest", "A person's word on the present step.",
      {field<&ValidateBody::session_id>("session_id", "The session.", net::length(1, 100), net::format("uuid")),
       field<&ValidateBody::approved>("approved", "Whether the step stands."),
       field<&ValidateBody::user_input>(
           "user_input", "Kept in the journal with the approval; the last one completes the draft and keeps none.",
           net::length(0, kUserInputLettersMax)),
       field<&ValidateBody::regenerate>("regenerate", "Without effect; /regenerate does it.", net::or_default)});
  return table;
}

const Fields& ValidateView::fields() {
  static const auto table = Fields::of<ValidateView>(
      "ValidateResponse", "The step to read next.",
      {field<&ValidateView::success>("success", "It was taken."),
       field<&ValidateView::session_id>("session_id", "The session."),
       field<&ValidateView::current_step>("current_step", "The step."),
       field<&ValidateView::content>("content", "What to read."), field<&ValidateView::message>("message", "In words."),
       field<&ValidateView::requires_validation>("requires_validation", "Somebody has to approve."),
       field<&ValidateView::completed>("completed", "The draft is complete.")});
  return table;
}

const Fields& SessionPath::fields() {
  static const auto table = Fields::of<SessionPath>(
      "SessionPath", "", {field<&SessionPath::session_id>("session_id", "The session.", net::length(1, 100))});
  return table;
}

const Fields& SessionView::fields() {
  static const auto table = Fields::of<SessionView>(
      "SessionStatus", "How far a session is.",
      {field<&SessionView::session_id>("session_id", "The session."),
       field<&SessionView::status>("status", "processing, awaiting_validation, completed or error."),
       field<&SessionView::current_step>("current_step", "The step."),
       field<&SessionView::awaiting_validation>("awaiting_validation", "Somebody has to approve it."),
       field<&SessionView::created_at>("created_at", "When it began."),
       field<&SessionView::last_activity>("last_activity", "When it last moved."),
       field<&SessionView::validation_history>("validation_history", "What was approved, oldest first.")});
  return table;
}

const Fields& AuthenticateBody::fields() {
  static const auto table = Fields::of<AuthenticateBody>(
      "AuthenticateRequest", "Finalises a report.",
      {field<&AuthenticateBody::fir_number>("fir_number", "Its number in this interface.", net::length(1, 50)),
       field<&AuthenticateBody::auth_key>("auth_key", "The key of who may finalise.", net::length(8, 256))});
  return table;
}

const Fields& AuthenticateView::fields() {
  static const auto table =
      Fields::of<AuthenticateView>("AuthenticateResponse", "A report that is final.",
                                   {field<&AuthenticateView::success>("success", "It is final."),
                                    field<&AuthenticateView::message>("message", "In words."),
                                    field<&AuthenticateView::fir_number>("fir_number", "Its number here.")});
  return table;
}

const Fields& NumberPath::fields() {
  static const auto table =
      Fields::of<NumberPath>("NumberPath", "", {field<&NumberPath::fir_number>("fir_number", "The number.")});
  return table;
}

const Fields& NumberedView::fields() {
  static const auto table = Fields::of<NumberedView>(
      "FirRecord", "A report.",
      {field<&NumberedView::fir_number>("fir_number", "Our own number in this interface's form."),
       field<&NumberedView::status>("status", "pending or finalized."),
       field<&NumberedView::created_at>("created_at", "When the session began."),
       field<&NumberedView::finalized_at>("finalized_at", "When it was finalised."),
       field<&NumberedView::content>("content", "The report as text."),
       field<&NumberedView::fir_content>("fir_content", "The same.")});
  return table;
}

const Fields& NumberedItem::fields() {
  static const auto table =
      Fields::of<NumberedItem>("FirListItem", "A report in a list.",
                               {field<&NumberedItem::fir_number>("fir_number", "Its number."),
                                field<&NumberedItem::status>("status", "pending or finalized."),
                                field<&NumberedItem::created_at>("created_at", "When the session began.")});
  return table;
}

const Fields& NumberedList::fields() {
  static const auto table = Fields::of<NumberedList>("FirList", "Reports, newest first.",
                                                     {field<&NumberedList::records>("records", "The reports."),
                                                      field<&NumberedList::limit>("limit", "How many were asked for."),
                                                      field<&NumberedList::offset>("offset", "How many were skipped."),
                                                      field<&NumberedList::count>("count", "How many are here.")});
  return table;
}

const Fields& PageQuery::fields() {
  static const auto table =
      Fields::of<PageQuery>("PageQuery", "",
                            {field<&PageQuery::limit>("limit", "1 to 100.", net::or_default),
                             field<&PageQuery::offset>("offset", "How many to skip.", net::or_default)});
  return table;
}

}  // namespace dossier::desks::fir
