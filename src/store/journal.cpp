#include "store/journal.h"

#include "base/limits.h"
#include "store/journal_chain.h"

#include <boost/json.hpp>

namespace dossier::store {

namespace {

constexpr const char* kColumns =
    "SELECT e.sequence, e.at, e.stream, e.kind, e.actor, e.trace_id, e.payload_hash, e.previous_hash, e.hash, p.salt, "
    "p.payload FROM journal_event e LEFT JOIN journal_payload p ON p.sequence = e.sequence ";

Event event_of(const Row& row) {
  Event event;
  event.sequence = row.integer(0);
  event.at = row.get<WallTime>(1);
  event.stream = row.text(2);
  event.kind = row.text(3);
  event.actor = row.text(4);
  event.trace_id = row.text(5);
  // The schema holds the lengths of hashes; a file that was tampered with fails the comparison of zeros.
  event.payload_hash = to_hash(row.blob(6)).value_or(Hash{});
  event.previous_hash = to_hash(row.blob(7)).value_or(Hash{});
  event.hash = to_hash(row.blob(8)).value_or(Hash{});
  event.salt = row.get<std::optional<Blob>>(9);
  if (auto payload = row.get<std::optional<Blob>>(10)) event.payload = std::move(payload->bytes);
  return event;
}

Result<void> require_json(const std::string& payload) {
  if (payload.size() > limits::kJournalPayloadBytesMax) {
    return Error{ErrorCode::too_large, "the change is too large for one journal event; make it in smaller steps"};
  }
  boost::json::error_code error;
  boost::json::parse(payload, error);
  if (error) return Error{ErrorCode::internal, "a journal payload is not JSON: " + error.message()};
  return {};
}

boost::json::object exported(const Event& event) {
  boost::json::object line;
  line["sequence"] = event.sequence;
  line["at"] = to_micros(event.at);
  line["time"] = iso_time(event.at);
  line["stream"] = event.stream;
  line["kind"] = event.kind;
  line["actor"] = event.actor;
  line["trace_id"] = event.trace_id;
  line["payload_hash"] = hex(event.payload_hash);
  line["previous_hash"] = hex(event.previous_hash);
  line["hash"] = hex(event.hash);
  line["salt"] = event.salt ? boost::json::value(hex(event.salt->bytes)) : boost::json::value();
  line["payload"] = event.payload ? boost::json::value(*event.payload) : boost::json::value();
  return line;
}

}  // namespace

Result<std::int64_t> Journal::append(Transaction& transaction, const Context& context, const NewEvent& added) const {
  TRY_DO(require_json(added.payload));
  Event event;
  TRY(const auto last, transaction.first("SELECT sequence, hash FROM journal_event ORDER BY sequence DESC LIMIT 1", {},
                                         [](const Row& row) { return std::pair(row.integer(0), row.blob(1)); }));
  event.sequence = last ? last->first + 1 : 1;
  if (last) event.previous_hash = to_hash(last->second).value_or(Hash{});
  event.at = from_micros(to_micros(clock_.wall()));
  event.stream = added.stream;
  event.kind = added.kind;
  event.actor = context.principal;
  event.trace_id = context.trace_id;
  event.salt = random_salt();
  event.payload = added.payload;
  event.payload_hash = payload_hash_of(*event.salt, *event.payload);
  event.hash = hash_of(event);
  TRY_DO(transaction.execute(
      "INSERT INTO journal_event (sequence, at, stream, kind, actor, trace_id, payload_hash, previous_hash, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {event.sequence, event.at, event.stream, event.kind, event.actor, event.trace_id, to_blob(event.payload_hash),
       to_blob(event.previous_hash), to_blob(event.hash)}));
  TRY_DO(transaction.execute("INSERT INTO journal_payload (sequence, salt, payload) VALUES (?, ?, ?)",
                             {event.sequence, *event.salt, Blob{added.payload}}));
  return event.sequence;
}

Result<void> Journal::erase(Transaction& transaction, const Context& context, std::int64_t sequence,
                            const std::string& reason) const {
  TRY(const std::int64_t removed, transaction.execute("DELETE FROM journal_payload WHERE sequence = ?", {sequence}));
  if (removed == 0) {
    return Error{ErrorCode::not_found, "there is no such event, or its content was erased before",
                 "event " + std::to_string(sequence)};
  }
  const std::string payload = boost::json::serialize(boost::json::object{{"reason", reason}});
  TRY_DO(append(transaction, context, {erasure_stream(sequence), kErasureKind, payload}));
  return {};
}

Result<std::vector<Event>> Journal::read(Session& session, const std::string& stream, std::int64_t after,
                                         int count_max) {
  static const std::string kQuery =
      std::string(kColumns) + "WHERE e.stream = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?";
  return session.all(kQuery, {stream, after, count_max}, event_of);
}

Result<void> Journal::each(Session& session, const std::function<Result<void>(const Event&)>& visit) {
  static const std::string kQuery = std::string(kColumns) + "ORDER BY e.sequence";
  return session.each(kQuery, {}, [&](const Row& row) { return visit(event_of(row)); });
}

Result<Verification> Journal::verify(Session& session) {
  ChainWalk walk;
  TRY_DO(session.each("SELECT sequence, stream FROM journal_event WHERE kind = ? ORDER BY sequence", {kErasureKind},
                      [&](const Row& row) -> Result<void> {
                        walk.note_erasure(row.integer(0), row.text(1));
                        return {};
                      }));
  TRY_DO(each(session, [&](const Event& event) -> Result<void> {
    walk.step(event);
    return {};
  }));
  TRY(const std::int64_t strays,
      session.number(
          "SELECT count(*) FROM journal_payload WHERE sequence NOT IN (SELECT sequence FROM journal_event)"));
  return walk.finish(strays);
}

Result<void> Journal::export_lines(Session& session, const std::function<Result<void>(const std::string&)>& write) {
  return each(session, [&](const Event& event) { return write(boost::json::serialize(exported(event))); });
}

}  // namespace dossier::store
