#pragma once

#include "async/task_scope.h"

#include <boost/asio/io_context.hpp>

#include <optional>

namespace dossier::models {

// Runs one coroutine, and whatever it spawned, to its end on this thread.
template <class T>
T run(boost::asio::io_context& loop, async::Task<T> task) {
  std::optional<T> outcome;
  async::TaskScope scope(loop.get_executor());
  scope
      .spawn([&]() -> async::Task<void> {
        T ended = co_await std::move(task);
        outcome.emplace(std::move(ended));
      })
      .value();
  loop.restart();
  loop.run();
  return std::move(*outcome);
}

}  // namespace dossier::models
