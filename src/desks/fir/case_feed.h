#pragma once

#include "desks/fir/case_store.h"
#include "net/events.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace dossier::desks::fir {

// Tells whoever listens that a case has changed. Says what moved, never what is written in it. Thread-safe.
class CaseFeed {
 public:
  // One event to tell: its number, which clients give back as Last-Event-ID, and its data.
  struct Notice {
    std::int64_t event = 0;
    CaseId id;
    std::string data;
  };
  static Notice notice_of(std::int64_t event, const Case& state);

  // Of one case, or of all when there is no id.
  std::shared_ptr<net::EventStream> listen(std::optional<CaseId> only);
  void tell(const Notice& notice);
  std::size_t listeners() const;

  // Ends every stream: for the shutdown.
  void close();
  bool closed() const { return closed_.load(std::memory_order_relaxed); }

 private:
  struct Listener {
    std::optional<CaseId> only;
    std::shared_ptr<net::EventStream> stream;
  };
  mutable std::mutex mutex_;
  std::vector<Listener> listeners_;
  std::atomic<bool> closed_{false};
};

net::Event event_of(const CaseFeed::Notice& notice);

}  // namespace dossier::desks::fir
