#include "desks/fir/statute_shelf.h"

#include "async/run_on.h"
#include "desks/fir/limits.h"
#include "desks/fir/statute_lines.h"
#include "desks/fir/statute_store.h"

namespace dossier::desks::fir {

using async::Task;
using store::Session;

namespace {

using Sections = std::vector<StatuteSection>;

// A file named by the configuration is read beside the start, so that a fault in it is told at once.
void read_file(const std::string& file, Log& log, std::promise<std::shared_ptr<const Result<Sections>>>& promise) {
  Result<Sections> read = file.empty() ? Result<Sections>(Sections{}) : read_statute_file(file, {});
  if (!read) log.warning("statutes_left_out", {{"error", read.error().text()}});
  if (read && !file.empty()) log.info("statutes_read", {{"file", file}, {"sections", read->size()}});
  promise.set_value(std::make_shared<const Result<Sections>>(std::move(read)));
}

}  // namespace

StatuteShelf::StatuteShelf(std::string file, Parts parts)
    : parts_(parts), read_({.entries_max = 1, .time = std::chrono::hours(24 * 365)}, parts_.executor, parts_.clock) {
  auto promise = std::make_shared<std::promise<FileRead>>();
  file_ = promise->get_future().share();
  const auto posted = parts_.compute.post([promise, file = std::move(file), &log = parts_.log](async::Turn turn) {
    if (turn == async::Turn::run) return read_file(file, log, *promise);
    promise->set_value(
        std::make_shared<const Result<Sections>>(Error{ErrorCode::cancelled, "the program is stopping"}));
  });
  if (!posted) promise->set_value(std::make_shared<const Result<Sections>>(posted.error()));
}

Task<Result<StatuteShelf::Shared>> StatuteShelf::get(Context context) {
  const Deadline deadline = context.deadline;
  // Made for all who ask, so by a deadline of its own and not by that of the first.
  context.deadline = Deadline::after(limits::kStatuteReadingTime);
  auto making = [this, context] { return make(context); };
  Task<Result<Shared>> getting = read_.get(std::to_string(generation_), deadline, std::move(making));
  co_return co_await std::move(getting);
}

Task<Result<StatuteShelf::Shared>> StatuteShelf::make(Context context) {
  Task<Result<Sections>> looking =
      parts_.database.read(context, [](Session& session) { return all_statutes(session); });
  CO_TRY(Sections kept, co_await std::move(looking));
  // The file was the pool's work before this, so that waiting for it does not wait in vain.
  auto work = [kept = std::move(kept), file = file_](const async::StopToken&) mutable -> Result<Shared> {
    const FileRead& read = file.get();
    if (*read) kept.insert(kept.end(), (*read)->begin(), (*read)->end());
    return Shared(std::make_shared<const Held>(Held{Statutes(std::move(kept)), *read ? "" : read->error().text()}));
  };
  Task<Result<Shared>> working = async::run_on(parts_.compute, std::move(context), std::move(work));
  co_return co_await std::move(working);
}

}  // namespace dossier::desks::fir
