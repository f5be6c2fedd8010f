#include "desks/fir/preparing.h"

#include "async/run_on.h"
#include "base/json_writer.h"
#include "desks/fir/limits.h"
#include "desks/fir/preparation.h"
#include "fir/case_facts.h"

#include <boost/json.hpp>

namespace dossier::desks::fir {
namespace {

using async::Task;
using namespace dossier::fir;
using store::JobPayload;
using store::Priority;
using store::Session;
using store::Transaction;

// What a job is about.
struct Order {
  CaseId id;
  std::int64_t basis = 0;
  Step from = Step::summary;
};

std::string payload_of(const Order& order) {
  JsonWriter json;
  json.begin_object().member("case", order.id.value).member("basis", order.basis).member("from", name_of(order.from));
  return json.end_object().take();
}

std::optional<Order> order_of(const std::string& payload) {
  boost::json::error_code fault;
  const auto json = boost::json::parse(payload, fault);
  const auto* object = fault ? nullptr : json.if_object();
  const auto* id = object == nullptr ? nullptr : object->if_contains("case");
  const auto* basis = object == nullptr ? nullptr : object->if_contains("basis");
  const auto* from = object == nullptr ? nullptr : object->if_contains("from");
  if (!id || !basis || !from || !id->is_int64() || !basis->is_int64() || !from->is_string()) return std::nullopt;
  const auto step = parse_name<Step>(std::string_view(from->get_string()));
  if (!step) return std::nullopt;
  return Order{CaseId{id->get_int64()}, basis->get_int64(), *step};
}

// Trying again may help: the complaint is not to blame.
bool may_pass(ErrorCode code) {
  return code == ErrorCode::over_capacity || code == ErrorCode::deadline_exceeded || code == ErrorCode::cancelled ||
         code == ErrorCode::unavailable || code == ErrorCode::conflict || code == ErrorCode::internal;
}

// What the drafting needs of a case.
struct Inputs {
  bool wanted = false;
  std::string text;
  std::optional<Date> told_on;
  GivenFields given;
};

Inputs inputs_of(const Case& state, const Order& order) {
  Inputs inputs;
  const StepVersion* transcript = state.step(Step::transcript).version();
  inputs.wanted = !state.finalised && state.preparing() && state.basis == order.basis && transcript != nullptr;
  if (!inputs.wanted) return inputs;
  inputs.text = transcript->text;
  const WallTime told = moment_of(state.fact_value("information.received_at")).value_or(state.received_at);
  inputs.told_on = Date::parse_iso(indian_time(told).substr(0, 10));
  inputs.given = given_fields(state);
  return inputs;
}

// One attempt at one preparation.
class Attempt {
 public:
  Attempt(Services& services, Context context, JobPayload job, Order order)
      : services_(services), context_(std::move(context)), job_(std::move(job)), order_(order) {}

  Task<Result<void>> run() {
    auto look = [order = order_](Session& session) -> Result<Inputs> {
      TRY(const Case state, CaseStore::get(session, order.id));
      return inputs_of(state, order);
    };
    Task<Result<Inputs>> looking = services_.database.read(context_, std::move(look));
    CO_TRY(Inputs inputs, co_await std::move(looking));
    if (!inputs.wanted) co_return Result<void>();
    Task<Result<Preparation>> drafting = draft(std::move(inputs));
    Result<Preparation> made = co_await std::move(drafting);
    if (!made && may_pass(made.error().code) && !job_.last_attempt) co_return std::move(made).error();
    decltype(Command::what) what = command::FailPreparation{order_.basis, order_.from, made ? "" : made.error().text()};
    if (made) what = command::TakePreparation{order_.basis, order_.from, std::move(*made)};
    Task<Result<void>> writing = commit(std::move(what));
    co_return co_await std::move(writing);
  }

 private:
  Task<Result<Preparation>> draft(Inputs inputs) {
    auto work = [&knowledge = services_.knowledge,
                 inputs = std::move(inputs)](const async::StopToken&) mutable -> Result<Preparation> {
      // The draft points into the knowledge; what leaves this function does not.
      const auto held = knowledge.held();
      if (!*held) return held->error();
      TRY(const Draft made, draft_complaint(**held, std::move(inputs.text), inputs.told_on, inputs.given));
      return preparation_of(made);
    };
    return async::run_on(services_.compute, context_, std::move(work));
  }

  Task<Result<void>> commit(decltype(Command::what) what) {
    auto body = [&s = services_, context = context_, lease = job_.lease, id = order_.id,
                 what = std::move(what)](Transaction& transaction) -> Result<void> {
      TRY_DO(act(s, transaction, context, id, what, "dossier"));
      return s.jobs.complete(transaction, lease);
    };
    // A person waits for it, and it is short: it shares a commit with others.
    return services_.database.write(context_, Priority::interactive, std::move(body));
  }

  Services& services_;
  Context context_;
  JobPayload job_;
  Order order_;
};

Task<Result<void>> prepare(Services& services, Context context, JobPayload job) {
  const auto order = order_of(job.payload);
  if (!order) co_return Error{ErrorCode::internal, "a job names no case", job.subject};
  Attempt attempt(services, std::move(context), std::move(job), *order);
  Task<Result<void>> running = attempt.run();
  const Result<void> result = co_await std::move(running);
  if (!result) {
    services.log.write(
        LogLevel::warning, "fir_prepare",
        {{"case", order->id.value}, {"result", name_of(result.error().code)}, {"error", result.error().message}});
  }
  co_return result;
}

Result<std::vector<Order>> abandoned(Session& session) {
  TRY(const auto waiting, session.all("SELECT id, basis FROM fir_case WHERE prepared_basis < basis ORDER BY id", {},
                                      [](const store::Row& row) {
                                        return Order{row.get<CaseId>(0), row.integer(1), Step::summary};
                                      }));
  std::vector<Order> found;
  for (const Order& order : waiting) {
    TRY(const auto job, store::JobTable::latest(session, stream_of(order.id)));
    if (!job || job->state == store::JobState::dead || job->state == store::JobState::done) found.push_back(order);
  }
  return found;
}

}  // namespace

Result<JobId> enqueue_preparation(Services& services, Transaction& transaction, const Context& context, CaseId id,
                                  const event::PreparationWanted& wanted) {
  return services.jobs.enqueue(transaction, {.kind = kPrepareKind,
                                             .subject = stream_of(id),
                                             .payload = payload_of({id, wanted.basis, wanted.from}),
                                             .context = context});
}

store::JobHandler preparation_handler(Services& services) {
  return {.run = [&services](Context context,
                             JobPayload job) { return prepare(services, std::move(context), std::move(job)); },
          .slots = limits::kPreparationSlots,
          .time_max = limits::kPreparationTime};
}

Task<Result<std::int64_t>> close_abandoned_preparations(Services& services, Context context) {
  Task<Result<std::vector<Order>>> looking = services.database.read(context, abandoned);
  CO_TRY(std::vector<Order> found, co_await std::move(looking));
  if (found.empty()) co_return std::int64_t{0};
  auto close = [&services, context, found = std::move(found)](Transaction& transaction) -> Result<std::int64_t> {
    for (const Order& order : found) {
      command::FailPreparation failed{order.basis, order.from, "preparing it failed every time; write it by hand"};
      TRY_DO(act(services, transaction, context, order.id, std::move(failed), "dossier"));
    }
    return static_cast<std::int64_t>(found.size());
  };
  Task<Result<std::int64_t>> closing = services.database.write(std::move(context), Priority::bulk, std::move(close));
  co_return co_await std::move(closing);
}

}  // namespace dossier::desks::fir
