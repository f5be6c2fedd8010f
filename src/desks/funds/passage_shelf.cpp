#include "desks/funds/passage_shelf.h"

namespace dossier::desks::funds {

PassageShelf::Passages PassageShelf::find(DocumentId document) {
  const std::lock_guard lock(mutex_);
  const auto at = places_.find(document);
  if (at == places_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, at->second);
  return at->second->passages;
}

PassageShelf::Passages PassageShelf::put(DocumentId document, std::vector<dossier::funds::Passage> passages) {
  for (auto& passage : passages) passage.place.document = document;
  auto kept = std::make_shared<const std::vector<dossier::funds::Passage>>(std::move(passages));
  const std::lock_guard lock(mutex_);
  if (const auto at = places_.find(document); at != places_.end()) entries_.erase(at->second);
  entries_.push_front({document, kept});
  places_[document] = entries_.begin();
  if (entries_.size() > documents_max_) {
    places_.erase(entries_.back().document);
    entries_.pop_back();
  }
  return kept;
}

}  // namespace dossier::desks::funds
