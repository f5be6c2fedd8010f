#include "desks/fir/draft_shelf.h"

#include "async/run_on.h"
#include "desks/fir/case_wording.h"
#include "desks/fir/limits.h"
#include "desks/fir/preparation.h"
#include "fir/draft.h"

namespace dossier::desks::fir {

using async::Task;

namespace {

std::string key_of(const DraftInputs& inputs) {
  std::string key = inputs.text + '\0' + (inputs.told_on ? inputs.told_on->iso() : "");
  for (const auto& [field, value] : inputs.given) key += '\0' + field + '\0' + value;
  return key;
}

Drafted drafted(const dossier::fir::Knowledge& knowledge, const dossier::fir::Draft& draft) {
  Drafted result{preparation_of(draft)};
  // Who the victim is goes to no other program, and what the rules cannot read they cannot check.
  if (!draft.sensitive && draft.read) result.order = writing_order(knowledge, draft);
  return result;
}

}  // namespace

DraftShelf::DraftShelf(Parts parts)
    : parts_(std::move(parts)),
      figures_(parts_.metrics, "knowledge"),
      remembered_({.entries_max = limits::kDraftsKeptMax}, parts_.executor, parts_.clock) {}

Task<Result<DraftShelf::Shared>> DraftShelf::draft(Context context, DraftInputs inputs) {
  const Deadline deadline = context.deadline;
  std::string key = key_of(inputs);
  // Made for all who ask, so by a deadline of its own and not by that of the first.
  context.deadline = Deadline::after(limits::kPreparationTime);
  auto making = [this, context, inputs = std::move(inputs)] { return make(context, inputs); };
  Task<Result<Shared>> getting = remembered_.get(std::move(key), deadline, std::move(making));
  Result<Shared> drafted = co_await std::move(getting);
  figures_.show(remembered_.counters());
  co_return drafted;
}

Task<Result<DraftShelf::Shared>> DraftShelf::make(Context context, DraftInputs inputs) {
  const SteadyTime began = parts_.clock.steady();
  auto work = [&knowledge = parts_.knowledge, inputs = std::move(inputs)](const async::StopToken&) -> Result<Shared> {
    // The draft points into the knowledge; what leaves this function does not.
    const auto held = knowledge.held();
    if (!*held) return held->error();
    TRY(const dossier::fir::Draft made, draft_complaint(**held, inputs.text, inputs.told_on, inputs.given));
    return Shared(std::make_shared<const Drafted>(drafted(**held, made)));
  };
  Task<Result<Shared>> working = async::run_on(parts_.compute, std::move(context), std::move(work));
  Result<Shared> made = co_await std::move(working);
  parts_.query_time.observe(std::chrono::duration<double>(parts_.clock.steady() - began).count());
  co_return made;
}

}  // namespace dossier::desks::fir
