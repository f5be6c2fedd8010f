#include "net/events.h"

#include "async/completion.h"
#include "base/limits.h"

#include <boost/asio/this_coro.hpp>

namespace dossier::net {
namespace {

void append_line(std::string& out, std::string_view name, std::string_view text) {
  out.append(name).append(": ").append(text).append("\n");
}

// Names and ids come from our code, but a line feed in one would be another field.
std::string one_line(std::string text) {
  std::erase_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
  return text;
}

}  // namespace

std::string wire_text(const Event& event) {
  std::string out;
  if (!event.id.empty()) append_line(out, "id", one_line(event.id));
  if (!event.name.empty()) append_line(out, "event", one_line(event.name));
  std::string_view rest = event.data;
  while (true) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    append_line(out, "data", line);
    if (line.size() == rest.size()) break;
    rest.remove_prefix(line.size() + 1);
  }
  return out += "\n";
}

bool EventStream::publish(Event event) {
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    if (left_ || ended_) return false;
    if (waiting_.size() >= limits::kEventsWaitingMax) {
      ended_ = true;
      waiting_.clear();
    } else {
      waiting_.push_back(std::move(event));
    }
    wake = std::exchange(wake_, {});
  }
  if (wake) wake();
  return true;
}

void EventStream::end() {
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    wake = std::exchange(wake_, {});
  }
  if (wake) wake();
}

void EventStream::client_left() {
  {
    const std::lock_guard lock(mutex_);
    left_ = true;
    waiting_.clear();
    wake_ = {};
  }
  if (const auto leave = std::exchange(leave_, {})) leave();
}

async::Task<std::optional<std::string>> EventStream::next() {
  const async::Executor executor = co_await boost::asio::this_coro::executor;
  const auto changed = async::Completion<void>::make(executor);
  {
    const std::lock_guard lock(mutex_);
    if (!waiting_.empty()) {
      std::string text = wire_text(waiting_.front());
      waiting_.pop_front();
      co_return text;
    }
    if (ended_) co_return std::nullopt;
    wake_ = [changed] { changed->complete({}); };
  }
  async::Task<Result<void>> waiting =
      async::Completion<void>::wait(changed, Deadline::after(limits::kEventHeartbeat), "an event");
  const Result<void> came = co_await std::move(waiting);
  if (!came && came.error().code == ErrorCode::cancelled) co_return std::nullopt;
  // An empty text: look again at once. A comment keeps proxies from closing a quiet connection.
  co_return came ? std::string() : std::string(": still here\n\n");
}

}  // namespace dossier::net
