#include "base/limits.h"
#include "desks/fir/complaint_text.h"
#include "desks/fir/contract_approvals.h"
#include "desks/fir/contract_routes.h"
#include "desks/fir/contract_text.h"
#include "desks/fir/contract_uploads.h"
#include "desks/fir/contract_views.h"
#include "desks/fir/limits.h"
#include "desks/fir/routes.h"
#include "desks/fir/transcriber.h"
#include "net/tracing.h"

#include <boost/json.hpp>

// The routes by which the old FIR interface sends in a complaint and approves its steps; five approvals complete the
// draft.
namespace dossier::desks::fir {
namespace {

constexpr std::size_t kTextLettersMin = 10;

// ---- coming in ----

// The old interface's clients send the text as a query, a form field, or JSON.
std::optional<std::string> text_in(const Request& request) {
  for (const auto& list : {request.form, net::parse_query(request.query)}) {
    for (const net::Parameter& parameter : list) {
      if (parameter.name == "text") return parameter.value;
    }
  }
  boost::json::error_code fault;
  const auto json = boost::json::parse(request.body, fault);
  const auto* object = fault ? nullptr : json.if_object();
  const auto* text = object == nullptr ? nullptr : object->if_contains("text");
  if (text == nullptr || !text->is_string()) return std::nullopt;
  return std::string(std::string_view(text->get_string()));
}

Result<void> check_text(const std::string& text) {
  if (!is_utf8(text)) return bad("The text is no valid UTF-8");
  const std::size_t letters = letters_in(text);
  if (letters < kTextLettersMin || is_blank(text)) return bad("Text input must be at least 10 characters");
  if (letters > limits::kComplaintLettersMax)
    return Error{ErrorCode::too_large,
                 std::string("Text input exceeds the maximum of ") + limits::kComplaintLettersMaxWords};
  if (is_markup(text)) return bad(kDangerous);
  return {};
}

// The recordings and pictures among the files. Others are none that interface knows.
std::vector<net::UploadedFile> originals_in(Request& request) {
  std::vector<net::UploadedFile> found;
  for (net::UploadedFile& file : request.files) {
    if (file.field == "audio" || file.field == "image") found.push_back(std::move(file));
  }
  return found;
}

Task<Result<Response>> process(Services& s, Context context, Request request) {
  const auto text = text_in(request);
  std::vector<net::UploadedFile> files = originals_in(request);
  const bool told = text && (files.empty() || !text->empty());  // forms send the field they do not use empty
  if (files.size() + (told ? 1 : 0) != 1) co_return bad("Exactly one of audio, image or text must be provided");
  if (!told) {
    Task<Result<Response>> uploading =
        process_upload(s, std::move(context), std::move(files.front()), once::repeatable(request, "POST /process"));
    co_return co_await std::move(uploading);
  }
  CO_TRY_DO(check_text(*text));
  auto change = [&s, context, text = *text](Transaction& transaction) -> Result<ProcessView> {
    TRY(const Case state, open_case(s, transaction, context, {text, {}, ""}));
    const std::string session = net::new_uuid();
    TRY_DO(open_session(transaction, state.id, session, s.clock.wall()));
    ProcessView view;
    view.session_id = session;
    view.current_step = ContractStep::transcript_review;
    view.content_for_validation = content_at(state, Step::transcript, "");
    return view;
  };
  once::Repeatable repeated = once::repeatable(request, "POST /process");
  repeated.content = *text;
  Task<Result<Response>> changing =
      once::change_once<ProcessView>(s.keeping(), std::move(context), std::move(repeated), std::move(change));
  co_return co_await std::move(changing);
}

// ---- making anew ----

std::string field_in(const Request& request, const char* name) {
  boost::json::error_code fault;
  const auto json = boost::json::parse(request.body, fault);
  const auto* object = fault ? nullptr : json.if_object();
  const auto* value = object == nullptr ? nullptr : object->if_contains(name);
  if (value != nullptr && value->is_string()) return std::string(std::string_view(value->get_string()));
  for (const net::Parameter& parameter : net::parse_query(request.query)) {
    if (parameter.name == name) return parameter.value;
  }
  return {};
}

Task<Result<Response>> regenerate(Services& s, Context context, std::string name, Request request) {
  if (!is_uuid(name)) co_return bad("Invalid session_id format");
  const std::string wanted = field_in(request, "step"), remark = field_in(request, "user_input");
  const auto step = dossier::fir::parse_name<ContractStep>(wanted);
  if (!step)
    co_return wrong_field("query", "step", "enum", "It is summary_review, violations_review or fir_narrative_review");
  if (*step == ContractStep::transcript_review || *step == ContractStep::final_review)
    co_return bad("This step cannot be regenerated");
  if (letters_in(remark) > kUserInputLettersMax)
    co_return wrong_field("body", "user_input", "string_too_long", "String should have at most 10000 characters");
  if (is_markup(remark)) co_return bad(kDangerous);
  const auto own = static_cast<Step>(*step);
  auto change = [&s, context, name, own, remark](Transaction& transaction) -> Result<bool> {
    TRY(const Known known, known_in(transaction, name));
    const int version = known.state.step(own).current;
    TRY_DO(act(s, transaction, context, known.session.id, command::SendBack{own, version, remark}, ""));
    return true;
  };
  Task<Result<bool>> writing = s.database.write(context, Priority::interactive, std::move(change));
  const Result<bool> sent = co_await std::move(writing);
  if (!sent && sent.error().code == ErrorCode::conflict) co_return bad(sent.error().message);
  if (!sent) co_return sent.error();
  Task<Result<Known>> waiting = when_readable(s, std::move(context), name);
  CO_TRY(const Known known, co_await std::move(waiting));
  JsonWriter json;
  json.begin_object().member("success", true).member("session_id", name).member("step", wanted).key("content");
  json.raw(content_at(known.state, own, "").text).member("message", "Made anew").end_object();
  co_return Response::json(json.take());
}

// ---- looking ----

const char* status_of(const Known& known) {
  if (known.session.completed_at) return "completed";
  const StepState state = known.state.step(known.state.current()).state;
  if (state == StepState::failed) return "error";
  return state == StepState::preparing ? "processing" : "awaiting_validation";
}

Task<Result<SessionView>> status(Services& s, Context context, std::string name) {
  if (!is_uuid(name)) co_return bad("Invalid session_id format");
  Task<Result<Known>> looking =
      s.database.read(std::move(context), [name](Session& session) { return known_in(session, name); });
  CO_TRY(const Known known, co_await std::move(looking));
  SessionView view{.session_id = name};
  view.status = status_of(known);
  view.awaiting_validation = view.status == "awaiting_validation";
  view.current_step = contract_step(known.state.current());
  view.created_at = {known.session.created_at};
  view.last_activity = {known.session.last_activity};
  view.validation_history = history_of(known.state, known.session);
  co_return view;
}

}  // namespace

void add_contract_step_routes(net::Router& router, Services& s) {
  net::About processing = contract_about("Send in a complaint.", {400, 409, 413, 415}, &net::type_of<ProcessView>());
  processing.description =
      "One of the parts audio (.wav, .mp3, .mpeg, .m4a, .ogg, .opus, .webm) and image (.jpg, .jpeg, .png), of at most "
      "26,214,400 bytes, or text as a part, a field, a query parameter or JSON. With a file the answer waits for the "
      "transcript; where there is none it has success: false, and the file is kept with its case.";
  processing.repeatable = true;
  processing.time_max =
      std::chrono::ceil<std::chrono::milliseconds>(s.transcriber.longest_time()) + limits::kTranscriptWaitTime;
  router.post("/process", processing, [&s](Context c, Request r) { return process(s, std::move(c), std::move(r)); });
  net::About approving =
      contract_about("Approve or reject the present step.", {400, 404, 409, 504}, &net::type_of<ValidateView>());
  approving.description =
      "A request that arrives while another approves a step of the session, or while a step is prepared, waits for the "
      "step to read and approves nothing.";
  router.post("/validate", approving, [&s, turns = std::make_shared<SessionTurns>()](Context c, Body<ValidateBody> b) {
    return validate(s, *turns, std::move(c), std::move(*b));
  });
  router.post("/regenerate/{session_id}", contract_about("Have the present step made anew.", {400, 404, 409, 422, 504}),
              [&s](Context c, Path<SessionPath> p, Request r) {
                return regenerate(s, std::move(c), std::move(p->session_id), std::move(r));
              });
  router.get("/session/{session_id}/status", contract_about("How far a session is.", {400, 404}),
             [&s](Context c, Path<SessionPath> p) { return status(s, std::move(c), std::move(p->session_id)); });
}

}  // namespace dossier::desks::fir
