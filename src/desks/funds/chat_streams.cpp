#include "desks/funds/chat_streams.h"

#include <boost/asio/post.hpp>

namespace dossier::desks::funds {

using async::Task;

struct ChatStreams::Telling {
  Telling(const async::Executor& executor, Log& log, std::shared_ptr<net::EventStream> told)
      : stream(std::move(told)), scope(executor, [&log](const std::string& what) {
          log.error("chat_stream_fault", {{"error", what}});
        }) {}

  std::shared_ptr<net::EventStream> stream;
  async::TaskScope scope;  // of this one task
};

void ChatStreams::begin(std::shared_ptr<net::EventStream> stream, async::TaskScope::Work work) {
  const auto telling = std::make_shared<Telling>(executor_, log_, std::move(stream));
  telling->stream->on_leave([executor = executor_, telling = std::weak_ptr(telling)] {
    boost::asio::post(executor, [telling] {
      if (const auto left = telling.lock()) left->scope.cancel();
    });
  });
  boost::asio::post(executor_, [this, telling, work = std::move(work)] {
    if (ended_) return telling->stream->end();
    running_.push_back(telling);
    (void)telling->scope.spawn([this, telling, work]() -> Task<void> {
      Task<void> running = work();
      co_await std::move(running);
      telling->stream->end();
      running_.remove(telling);
    });
  });
}

Task<Result<void>> ChatStreams::end(Deadline deadline) {
  ended_ = true;
  const auto running = running_;
  for (const auto& telling : running) {
    telling->scope.cancel();
    Task<Result<void>> ending = telling->scope.wait(deadline);
    CO_TRY_DO(co_await std::move(ending));
  }
  co_return Result<void>();
}

}  // namespace dossier::desks::funds
