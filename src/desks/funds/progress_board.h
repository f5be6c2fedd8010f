#pragma once

#include "base/ids.h"
#include "net/events.h"

#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace dossier::desks::funds {

// Where documents are on their way, told to the clients who watch. Nothing is kept: the state of a document is in the
// database, and a client who comes late is told it from there. Thread-safe.
class ProgressBoard {
 public:
  explicit ProgressBoard(std::size_t streams_max) : streams_max_(streams_max) {}

  // Tells whoever watches the document; `last`: nothing more will come, their streams end.
  void tell(DocumentId document, const net::Event& event, bool last);
  // False when too many watch already.
  bool watch(DocumentId document, std::shared_ptr<net::EventStream> stream);

 private:
  const std::size_t streams_max_;
  std::mutex mutex_;
  std::unordered_map<DocumentId, std::vector<std::shared_ptr<net::EventStream>>> watching_;
  std::size_t streams_ = 0;
};

}  // namespace dossier::desks::funds
