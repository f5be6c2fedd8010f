#include "desks/fir/preparing.h"

#include "desks/fir/case_jobs.h"
#include "desks/fir/case_wording.h"
#include "desks/fir/case_writer.h"
#include "desks/fir/draft_shelf.h"
#include "desks/fir/limits.h"
#include "fir/case_facts.h"
#include "fir/case_transcript.h"

#include <boost/json.hpp>

#include <algorithm>

namespace dossier::desks::fir {
namespace {

using async::Task;
using namespace std::chrono_literals;
using namespace dossier::fir;
using store::JobPayload;
using store::Session;
using store::Transaction;

// What a job is about; a model's time counts from when it was wanted.
struct Order : CaseOrder {
  std::int64_t basis = 0;
  Step from = Step::summary;
};

std::string payload_of(const Order& order) {
  JsonWriter json;
  json.begin_object();
  write_order(json, order);
  return json.member("basis", order.basis).member("from", name_of(order.from)).end_object().take();
}

std::optional<Order> order_of(const std::string& payload) {
  const boost::json::object object = payload_object(payload);
  const auto order = read_order(object);
  const auto* basis = object.if_contains("basis");
  const auto* from = object.if_contains("from");
  if (!order || !basis || !from || !basis->is_int64() || !from->is_string()) return std::nullopt;
  const auto step = parse_name<Step>(std::string_view(from->get_string()));
  if (!step) return std::nullopt;
  return Order{*order, basis->get_int64(), *step};
}

// Trying again may help: the complaint is not to blame.
bool may_pass(ErrorCode code) {
  return code == ErrorCode::over_capacity || code == ErrorCode::deadline_exceeded || code == ErrorCode::cancelled ||
         code == ErrorCode::unavailable || code == ErrorCode::conflict || code == ErrorCode::internal;
}

// What the drafting needs of a case.
struct Inputs {
  bool wanted = false;
  DraftInputs draft;
  WritingOrder writing;  // which steps, and the remark; the rest follows from the draft
  bool sensitive = false;
};

// Whether the step would take what is made for it (fir/case_preparing.cpp).
bool takes(const Case& state, Step step, const Order& order) {
  const StepState now = state.step(step).state;
  return step >= order.from && now != StepState::approved && now != StepState::proposed;
}

WritingOrder writing_of(const Case& state, const Order& order) {
  WritingOrder writing{.id = order.id, .basis = order.basis};
  writing.summary = takes(state, Step::summary, order);
  writing.offences = takes(state, Step::offences, order);
  writing.narrative = takes(state, Step::narrative, order);
  if (const StepVersion* before = state.step(order.from).version()) writing.remark = before->remark;
  // What an officer wrote or approved is what the account goes by.
  const StepVersion* summary = state.step(Step::summary).version();
  if (!writing.summary && summary != nullptr) writing.found = summary->text;
  return writing;
}

Inputs inputs_of(const Case& state, const Order& order) {
  Inputs inputs;
  const StepVersion* transcript = state.step(Step::transcript).version();
  inputs.wanted = !state.finalised && state.preparing() && state.basis == order.basis && transcript != nullptr &&
                  !transcript_unread(state);
  if (!inputs.wanted) return inputs;
  inputs.draft.text = transcript->text;
  const WallTime told = moment_of(state.fact_value("information.received_at")).value_or(state.received_at);
  inputs.draft.told_on = Date::parse_iso(indian_time(told).substr(0, 10));
  inputs.draft.given = given_fields(state);
  inputs.writing = writing_of(state, order);
  inputs.sensitive = state.sensitive;
  return inputs;
}

// What the model is asked about this case; nothing: it is not asked.
std::optional<WritingOrder> order_for(const Drafted& drafted, const Inputs& inputs) {
  if (!drafted.order || inputs.sensitive) return std::nullopt;
  WritingOrder order = inputs.writing;
  order.complaint = drafted.order->complaint;
  order.orders_left_out = drafted.order->orders_left_out;
  order.candidates = drafted.order->candidates;
  if (order.found.empty()) order.found = drafted.order->found;
  return order;
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
    Task<Result<Preparation>> preparing = prepare(std::move(inputs));
    Result<Preparation> made = co_await std::move(preparing);
    if (!made && may_pass(made.error().code) && !job_.last_attempt) co_return std::move(made).error();
    CaseCommand what = command::FailPreparation{order_.basis, order_.from, made ? "" : made.error().text()};
    if (made) what = command::TakePreparation{order_.basis, order_.from, std::move(*made)};
    Task<Result<void>> ending = end_with(services_, context_, job_.lease, order_.id, std::move(what));
    co_return co_await std::move(ending);
  }

