#pragma once

#include "async/completion.h"
#include "async/pool.h"

#include <boost/asio/this_coro.hpp>

#include <exception>
#include <type_traits>

namespace dossier::async {

// Polled by work that runs on a pool: true once nobody waits for it any more. Costs an atomic load and a clock read.
class StopToken {
 public:
  explicit StopToken(std::function<bool()> stopped, Deadline deadline)
      : stopped_(std::move(stopped)), deadline_(deadline) {}

  bool stopped() const { return deadline_.passed() || stopped_(); }
  Deadline deadline() const { return deadline_; }

 private:
  std::function<bool()> stopped_;
  Deadline deadline_;
};

namespace detail {

template <class T>
struct AsResult {
  using Type = Result<T>;
};
template <class T>
struct AsResult<Result<T>> {
  using Type = Result<T>;
};

// A library that throws on a pool thread has no one above it to tell: this is the edge where it becomes an Error.
template <class R, class F>
R call_guarded(F& fn, const StopToken& stop) {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<F&, const StopToken&>>) {
      fn(stop);
      return R();
    } else {
      return R(fn(stop));
    }
  } catch (const std::exception& exception) {
    return Error{ErrorCode::internal, std::string("a fault of the program: ") + exception.what()};
  }
}

}  // namespace detail

// What run_on gives for a function: Result<T> for one that returns T or Result<T>.
template <class F>
using Outcome = typename detail::AsResult<std::invoke_result_t<F&, const StopToken&>>::Type;

// Runs fn(stop) on the pool and resumes the caller on its own loop with the result. Fails with over_capacity when the
// pool's queue is full, with deadline_exceeded at the context's deadline: at that moment, whether or not the work has
// begun or ended. Work whose deadline passed while it waited is never started. `fn` owns all it uses: it may outlive
// the caller. The pool outlives the call.
template <class F>
Task<Outcome<F>> run_on(Pool& pool, Context context, F fn) {
  using R = Outcome<F>;
  using Done = Completion<typename R::value_type>;
  const Executor executor = co_await boost::asio::this_coro::executor;
  const std::shared_ptr<Done> done = Done::make(executor);
  auto held = std::make_shared<F>(std::move(fn));
  Pool::Work work = [&pool, done, held = std::move(held), deadline = context.deadline](Turn turn) mutable {
    const StopToken stop([&pool, done] { return pool.closing() || done->abandoned(); }, deadline);
    if (turn == Turn::dropped) return done->complete(cancelled_error("the shutdown of the program"));
    if (stop.stopped()) return done->complete(deadline_error("waiting for a free thread"));
    R result = detail::call_guarded<R>(*held, stop);
    held.reset();  // here, so that what fn owned does not live on until the waiter is told
    done->complete(std::move(result));
  };
  CO_TRY_DO(pool.post(std::move(work)));
  Task<R> waiting = Done::wait(done, context.deadline, "work in the background");
  R result = co_await std::move(waiting);
  co_return result;
}

}  // namespace dossier::async
