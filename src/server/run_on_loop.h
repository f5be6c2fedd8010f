#pragma once

#include "async/task.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <optional>

namespace dossier::server {

// Runs task() on a loop and waits for its end. For the main thread only, at the start and the end of the program.
template <class F>
auto run_on_loop(const async::Executor& executor, F task) {
  return boost::asio::co_spawn(executor, std::move(task), boost::asio::use_future).get();
}

// Runs one coroutine to its end on this thread: for commands, which have no loops.
template <class T>
T run_here(async::Task<T> task) {
  boost::asio::io_context loop;
  std::optional<T> outcome;
  const auto running = [&]() -> async::Task<void> { outcome = co_await std::move(task); };
  auto ran = boost::asio::co_spawn(loop, running, boost::asio::use_future);
  loop.run();
  ran.get();
  return std::move(*outcome);
}

}  // namespace dossier::server