 private:
  Task<Result<Preparation>> prepare(Inputs inputs) {
    Task<Result<DraftShelf::Shared>> drafting = services_.drafts.draft(context_, inputs.draft);
    CO_TRY(const DraftShelf::Shared drafted, co_await std::move(drafting));
    Preparation made = drafted->made;
    const std::optional<WritingOrder> order = order_for(*drafted, inputs);
    if (!order || services_.writer == nullptr) co_return made;
    Task<Result<void>> wording = word(made, *order, inputs.draft.text);
    CO_TRY_DO(co_await std::move(wording));
    co_return made;
  }

  // Has the model put its words in the place of the rules' where they pass. Fails only when the program is ending: then
  // the preparation is made again later, instead of keeping words nobody meant to do without a model.
  Task<Result<void>> word(Preparation& made, const WritingOrder& order, const std::string& transcript) {
    if (order.complaint.size() > limits::kComplaintForModelBytesMax) {
      mark_unasked(made, order, "too_large");
      co_return Result<void>();
    }
    Task<CaseWords> writing = services_.writer->write(context_, order, transcript, model_deadline());
    const CaseWords words = co_await std::move(writing);
    if (words.cancelled) co_return Error{ErrorCode::cancelled, "the program is ending; the case is prepared later"};
    if (!words.superseded) put_words(made, order, words);
    co_return Result<void>();
  }

  // The time counts from when the preparation was wanted, however long it waited for its turn.
  Deadline model_deadline() const {
    std::chrono::nanoseconds left = services_.writer->options().time;
    if (order_.wanted) left -= std::max<std::chrono::nanoseconds>(services_.clock.wall() - *order_.wanted, {});
    return Deadline::after(std::max<std::chrono::nanoseconds>(left, {}));
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
  const SteadyTime began = services.clock.steady();
  const Result<void> result = co_await std::move(running);
  services.generation_time.observe(std::chrono::duration<double>(services.clock.steady() - began).count());
  log_attempt(services, "fir_prepare", order->id, result);
  co_return result;
}

Result<std::vector<Abandoned>> abandoned(Session& session) {
  using Waiting = std::pair<CaseId, std::int64_t>;
  TRY(const auto waiting,
      session.all("SELECT id, basis FROM fir_case WHERE prepared_basis < basis ORDER BY id", {},
                  [](const store::Row& row) { return Waiting(row.get<CaseId>(0), row.integer(1)); }));
  std::vector<Abandoned> found;
  for (const auto& [id, basis] : waiting) {
    command::FailPreparation failed{basis, Step::summary, "preparing it failed every time; write it by hand"};
    TRY(const bool gone, has_no_job(session, stream_of(id)));
    if (gone) found.push_back({id, std::move(failed)});
  }
  return found;
}

}  // namespace

Result<JobId> enqueue_preparation(const CaseDesk& desk, Transaction& transaction, const Context& context, CaseId id,
                                  const event::PreparationWanted& wanted) {
  return desk.jobs.enqueue(transaction, {.kind = kPrepareKind,
                                         .subject = stream_of(id),
                                         .payload = payload_of({{id, desk.clock.wall()}, wanted.basis, wanted.from}),
                                         .context = context});
}

std::size_t preparations_max(const Services& services) {
  if (services.writer == nullptr) return limits::kPreparationSlots;
  return std::max(limits::kPreparationSlots, services.writer->options().cases_max);
}

store::JobHandler preparation_handler(Services& services) {
  return {.run = [&services](Context context,
                             JobPayload job) { return prepare(services, std::move(context), std::move(job)); },
          .slots = preparations_max(services),
          .time_max = limits::kPreparationTime + (services.writer ? services.writer->options().time : 0ns)};
}

Task<Result<std::int64_t>> close_abandoned_preparations(Services& services, Context context) {
  return close_abandoned(services, std::move(context), abandoned);
}

}  // namespace dossier::desks::fir
