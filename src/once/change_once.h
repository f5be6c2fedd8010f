#pragma once

#include "net/router.h"
#include "store/database.h"
#include "store/idempotency.h"

#include <functional>
#include <string>
#include <utility>

namespace dossier::once {

// A request that may arrive again. `route` is method and pattern ("POST /api/funds/"), `key` its Idempotency-Key, empty
// when there is none. `content` is what makes the request what it is beyond its address: its body, or the hash of the
// file it carries.
struct Repeatable {
  std::string route, path, key, content;
};
Repeatable repeatable(const net::Request& request, std::string route);

// Where a change is made and its answer is kept. Both outlive the request.
struct Keeping {
  store::Database& database;
  const store::Idempotency& idempotency;
};

// A change in the caller's transaction, and the answer to it. Owns all it uses.
using Change = std::function<Result<store::StoredAnswer>(store::Transaction&)>;

// Makes the change in one transaction. With a key it is made once: sent again, the request gets the first answer; sent
// again with another content it fails with conflict. A change that fails leaves nothing behind and may be tried again.
net::Task<Result<net::Response>> answer_once(Keeping keeping, Context context, Repeatable request, Change change);

// The same for change(transaction) -> Result<T>, answered with the JSON of T and `status`.
template <class T, class F>
net::Task<Result<net::Response>> change_once(Keeping keeping, Context context, Repeatable request, F change,
                                             int status = 200) {
  Change answered = [change = std::move(change),
                     status](store::Transaction& transaction) -> Result<store::StoredAnswer> {
    TRY(const T changed, change(transaction));
    return store::StoredAnswer{status, "application/json", net::to_json(changed)};
  };
  return answer_once(keeping, std::move(context), std::move(request), std::move(answered));
}

}  // namespace dossier::once
