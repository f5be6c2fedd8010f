#include "desks/fir/contract_approvals.h"

#include "async/timer.h"
#include "desks/fir/contract_routes.h"
#include "desks/fir/contract_text.h"

namespace dossier::desks::fir {
namespace {

constexpr auto kPreparedPollTime = std::chrono::milliseconds(10);
constexpr auto kRepeatedTime = std::chrono::seconds(60);  // within which the last approval may arrive again

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

Response answer_to(const Known& known, std::string message) {
  return Response::json(net::to_json(answer_of(known, std::move(message))));
}

const char* message_of(const Known& known) {
  return known.session.completed_at ? "The draft is complete" : "Approved; read the next step";
}

// What keeps the step at its turn from being read, however long one waits.
std::optional<Error> unreadable(const Known& known) {
  const auto& step = known.state.step(known.state.current());
  const bool transcript = known.state.current() == Step::transcript;
  if (step.state == StepState::failed && transcript) return bad("There is no transcript to approve: " + step.problem);
  if (step.state == StepState::preparing && transcript) return bad("Session is not awaiting validation");
  if (step.state == StepState::failed)
    return Error{ErrorCode::internal, "The step could not be prepared; use /regenerate"};
  return std::nullopt;
}

bool is_preparing(const Known& known) {
  return known.state.step(known.state.current()).state == StepState::preparing;
}

Task<Result<Known>> look_at(Services& s, Context context, std::string name) {
  Task<Result<Known>> looking =
      s.database.read(std::move(context), [name](Session& session) { return known_in(session, name); });
  CO_TRY(Known known, co_await std::move(looking));
  if (auto error = unreadable(known)) co_return *std::move(error);
  co_return known;
}

Task<Result<void>> rest(Deadline deadline) {
  Task<Result<void>> resting = async::sleep_until(Deadline::after(kPreparedPollTime).sooner(deadline));
  CO_TRY_DO(co_await std::move(resting));
  if (deadline.passed()) co_return Error{ErrorCode::deadline_exceeded, "The step is still being prepared"};
  co_return Result<void>();
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
  co_return answer_to(known, message_of(known));
}

// The step to read, once no other request approves one. For a request that is a repetition, or came too early.
Task<Result<Response>> join(Services& s, const SessionTurns& turns, bool has_turn, Context context, std::string name) {
  while (!has_turn && turns.taken(name)) {
    Task<Result<void>> resting = rest(context.deadline);
    CO_TRY_DO(co_await std::move(resting));
  }
  Task<Result<Known>> waiting = when_readable(s, std::move(context), std::move(name));
  CO_TRY(const Known known, co_await std::move(waiting));
  co_return answer_to(known, message_of(known));
}

Result<Response> reject(const Known& known) {
  ValidateView view = answer_of(known, "Rejected; regenerate the step or approve it");
  view.content = {R"({"message":"Step rejected. Regenerate it or approve it."})"};
  return Response::json(net::to_json(view));
}

}  // namespace

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

Response wrong_field(std::string place, std::string field, std::string_view type, std::string message) {
  net::Decoder decoder(net::Style::fir);
  net::Decoder::Inside inside(decoder, std::move(place));
  net::Decoder::Inside at(decoder, std::move(field));
  decoder.problem(type, std::move(message));
  return decoder.response();
}

Task<Result<Known>> when_readable(Services& s, Context context, std::string name) {
  while (true) {
    Task<Result<Known>> looking = look_at(s, context, name);
    CO_TRY(Known known, co_await std::move(looking));
    if (!is_preparing(known)) co_return known;
    Task<Result<void>> resting = rest(context.deadline);
    CO_TRY_DO(co_await std::move(resting));
  }
}

Task<Result<Response>> validate(Services& s, SessionTurns& turns, Context context, ValidateBody body) {
  const std::string name = body.session_id;
  if (!is_uuid(name)) co_return wrong_field("body", "session_id", "uuid_parsing", "Invalid session_id format");
  if (body.user_input && is_markup(*body.user_input)) co_return bad(kDangerous);
  const SessionTurns::Turn turn = turns.take(name);
  Task<Result<Known>> looking = look_at(s, context, name);
  CO_TRY(Known known, co_await std::move(looking));
  if (known.session.completed_at || known.state.finalised) {
    const bool just_now = known.session.completed_at && s.clock.wall() - *known.session.completed_at < kRepeatedTime;
    if (just_now && body.approved) co_return answer_to(known, message_of(known));
    co_return bad("Session is not awaiting validation");
  }
  if (!turn || is_preparing(known)) {
    Task<Result<Response>> joining = join(s, turns, static_cast<bool>(turn), std::move(context), name);
    co_return co_await std::move(joining);
  }
  if (!body.approved) co_return reject(known);
  Task<Result<Response>> approving = approve(s, std::move(context), std::move(known), body.user_input.value_or(""));
  co_return co_await std::move(approving);
}

}  // namespace dossier::desks::fir
