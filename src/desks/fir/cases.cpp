#include "desks/fir/cases.h"

#include "desks/fir/case_writer.h"
#include "desks/fir/preparing.h"
#include "desks/fir/transcribing.h"
#include "documents/documents.h"
#include "fir/case_facts.h"

#include <cstdio>

namespace dossier::desks::fir {
namespace {

using namespace dossier::fir;
using store::Transaction;

Result<Case> commit(const CaseDesk& desk, Transaction& transaction, const Context& context, Case before,
                    const Command& command) {
  TRY(std::vector<CaseEvent> events, advance(before, command));
  if (events.empty()) return before;
  CaseStore::Change change{before, std::move(before), std::move(events), command.by, command.at};
  for (const CaseEvent& event : change.events) apply_event(change.after, event);
  TRY(const std::int64_t last, desk.cases.save(transaction, context, change));
  for (const CaseEvent& event : change.events) {
    if (std::holds_alternative<event::TranscriptionWanted>(event))
      TRY_DO(enqueue_transcription(desk, transaction, context, change.after.id));
    const auto* wanted = std::get_if<event::PreparationWanted>(&event);
    if (wanted == nullptr) continue;
    TRY_DO(enqueue_preparation(desk, transaction, context, change.after.id, *wanted));
    if (desk.writer != nullptr)
      transaction.after_commit(
          [&writer = *desk.writer, id = change.after.id, basis = wanted->basis] { writer.supersede(id, basis); });
  }
  if (desk.feed != nullptr)
    transaction.after_commit(
        [&feed = *desk.feed, notice = CaseFeed::notice_of(last, change.after)] { feed.tell(notice); });
  return std::move(change.after);
}

// Dossier's own: the Indian year and the number of the case.
std::string file_number_of(CaseId id, WallTime now) {
  char text[40];
  std::snprintf(text, sizeof text, "D-%.4s-%06lld", indian_time(now).c_str(), static_cast<long long>(id.value));
  return text;
}

}  // namespace

Result<Case> act(const CaseDesk& desk, Transaction& transaction, const Context& context, CaseId id,
                 decltype(Command::what) what, const std::string& by) {
  TRY(Case before, CaseStore::get(transaction, id));
  const Command command{by.empty() ? context.principal : by, desk.clock.wall(), std::move(what)};
  return commit(desk, transaction, context, std::move(before), command);
}

Result<Case> act(Services& services, Transaction& transaction, const Context& context, CaseId id,
                 decltype(Command::what) what, const std::string& by) {
  return act(services.desk(), transaction, context, id, std::move(what), by);
}

Result<Case> open_case(Services& services, Transaction& transaction, const Context& context, const NewCase& complaint) {
  const WallTime now = services.clock.wall();
  Case fresh;
  TRY(fresh.id, CaseStore::next_id(transaction));
  std::optional<Original> original;
  if (complaint.original) {
    original = complaint.original->original;
    TRY_DO(services.documents.hold(transaction, complaint.original->blob, stream_of(fresh.id)));
  }
  TRY(const auto same, CaseStore::find_same_text(transaction, original ? original->digest : complaint.text));
  command::Open open{file_number_of(fresh.id, now), complaint.text, complaint.facts, same, std::move(original)};
  const Command command{complaint.by.empty() ? context.principal : complaint.by, now, std::move(open)};
  return commit(services.desk(), transaction, context, std::move(fresh), command);
}

}  // namespace dossier::desks::fir
