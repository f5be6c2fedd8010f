#include "store/idempotency.h"

#include "base/limits.h"

namespace dossier::store {

IdempotencyKey IdempotencyKey::of(const Context& context, std::string route, std::string key,
                                  std::string_view request) {
  return {context.principal, std::move(route), std::move(key), Hasher().text(request).finish()};
}

Result<std::optional<StoredAnswer>> Idempotency::find(Session& session, const IdempotencyKey& key) const {
  if (key.key.empty() || key.key.size() > limits::kIdempotencyKeyBytesMax) {
    return Error{ErrorCode::invalid_argument,
                 "an Idempotency-Key has 1 to " + std::to_string(limits::kIdempotencyKeyBytesMax) + " bytes",
                 "Idempotency-Key"};
  }
  struct Found {
    Blob hash;
    StoredAnswer answer;
  };
  TRY(std::optional<Found> found,
      session.first("SELECT request_hash, status, content_type, body FROM idempotency "
                    "WHERE principal = ? AND route = ? AND key = ? AND created_at > ?",
                    {key.principal, key.route, key.key, clock_.wall() - limits::kIdempotencyTime}, [](const Row& row) {
                      return Found{row.blob(0), {row.get<int>(1), row.text(2), row.blob(3).bytes}};
                    }));
  if (!found) return std::optional<StoredAnswer>();
  if (found->hash != to_blob(key.request_hash)) {
    return Error{ErrorCode::conflict, "this key was used for another request; use a new key for a new request",
                 "Idempotency-Key"};
  }
  return std::optional(std::move(found->answer));
}

Result<void> Idempotency::remember(Transaction& transaction, const IdempotencyKey& key,
                                   const StoredAnswer& answer) const {
  if (answer.body.size() > limits::kIdempotencyBodyBytesMax) {
    return Error{ErrorCode::too_large, "the answer is too large to be kept for an Idempotency-Key; send none"};
  }
  // Replaces only what find() no longer sees: an expired row that was not yet removed.
  TRY_DO(
      transaction.execute("INSERT OR REPLACE INTO idempotency "
                          "(principal, route, key, request_hash, status, content_type, body, created_at) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                          {key.principal, key.route, key.key, to_blob(key.request_hash), answer.status,
                           answer.content_type, Blob{answer.body}, clock_.wall()}));
  return {};
}

Result<std::int64_t> Idempotency::forget_expired(Transaction& transaction) const {
  return transaction.execute("DELETE FROM idempotency WHERE created_at <= ?",
                             {clock_.wall() - limits::kIdempotencyTime});
}

}  // namespace dossier::store
