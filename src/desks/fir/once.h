#pragma once

#include "desks/fir/cases.h"
#include "net/router.h"

namespace dossier::desks::fir {

// The Idempotency-Key of a request; empty when there is none. `route` is method and pattern: "POST /api/cases".
struct Repeatable {
  std::string route, path, key, content;
};
Repeatable repeatable(const net::Request& request, std::string route);

// Runs change(transaction) -> Result<T> in one transaction and answers with its JSON and `status`. A request that
// carries a key is done once: repeated, it gets the first answer again, and what it changed is not changed twice.
// `change` owns all it uses.
template <class T, class F>
net::Task<Result<net::Response>> change_once(Services& services, Context context, Repeatable request, int status,
                                             F change) {
  auto body = [&services, context, request = std::move(request), status,
               change = std::move(change)](store::Transaction& transaction) mutable -> Result<store::StoredAnswer> {
    const auto answer = [&]() -> Result<store::StoredAnswer> {
      TRY(const T changed, change(transaction));
      return store::StoredAnswer{status, "application/json", net::to_json(changed)};
    };
    if (request.key.empty()) return answer();
    const auto key = store::IdempotencyKey::of(context, std::move(request.route), std::move(request.key),
                                               request.path + "\n" + request.content);
    return services.idempotency.once(transaction, key, answer);
  };
  auto writing = services.database.write(std::move(context), store::Priority::interactive, std::move(body));
  Result<store::StoredAnswer> stored = co_await std::move(writing);
  if (!stored) co_return std::move(stored).error();
  co_return net::Response{
      .status = stored->status, .content_type = std::move(stored->content_type), .body = std::move(stored->body)};
}

}  // namespace dossier::desks::fir
