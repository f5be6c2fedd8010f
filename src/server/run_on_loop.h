#pragma once

#include "async/task.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

namespace dossier::server {

// Runs task() on a loop and waits for its end. For the main thread only, at the start and the end of the program.
template <class F>
auto run_on_loop(const async::Executor& executor, F task) {
  return boost::asio::co_spawn(executor, std::move(task), boost::asio::use_future).get();
}

}  // namespace dossier::server
