#include "desks/funds/progress_board.h"

namespace dossier::desks::funds {

void ProgressBoard::tell(DocumentId document, const net::Event& event, bool last) {
  const std::lock_guard lock(mutex_);
  const auto found = watching_.find(document);
  if (found == watching_.end()) return;
  auto& streams = found->second;
  streams_ -= streams.size();
  std::erase_if(streams, [&](const auto& stream) { return !stream->publish(event); });
  if (last) {
    for (const auto& stream : streams) stream->end();
    streams.clear();
  }
  streams_ += streams.size();
  if (streams.empty()) watching_.erase(found);
}

bool ProgressBoard::watch(DocumentId document, std::shared_ptr<net::EventStream> stream) {
  const std::lock_guard lock(mutex_);
  if (streams_ >= streams_max_) return false;
  watching_[document].push_back(std::move(stream));
  ++streams_;
  return true;
}

}  // namespace dossier::desks::funds
