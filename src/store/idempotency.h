#pragma once

#include "base/context.h"
#include "store/hash.h"
#include "store/session.h"

namespace dossier::store {

// A request that may be sent again: the same principal, route and key mean the same change.
struct IdempotencyKey {
  std::string principal;
  std::string route;  // method and route as registered: "POST /api/funds/"
  std::string key;    // as the client gave it, at most limits::kIdempotencyKeyBytesMax
  Hash request_hash{};

  // `request` is everything that makes the request what it is: target and body, or for an upload the hash of the file.
  static IdempotencyKey of(const Context& context, std::string route, std::string key, std::string_view request);
};

// An answer as it was given, to be given again.
struct StoredAnswer {
  int status = 200;
  std::string content_type;
  std::string body;
  bool operator==(const StoredAnswer&) const = default;
};

// Answers of creating and changing requests, kept with the change they belong to.
class Idempotency {
 public:
  explicit Idempotency(const Clock& clock) : clock_(clock) {}

  // The answer given before, if any. Fails with conflict when the key was used for another request, and with
  // invalid_argument when it is empty or too long. Called first in the transaction of the change.
  Result<std::optional<StoredAnswer>> find(Session& session, const IdempotencyKey& key) const;
  // Called last in the transaction of the change. An answer beyond limits::kIdempotencyBodyBytesMax is too_large.
  Result<void> remember(Transaction& transaction, const IdempotencyKey& key, const StoredAnswer& answer) const;
  // Removes what is older than limits::kIdempotencyTime; gives how many.
  Result<std::int64_t> forget_expired(Transaction& transaction) const;

  // The two around a change: change() -> Result<StoredAnswer> runs only when there is no answer yet.
  template <class F>
  Result<StoredAnswer> once(Transaction& transaction, const IdempotencyKey& key, F change) const {
    TRY(std::optional<StoredAnswer> before, find(transaction, key));
    if (before) return std::move(*before);
    TRY(StoredAnswer answer, change());
    TRY_DO(remember(transaction, key, answer));
    return answer;
  }

 private:
  const Clock& clock_;
};

}  // namespace dossier::store
