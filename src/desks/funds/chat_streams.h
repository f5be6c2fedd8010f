#pragma once

#include "async/task_scope.h"
#include "base/log.h"
#include "net/events.h"

#include <list>
#include <memory>

namespace dossier::desks::funds {

// Answers that are told while they are made: each is a task on one loop, given the stream it tells into, and ends when
// its client leaves. Used from all loops, which outlive it.
class ChatStreams {
 public:
  ChatStreams(async::Executor executor, Log& log) : executor_(std::move(executor)), log_(log) {}
  ChatStreams(const ChatStreams&) = delete;
  ChatStreams& operator=(const ChatStreams&) = delete;

  // The work begins soon; at its end, however it comes, the stream ends.
  void begin(std::shared_ptr<net::EventStream> stream, async::TaskScope::Work work);
  // On the executor's loop, before it is destroyed.
  async::Task<Result<void>> end(Deadline deadline);

 private:
  struct Telling;

  const async::Executor executor_;
  Log& log_;
  std::list<std::shared_ptr<Telling>> running_;  // the executor's loop only, as the next
  bool ended_ = false;
};

}  // namespace dossier::desks::funds
