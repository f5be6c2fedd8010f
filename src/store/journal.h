#pragma once

#include "base/context.h"
#include "store/hash.h"
#include "store/session.h"

namespace dossier::store {

// What an event says. `payload` is one JSON text, kept byte for byte.
struct NewEvent {
  std::string stream;  // what changed: "fund/12"
  std::string kind;    // what happened: "ledger.rows_added"
  std::string payload;
};

// An event as it is kept. `payload` is nothing once it was erased.
struct Event {
  std::int64_t sequence = 0;
  WallTime at;
  std::string stream, kind, actor, trace_id;
  Hash payload_hash{}, previous_hash{}, hash{};
  std::optional<Blob> salt;
  std::optional<std::string> payload;
};

// What a walk over the whole chain found.
struct Verification {
  std::int64_t events = 0;
  std::int64_t erased = 0;         // payloads that were erased, as events say
  Hash head{};                     // of the last event; zeros when there is none
  std::int64_t broken_at = 0;      // sequence of the first broken event; 0: none
  std::string what_is_wrong = {};  // one sentence about it

  bool whole() const { return broken_at == 0; }
};

// The record of every change, each event chained to the one before by its hash; bytes and hashes are in docs/store.md.
// Events are only ever appended, in the transaction of the change they record.
class Journal {
 public:
  // The clock outlives the journal.
  explicit Journal(const Clock& clock) : clock_(clock) {}

  // Gives the event's sequence number. Actor and trace id are the context's.
  Result<std::int64_t> append(Transaction& transaction, const Context& context, const NewEvent& event) const;

  // Removes the payload of an event for good and appends the event that says so. Fails with not_found when there is no
  // such event or its payload was erased before.
  Result<void> erase(Transaction& transaction, const Context& context, std::int64_t sequence,
                     const std::string& reason) const;

  // The events of one stream after a sequence number, oldest first.
  static Result<std::vector<Event>> read(Session& session, const std::string& stream, std::int64_t after,
                                         int count_max);
  // Calls visit with every event in order.
  static Result<void> each(Session& session, const std::function<Result<void>(const Event&)>& visit);

  // Succeeds also when the chain is broken: that is in the answer.
  static Result<Verification> verify(Session& session);
  // Gives each event as one line of JSON without its line end.
  static Result<void> export_lines(Session& session, const std::function<Result<void>(const std::string&)>& write);

 private:
  const Clock& clock_;
};

}  // namespace dossier::store
