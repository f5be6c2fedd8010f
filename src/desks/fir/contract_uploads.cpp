#include "desks/fir/contract_uploads.h"

#include "async/timer.h"
#include "desks/fir/contract_views.h"
#include "desks/fir/limits.h"
#include "desks/fir/originals.h"
#include "desks/fir/transcriber.h"
#include "net/tracing.h"

#include <boost/json.hpp>

namespace dossier::desks::fir {
namespace {

using dossier::fir::Original;
using dossier::fir::OriginalKind;
using dossier::fir::Step;
using dossier::fir::StepState;
using net::Response;
using net::Task;
using store::Session;
using store::Transaction;
namespace command = dossier::fir::command;

ProcessView named(std::string session) {
  ProcessView view;
  view.session_id = std::move(session);
  return view;
}

Result<ProcessView> open_or_join(Services& s, Transaction& transaction, const Context& context,
                                 const NewOriginal& original) {
  TRY(const auto known, find_session_of_file(transaction, original.original));
  if (!known) {
    TRY(const Case opened, open_case(s, transaction, context, {"", {}, "", original}));
    TRY(ContractSession session, open_session(transaction, opened.id, net::new_uuid(), s.clock.wall()));
    return named(std::move(session.session));
  }
  TRY(const ContractSession session, find_session(transaction, *known));
  TRY(const Case state, CaseStore::get(transaction, session.id));
  const auto& transcript = state.step(Step::transcript);
  if (transcript.state == StepState::failed)
    TRY_DO(act(s, transaction, context, state.id, command::SendBack{Step::transcript, transcript.current, ""}, ""));
  return named(*known);
}

// Of an answer of ours, which may be the one kept under the request's Idempotency-Key.
std::string session_in(const Response& answer) {
  const auto json = boost::json::parse(answer.body);
  return std::string(std::string_view(json.as_object().at("session_id").as_string()));
}

Result<Case> case_of_session(Session& session, const std::string& name) {
  TRY(const ContractSession found, find_session(session, name));
  return CaseStore::get(session, found.id);
}

// Until the transcript is there or has failed, until the deadline, or until the program ends. A look that fails, as it
// may while the database is busy, tells nothing: the file is accepted, and the next look is soon.
Task<Result<void>> wait_for_transcript(Services& s, Context context, std::string name) {
  const Deadline last_look = Deadline::at(context.deadline.when() - limits::kTranscriptAnswerTime);
  while (!last_look.passed() && !s.feed.closed()) {
    auto look = [name](Session& session) { return is_transcribing(session, name); };
    Task<Result<bool>> looking = s.database.read(context, std::move(look));
    const Result<bool> transcribing = co_await std::move(looking);
    if (transcribing && !*transcribing) break;
    Task<Result<void>> resting = async::sleep_until(Deadline::after(limits::kTranscriptLookTime).sooner(last_look));
    CO_TRY_DO(co_await std::move(resting));
  }
  co_return Result<void>();
}

ProcessView view_of_session(const Case& state, std::string session) {
  ProcessView view = named(std::move(session));
  const auto& transcript = state.step(Step::transcript);
  if (transcript.state == StepState::proposed || transcript.state == StepState::approved) {
    view.steps.emplace_back(state.original->kind == OriginalKind::recording ? "asr_done" : "ocr_done");
    view.current_step = ContractStep::transcript_review;
    view.content_for_validation = content_at(state, Step::transcript, "");
    return view;
  }
  view.success = view.requires_validation = false;
  view.error = "processing_error: " +
               (transcript.state == StepState::failed ? transcript.problem
                                                      : "the transcript is not there yet; send the same file again") +
               ". The file is kept with case " + std::to_string(state.id.value);
  return view;
}

}  // namespace

Task<Result<Response>> process_upload(Services& s, Context context, net::UploadedFile file, once::Repeatable request) {
  const OriginalKind kind = file.field == "audio" ? OriginalKind::recording : OriginalKind::picture;
  CO_TRY(Original original, check_typed_file(file, kind));
  Task<Result<NewOriginal>> keeping = keep_original(s, context, std::move(original), file.file.path());
  CO_TRY(NewOriginal kept, co_await std::move(keeping));
  request.content = std::string(name_of(kind)) + "\n" + kept.original.format + "\n" + kept.original.digest;
  auto change = [&s, context, kept = std::move(kept)](Transaction& transaction) {
    return open_or_join(s, transaction, context, kept);
  };
  Task<Result<Response>> opening =
      once::change_once<ProcessView>(s.keeping(), context, std::move(request), std::move(change));
  CO_TRY(const Response opened, co_await std::move(opening));
  const std::string session = session_in(opened);
  Task<Result<void>> waiting = wait_for_transcript(s, context, session);
  CO_TRY_DO(co_await std::move(waiting));
  auto look = [session](Session& read) { return case_of_session(read, session); };
  Task<Result<Case>> looking = s.database.read(std::move(context), std::move(look));
  CO_TRY(const Case state, co_await std::move(looking));
  co_return Response::json(net::to_json(view_of_session(state, session)));
}

}  // namespace dossier::desks::fir
