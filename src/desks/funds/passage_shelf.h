#pragma once

#include "base/ids.h"
#include "funds/ledger/ledger.h"

#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace dossier::desks::funds {

// The paragraphs of documents that were read or asked about lately, so that a question need not read them again. What
// is not here is made again from the stored pages; the least recently used go first. Thread-safe.
class PassageShelf {
 public:
  using Passages = std::shared_ptr<const std::vector<dossier::funds::Passage>>;

  explicit PassageShelf(std::size_t documents_max) : documents_max_(documents_max) {}

  // Null when they are not here.
  Passages find(DocumentId document);
  // Notes the document in every passage's place; gives what is kept.
  Passages put(DocumentId document, std::vector<dossier::funds::Passage> passages);

 private:
  struct Entry {
    DocumentId document;
    Passages passages;
  };

  const std::size_t documents_max_;
  std::mutex mutex_;
  std::list<Entry> entries_;  // the most recently used first
  std::unordered_map<DocumentId, std::list<Entry>::iterator> places_;
};

}  // namespace dossier::desks::funds
