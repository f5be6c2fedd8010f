#include "once/change_once.h"

namespace dossier::once {

Repeatable repeatable(const net::Request& request, std::string route) {
  return {std::move(route), request.path, std::string(request.headers.find("Idempotency-Key")), request.body};
}

net::Task<Result<net::Response>> answer_once(Keeping keeping, Context context, Repeatable request, Change change) {
  auto body = [keeping, context, request = std::move(request),
               change = std::move(change)](store::Transaction& transaction) -> Result<store::StoredAnswer> {
    if (request.key.empty()) return change(transaction);
    const auto key =
        store::IdempotencyKey::of(context, request.route, request.key, request.path + "\n" + request.content);
    return keeping.idempotency.once(transaction, key, [&] { return change(transaction); });
  };
  auto writing = keeping.database.write(std::move(context), store::Priority::interactive, std::move(body));
  Result<store::StoredAnswer> stored = co_await std::move(writing);
  if (!stored) co_return std::move(stored).error();
  co_return net::Response{
      .status = stored->status, .content_type = std::move(stored->content_type), .body = std::move(stored->body)};
}

}  // namespace dossier::once
