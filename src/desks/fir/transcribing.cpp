#include "desks/fir/transcribing.h"

#include "base/json_writer.h"
#include "desks/fir/limits.h"
#include "desks/fir/transcriber.h"
#include "documents/documents.h"

#include <boost/json.hpp>

namespace dossier::desks::fir {
namespace {

using async::Task;
using namespace dossier::fir;
using store::JobPayload;
using store::Priority;
using store::Session;
using store::Transaction;

std::string subject_of(CaseId id) {
  return "transcript/" + std::to_string(id.value);
}

// What a job is about.
struct Order {
  CaseId id;
  WallTime wanted;
};

std::string payload_of(const Order& order) {
  const auto wanted = std::chrono::duration_cast<std::chrono::milliseconds>(order.wanted.time_since_epoch());
  JsonWriter json;
  json.begin_object().member("case", order.id.value).member("wanted_ms", wanted.count()).end_object();
  return json.take();
}

std::optional<Order> order_of(const std::string& payload) {
  boost::json::error_code fault;
  const auto json = boost::json::parse(payload, fault);
  const auto* object = fault ? nullptr : json.if_object();
  const auto* id = object == nullptr ? nullptr : object->if_contains("case");
  const auto* wanted = object == nullptr ? nullptr : object->if_contains("wanted_ms");
  if (!id || !wanted || !id->is_int64() || !wanted->is_int64()) return std::nullopt;
  return Order{CaseId{id->get_int64()}, WallTime(std::chrono::milliseconds(wanted->get_int64()))};
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
  Attempt(Services& services, Context context, JobPayload job, Order order)
      : services_(services), context_(std::move(context)), job_(std::move(job)), order_(order) {}

  Task<Result<void>> run() {
    Task<Result<Case>> looking =
        services_.database.read(context_, [id = order_.id](Session& session) { return CaseStore::get(session, id); });
    CO_TRY(const Case state, co_await std::move(looking));
    if (!is_wanted(state)) co_return Result<void>();
    if (state.sensitive) {  // its words are for no model
      Task<Result<void>> leaving =
          commit(command::FailTranscript{"the case is sensitive: no model is asked; type the transcript"});
      co_return co_await std::move(leaving);
    }
    services_.transcriber.note_wait(state.original->kind, services_.clock.wall() - order_.wanted);
    Task<Result<Transcribed>> transcribing = transcribe(*state.original);
    Result<Transcribed> written = co_await std::move(transcribing);
    if (!written && may_pass(written.error().code, job_.last_attempt)) co_return std::move(written).error();
    decltype(Command::what) what = command::FailTranscript{written ? "" : written.error().message};
    if (written) what = command::TakeTranscript{std::move(written->text), std::move(written->note)};
    Task<Result<void>> writing = commit(std::move(what));
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

  // Where the transcript was asked for anew since, it is the later job's to say how that ended.
  Task<Result<void>> commit(decltype(Command::what) what) {
    auto body = [&s = services_, context = context_, lease = job_.lease, id = order_.id,
                 what = std::move(what)](Transaction& transaction) -> Result<void> {
      TRY(const auto latest, store::JobTable::latest(transaction, subject_of(id)));
      if (latest && latest->id == lease.job) TRY_DO(act(s, transaction, context, id, what, "dossier"));
      return s.jobs.complete(transaction, lease);
    };
    return services_.database.write(context_, Priority::interactive, std::move(body));
  }

  Services& services_;
  Context context_;
  JobPayload job_;
  const Order order_;
};

Task<Result<void>> transcribe(Services& services, Context context, JobPayload job) {
  const auto order = order_of(job.payload);
  if (!order) co_return Error{ErrorCode::internal, "a job names no case", job.subject};
  Attempt attempt(services, std::move(context), std::move(job), *order);
  Task<Result<void>> running = attempt.run();
  const Result<void> result = co_await std::move(running);
  if (!result) {
    services.log.write(
        LogLevel::warning, "fir_transcribe",
        {{"case", order->id.value}, {"result", name_of(result.error().code)}, {"error", result.error().message}});
  }
  co_return result;
}

Result<std::vector<CaseId>> abandoned(Session& session) {
  TRY(const auto waiting,
      session.all("SELECT fir_case FROM case_step WHERE step = 'transcript' AND state = 'preparing' ORDER BY fir_case",
                  {}, [](const store::Row& row) { return row.get<CaseId>(0); }));
  std::vector<CaseId> found;
  for (const CaseId id : waiting) {
    TRY(const auto job, store::JobTable::latest(session, subject_of(id)));
    if (!job || job->state == store::JobState::dead || job->state == store::JobState::done) found.push_back(id);
  }
  return found;
}

}  // namespace

Result<JobId> enqueue_transcription(Services& services, Transaction& transaction, const Context& context, CaseId id) {
  return services.jobs.enqueue(transaction, {.kind = kTranscribeKind,
                                             .subject = subject_of(id),
                                             .payload = payload_of({id, services.clock.wall()}),
                                             .context = context});
}

store::JobHandler transcription_handler(Services& services) {
  return {.run = [&services](Context context,
                             JobPayload job) { return transcribe(services, std::move(context), std::move(job)); },
          .slots = limits::kTranscriptionSlots,
          .time_max = services.transcriber.longest_time() + limits::kTranscriptionSpareTime};
}

Task<Result<std::int64_t>> close_abandoned_transcriptions(Services& services, Context context) {
  Task<Result<std::vector<CaseId>>> looking = services.database.read(context, abandoned);
  CO_TRY(const std::vector<CaseId> found, co_await std::move(looking));
  if (found.empty()) co_return std::int64_t{0};
  // Looked for again: one of them may have been asked for anew meanwhile.
  auto close = [&services, context](Transaction& transaction) -> Result<std::int64_t> {
    TRY(const std::vector<CaseId> still, abandoned(transaction));
    for (const CaseId id : still) {
      command::FailTranscript failed{"transcribing it failed every time; type the transcript"};
      TRY_DO(act(services, transaction, context, id, std::move(failed), "dossier"));
    }
    return static_cast<std::int64_t>(still.size());
  };
  Task<Result<std::int64_t>> closing = services.database.write(std::move(context), Priority::bulk, std::move(close));
  co_return co_await std::move(closing);
}

}  // namespace dossier::desks::fir
