#include "async/timer.h"
#include "base/limits.h"
#include "desks/fir/complaint_text.h"
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

using dossier::fir::Step;
using dossier::fir::StepState;
using net::Body;
using net::Path;
using net::Request;
using net::Response;
using net::Task;
using store::Priority;
using store::Session;
using store::Transaction;
namespace command = dossier::fir::command;

constexpr std::size_t kTextLettersMin = 10;
constexpr auto kPreparedPollTime = std::chrono::milliseconds(10);

// A field of the wrong form, in the list that interface answers with.
Response wrong_field(std::string place, std::string field, std::string_view type, std::string message) {
  net::Decoder decoder(net::Style::fir);
  net::Decoder::Inside inside(decoder, std::move(place));
  net::Decoder::Inside at(decoder, std::move(field));
  decoder.problem(type, std::move(message));
  return decoder.response();
}

// A session with its case.
struct Known {
  ContractSession session;
  Case state;
};

Result<Known> known_in(Session& session, const std::string& name) {
  TRY(ContractSession found, find_session(session, name));
  TRY(Case state, CaseStore::get(session, found.id));
  return Known{std::move(found), std::move(state)};
}

bool is_uuid(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = text[i];
    const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (dash ? c != '-' : !digit) return false;
  }
  return text.size() == 36;
}

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
  if (letters < kTextLettersMin) return bad("Text input must be at least 10 characters");
  if (letters > limits::kComplaintLettersMax)
    return Error{ErrorCode::too_large, "Text input exceeds the maximum of 50000 characters"};
  if (is_markup(text)) return bad("Input contains potentially dangerous content");
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

// ---- approving ----

ValidateView answer_of(const Known& known, std::string message) {
  const Step step = known.state.current();
  ValidateView view;
  view.session_id = known.session.session;
  view.current_step = contract_step(step);
  view.content = content_at(known.state, step, known.session.fir_number.value_or(""));
  view.message = std::move(message);
  view.completed = known.session.completed_at.has_value();
  view.requires_validation = !view.completed;
  return view;
}

// Until the step at its turn can be read. A client that repeats a request while the first runs waits here too, and gets
// the same step instead of approving the next one unread. A transcript is not waited for: nobody has seen it.
Task<Result<Known>> when_readable(Services& s, Context context, std::string name) {
  while (true) {
    Task<Result<Known>> looking =
        s.database.read(context, [name](Session& session) { return known_in(session, name); });
    CO_TRY(Known known, co_await std::move(looking));
    const StepState state = known.state.step(known.state.current()).state;
    if (state == StepState::failed && known.state.current() == Step::transcript)
      co_return bad("There is no transcript to approve: " + known.state.step(Step::transcript).problem);
    if (state == StepState::preparing && known.state.current() == Step::transcript)
      co_return bad("Session is not awaiting validation");
    if (state == StepState::failed)
      co_return Error{ErrorCode::internal, "The step could not be prepared; use /regenerate"};
    if (state != StepState::preparing) co_return known;
    Task<Result<void>> resting = async::sleep_until(Deadline::after(kPreparedPollTime).sooner(context.deadline));
    CO_TRY_DO(co_await std::move(resting));
    if (context.deadline.passed()) co_return Error{ErrorCode::deadline_exceeded, "The step is still being prepared"};
  }
}

// Approves the step at its turn, in the version the client saw last. The last approval completes the draft.
Result<Known> approve_in(Services& s, Transaction& transaction, const Context& context, const std::string& name,
                         int version, const std::string& input) {
  TRY(Known known, known_in(transaction, name));
  const Step step = known.state.current();
  const WallTime now = s.clock.wall();
  known.session.last_activity = now;
  if (step == Step::final_report) {
    if (!known.session.completed_at) known.session.completed_at = now;
  } else {
    TRY(known.state, act(s, transaction, context, known.session.id, command::Approve{step, version, input}, ""));
    if (step == Step::narrative && !known.session.fir_number)
      known.session.fir_number = contract_number(known.session.session, now);
  }
  TRY_DO(save_session(transaction, known.session));
  return known;
}

