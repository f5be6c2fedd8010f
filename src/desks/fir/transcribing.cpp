#include "desks/fir/transcribing.h"

#include "desks/fir/case_jobs.h"
#include "desks/fir/limits.h"
#include "desks/fir/transcriber.h"
#include "documents/documents.h"

#include <boost/json.hpp>

namespace dossier::desks::fir {
namespace {

using async::Task;
using namespace dossier::fir;
using store::JobPayload;
using store::Session;
using store::Transaction;

std::string subject_of(CaseId id) {
  return "transcript/" + std::to_string(id.value);
}

bool is_wanted(const Case& state) {
  return state.original && state.step(Step::transcript).state == StepState::preparing;
}

// Nothing a person need be told: the program is ending, or has no room just now and may have some at a later attempt.
bool may_pass(ErrorCode code, bool last_attempt) {
  return code == ErrorCode::cancelled || (code == ErrorCode::over_capacity && !last_attempt);
}

// One attempt at one transcript.
class Attempt {
 public:
  Attempt(Services& services, Context context, JobPayload job, CaseOrder order)
      : services_(services), context_(std::move(context)), job_(std::move(job)), order_(order) {}

  Task<Result<void>> run() {
    Task<Result<Case>> looking =
        services_.database.read(context_, [id = order_.id](Session& session) { return CaseStore::get(session, id); });
    CO_TRY(const Case state, co_await std::move(looking));
    if (!is_wanted(state)) co_return Result<void>();
    if (state.sensitive) {  // its words are for no model
      Task<Result<void>> leaving =
          end(command::FailTranscript{"the case is sensitive: no model is asked; type the transcript"});
      co_return co_await std::move(leaving);
    }
    services_.transcriber.note_wait(state.original->kind, services_.clock.wall() - *order_.wanted);
    Task<Result<Transcribed>> transcribing = transcribe(*state.original);
    Result<Transcribed> written = co_await std::move(transcribing);
    if (!written && may_pass(written.error().code, job_.last_attempt)) co_return std::move(written).error();
    CaseCommand what = command::FailTranscript{written ? "" : written.error().message};
    if (written) what = command::TakeTranscript{std::move(written->text), std::move(written->note)};
    Task<Result<void>> writing = end(std::move(what));
    co_return co_await std::move(writing);
  }

 private:
  Task<Result<Transcribed>> transcribe(Original original) {
    const auto hash = documents::hash_named(original.digest);
    if (!hash) co_return Error{ErrorCode::internal, "the case does not know its file; type the transcript"};
    Task<Result<std::string>> reading = services_.documents.bytes(context_, *hash, limits::kRecordingBytesMax);
    CO_TRY(std::string bytes, co_await std::move(reading));
    Task<Result<Transcribed>> writing = services_.transcriber.write(context_, std::move(original), std::move(bytes));
    co_return co_await std::move(writing);
  }

  Task<Result<void>> end(CaseCommand what) {
    return end_with(services_, context_, job_.lease, order_.id, std::move(what), subject_of(order_.id));
  }

  Services& services_;
  Context context_;
  JobPayload job_;
  const CaseOrder order_;
};

Task<Result<void>> transcribe(Services& services, Context context, JobPayload job) {
  const auto order = read_order(payload_object(job.payload));
  if (!order || !order->wanted) co_return Error{ErrorCode::internal, "a job names no case", job.subject};
  Attempt attempt(services, std::move(context), std::move(job), *order);
  Task<Result<void>> running = attempt.run();
  const Result<void> result = co_await std::move(running);
  log_attempt(services, "fir_transcribe", order->id, result);
  co_return result;
}

Result<std::vector<Abandoned>> abandoned(Session& session) {
  TRY(const auto waiting,
      session.all("SELECT fir_case FROM case_step WHERE step = 'transcript' AND state = 'preparing' ORDER BY fir_case",
                  {}, [](const store::Row& row) { return row.get<CaseId>(0); }));
  std::vector<Abandoned> found;
  for (const CaseId id : waiting) {
    TRY(const bool gone, has_no_job(session, subject_of(id)));
    if (gone) found.push_back({id, command::FailTranscript{"transcribing it failed every time; type the transcript"}});
  }
  return found;
}

}  // namespace

Result<JobId> enqueue_transcription(const CaseDesk& desk, Transaction& transaction, const Context& context, CaseId id) {
  JsonWriter payload;
  payload.begin_object();
  write_order(payload, {id, desk.clock.wall()});
  return desk.jobs.enqueue(
      transaction,
      {.kind = kTranscribeKind, .subject = subject_of(id), .payload = payload.end_object().take(), .context = context});
}

store::JobHandler transcription_handler(Services& services) {
  return {.run = [&services](Context context,
                             JobPayload job) { return transcribe(services, std::move(context), std::move(job)); },
          .slots = limits::kTranscriptionSlots,
          .time_max = services.transcriber.longest_time() + limits::kTranscriptionSpareTime,
          .ends_at_stop = true};
}

Task<Result<std::int64_t>> close_abandoned_transcriptions(Services& services, Context context) {
  return close_abandoned(services, std::move(context), abandoned);
}

}  // namespace dossier::desks::fir
