#pragma once

#include "base/result.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

namespace dossier::async {

// A coroutine of one loop. It runs only on that loop's thread; what takes longer than a millisecond goes to a Pool.
template <class T>
using Task = boost::asio::awaitable<T>;

// A loop's executor. One io_context is run by exactly one thread: that is what orders a loop's coroutines, and
// everything in this room that is not called thread-safe relies on it. The io_context outlives every pool, gate and
// scope.
using Executor = boost::asio::any_io_executor;

}  // namespace dossier::async
