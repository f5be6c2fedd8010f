#pragma once

#include "async/task.h"
#include "base/context.h"

#include <boost/asio/steady_timer.hpp>

namespace dossier::async {

// Sleeps on the caller's loop. Fails with `cancelled` when the caller was cancelled before or during the sleep.
Task<Result<void>> sleep_until(Deadline deadline);

// How one wait on a timer ended.
enum class Wake { expired, interrupted, cancelled };

// Waits until the timer expires, someone calls timer.cancel() on this loop (`interrupted`), or the coroutine is
// cancelled. A coroutine that was cancelled earlier does not wait at all. The timer stays alive until the wait has
// ended; afterwards cancellation no longer throws out of this coroutine's awaits: it is a return value.
Task<Wake> wait_on(boost::asio::steady_timer& timer);

// What a wait that ended by its deadline, or by cancellation, tells its caller.
Error deadline_error(const char* what);
Error cancelled_error(const char* what);

}  // namespace dossier::async