Task<Result<Response>> approve(Services& s, Context context, Known seen, std::string input) {
  const std::string name = seen.session.session;
  const Step step = seen.state.current();
  const int version = seen.state.step(step).current;
  auto change = [&s, context, name, step, version,
                 input = std::move(input)](Transaction& transaction) -> Result<Known> {
    TRY(Known known, known_in(transaction, name));
    if (known.state.current() != step) return known;  // a duplicate came first: nothing is advanced twice
    return approve_in(s, transaction, context, name, version, input);
  };
  Task<Result<Known>> writing = s.database.write(context, Priority::interactive, std::move(change));
  CO_TRY(const Known approved, co_await std::move(writing));
  Task<Result<Known>> waiting = when_readable(s, std::move(context), name);
  CO_TRY(const Known known, co_await std::move(waiting));
  co_return Response::json(net::to_json(
      answer_of(known, known.session.completed_at ? "The draft is complete" : "Approved; read the next step")));
}

Task<Result<Response>> validate(Services& s, Context context, ValidateBody body) {
  if (!is_uuid(body.session_id))
    co_return wrong_field("body", "session_id", "uuid_parsing", "Invalid session_id format");
  if (body.user_input && is_markup(*body.user_input)) co_return bad("Input contains potentially dangerous content");
  Task<Result<Known>> waiting = when_readable(s, context, body.session_id);
  CO_TRY(Known known, co_await std::move(waiting));
  if (known.session.completed_at || known.state.finalised) {
    const bool just_now =
        known.session.completed_at && s.clock.wall() - *known.session.completed_at < std::chrono::seconds(60);
    if (just_now && body.approved) co_return Response::json(net::to_json(answer_of(known, "The draft is complete")));
    co_return bad("Session is not awaiting validation");
  }
  if (!body.approved) {
    ValidateView view = answer_of(known, "Rejected; regenerate the step or approve it");
    view.content = {R"({"message":"Step rejected. Regenerate it or approve it."})"};
    co_return Response::json(net::to_json(view));
  }
  Task<Result<Response>> approving = approve(s, std::move(context), std::move(known), body.user_input.value_or(""));
  co_return co_await std::move(approving);
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

Task<Result<SessionView>> status(Services& s, Context context, std::string name) {
  if (!is_uuid(name)) co_return bad("Invalid session_id format");
  Task<Result<Known>> looking =
      s.database.read(std::move(context), [name](Session& session) { return known_in(session, name); });
  CO_TRY(const Known known, co_await std::move(looking));
  const StepState state = known.state.step(known.state.current()).state;
  SessionView view{.session_id = name};
  view.status = known.session.completed_at      ? "completed"
                : state == StepState::failed    ? "error"
                : state == StepState::preparing ? "processing"
                                                : "awaiting_validation";
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
      "One of the parts audio (.wav, .mp3, .mpeg) and image (.jpg, .jpeg, .png), of at most 26,214,400 bytes, or text "
      "as "
      "a part, a field, a query parameter or JSON. With a file the answer waits for the transcript; where there is "
      "none "
      "it has success: false, and the file is kept with its case.";
  processing.repeatable = true;
  processing.time_max =
      std::chrono::ceil<std::chrono::milliseconds>(s.transcriber.longest_time()) + limits::kTranscriptWaitTime;
  router.post("/process", processing, [&s](Context c, Request r) { return process(s, std::move(c), std::move(r)); });
  router.post(
      "/validate",
      contract_about("Approve or reject the present step.", {400, 404, 409, 504}, &net::type_of<ValidateView>()),
      [&s](Context c, Body<ValidateBody> b) { return validate(s, std::move(c), std::move(*b)); });
  router.post("/regenerate/{session_id}", contract_about("Have the present step made anew.", {400, 404, 409, 422, 504}),
              [&s](Context c, Path<SessionPath> p, Request r) {
                return regenerate(s, std::move(c), std::move(p->session_id), std::move(r));
              });
  router.get("/session/{session_id}/status", contract_about("How far a session is.", {400, 404}),
             [&s](Context c, Path<SessionPath> p) { return status(s, std::move(c), std::move(p->session_id)); });
}

}  // namespace dossier::desks::fir
