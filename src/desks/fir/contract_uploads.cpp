#include "desks/fir/contract_uploads.h"

#include "async/timer.h"
#include "desks/fir/contract_routes.h"
#include "desks/fir/contract_views.h"
#include "desks/fir/limits.h"
#include "desks/fir/originals.h"
#include "desks/fir/transcriber.h"
#include "net/tracing.h"

namespace dossier::desks::fir {
namespace {

// Gives the session's name.
Result<std::string> open_or_join(Services& s, Transaction& transaction, const Context& context,
                                 const NewOriginal& original) {
  TRY(const auto known, find_session_of_file(transaction, original.original));
  if (!known) {
    TRY(const Case opened, open_case(s, transaction, context, {"", {}, "", original}));
    TRY(const ContractSession session, open_session(transaction, opened.id, net::new_uuid(), s.clock.wall()));
    return session.session;
  }
  TRY(const ContractSession session, find_session(transaction, *known));
  TRY(const Case state, CaseStore::get(transaction, session.id));
  const auto& transcript = state.step(Step::transcript);
  if (transcript.state == StepState::failed)
    TRY_DO(act(s, transaction, context, state.id, command::SendBack{Step::transcript, transcript.current, ""}, ""));
  return *known;
}

// The case when its transcript is there or has failed; at the `last` look as it stands.
Result<std::optional<Case>> look_at(Session& session, const std::string& name, bool last) {
  TRY(const bool transcribing, is_transcribing(session, name));
  if (transcribing && !last) return std::optional<Case>();
  TRY(const ContractSession found, find_session(session, name));
  TRY(Case state, CaseStore::get(session, found.id));
  return std::optional(std::move(state));
}

// Until there is a transcript or none will come, until the deadline, or until the program ends. A look that fails, as
// it may while the database is busy, tells nothing: the file is accepted, and the next look is soon. Nothing: the last
// looks failed, too.
Task<Result<std::optional<Case>>> wait_for_transcript(Services& s, Context context, std::string name) {
  const Deadline last_looks = Deadline::at(context.deadline.when() - limits::kTranscriptAnswerTime);
  context.deadline = Deadline::at(context.deadline.when() - limits::kTranscriptAnswerTime / 2);
  while (true) {
    const bool ending = s.feed.closed(), last = ending || last_looks.passed();
    auto look = [name, last](Session& session) { return look_at(session, name, last); };
    Task<Result<std::optional<Case>>> looking = s.database.read(context, std::move(look));
    Result<std::optional<Case>> seen = co_await std::move(looking);
    if (seen && *seen) co_return seen;
    if (ending || context.deadline.passed()) co_return std::optional<Case>();
    const Deadline next = Deadline::after(limits::kTranscriptLookTime);
    Task<Result<void>> resting = async::sleep_until(next.sooner(last ? context.deadline : last_looks));
    CO_TRY_DO(co_await std::move(resting));
  }
}

bool has_transcript(const Case& state) {
  const StepState step = state.step(Step::transcript).state;
  return step == StepState::proposed || step == StepState::approved;
}

std::string why_none(const std::optional<Case>& state) {
  std::string why = "the transcript is not there yet; send the same file again";
  if (!state) return why;
  const auto& transcript = state->step(Step::transcript);
  if (transcript.state == StepState::failed) why = transcript.problem;
  return why + ". The file is kept with case " + std::to_string(state->id.value);
}

ProcessView view_of_session(const std::optional<Case>& state, std::string session) {
  ProcessView view;
  view.session_id = std::move(session);
  if (state && has_transcript(*state)) {
    view.steps.emplace_back(state->original->kind == OriginalKind::recording ? "asr_done" : "ocr_done");
    view.current_step = ContractStep::transcript_review;
    view.content_for_validation = content_at(*state, Step::transcript, "");
    return view;
  }
  view.success = view.requires_validation = false;
  view.error = "processing_error: " + why_none(state);
  return view;
}

}  // namespace

Task<Result<Response>> process_upload(Services& s, Context context, net::UploadedFile file, once::Repeatable request) {
  const OriginalKind kind = file.field == "audio" ? OriginalKind::recording : OriginalKind::picture;
  Task<Result<NewOriginal>> keeping = take_typed_file(s, context, std::move(file), kind);
  CO_TRY(NewOriginal kept, co_await std::move(keeping));
  request.content = std::string(name_of(kind)) + "\n" + kept.original.format + "\n" + kept.original.digest;
  // What is kept under the request's key is the session alone: how far it is, is told as it stands.
  auto change = [&s, context, kept = std::move(kept)](Transaction& transaction) -> Result<store::StoredAnswer> {
    TRY(std::string session, open_or_join(s, transaction, context, kept));
    return store::StoredAnswer{200, "text/plain", std::move(session)};
  };
  Task<Result<Response>> opening = once::answer_once(s.keeping(), context, std::move(request), std::move(change));
  CO_TRY(const Response opened, co_await std::move(opening));
  Task<Result<std::optional<Case>>> waiting = wait_for_transcript(s, std::move(context), opened.body);
  CO_TRY(const std::optional<Case> state, co_await std::move(waiting));
  co_return Response::json(net::to_json(view_of_session(state, opened.body)));
}

}  // namespace dossier::desks::fir
