#pragma once

#include "async/task.h"
#include "base/context.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace dossier::net {

// One server-sent event. `data` may have several lines.
struct Event {
  std::string name = {};  // empty: "message"
  std::string data;
  std::string id = {};
};

// A stream of events to one client. Whoever has something to tell publishes from any thread; the connection writes on
// its own loop. A client that reads more slowly than limits::kEventsWaitingMax allows is cut off and comes back with
// Last-Event-ID.
class EventStream : public std::enable_shared_from_this<EventStream> {
 public:
  static std::shared_ptr<EventStream> make() { return std::shared_ptr<EventStream>(new EventStream); }

  // False once the client is gone or was cut off: the publisher may forget the stream.
  bool publish(Event event);
  // No more will come; what waits is still written.
  void end();
  // Called once, from the connection's loop, when no more will be read: the client left, or has had everything. To be
  // set before the stream is given to its response.
  void on_leave(std::function<void()> leave) { leave_ = std::move(leave); }

  // ---- the connection's side ----
  // The next bytes to send: an event, or a comment that keeps the connection alive when nothing came for a while.
  // Nothing when the stream has ended.
  async::Task<std::optional<std::string>> next();
  void client_left();

 private:
  EventStream() = default;

  std::mutex mutex_;
  std::deque<Event> waiting_;
  bool ended_ = false, left_ = false;
  std::function<void()> wake_;  // set while the connection waits
  std::function<void()> leave_;
};

// The event in the form of the wire.
std::string wire_text(const Event& event);

}  // namespace dossier::net
