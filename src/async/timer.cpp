#include "async/timer.h"

#include "async/manual_time.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace dossier::async {

namespace asio = boost::asio;

Task<Result<void>> sleep_until(Deadline deadline) {
  const Executor executor = co_await asio::this_coro::executor;
  asio::steady_timer timer(executor, deadline.when());
  const Wake wake = co_await wait_on(timer);
  if (wake == Wake::cancelled) co_return cancelled_error("the sleep");
  co_return Result<void>();
}

Task<Wake> wait_on(asio::steady_timer& timer) {
  co_await asio::this_coro::throw_if_cancelled(false);
  // A cancellation is signalled once. Who was cancelled before this wait would otherwise sleep to its end.
  const asio::cancellation_state before = co_await asio::this_coro::cancellation_state;
  if (before.cancelled() != asio::cancellation_type::none) co_return Wake::cancelled;

  const ManualTime::Wait wait(timer);
  const auto [error] = co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
  if (!error || wait.due()) co_return Wake::expired;
  const asio::cancellation_state after = co_await asio::this_coro::cancellation_state;
  co_return after.cancelled() == asio::cancellation_type::none ? Wake::interrupted : Wake::cancelled;
}

Error deadline_error(const char* what) {
  return {ErrorCode::deadline_exceeded, std::string("the time allowed ran out during ") + what + "; try again later"};
}

Error cancelled_error(const char* what) {
  return {ErrorCode::cancelled, std::string("the caller went away during ") + what};
}

}  // namespace dossier::async
