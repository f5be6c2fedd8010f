#pragma once

#include "async/cache_figures.h"
#include "async/completion.h"
#include "async/task_scope.h"
#include "base/metrics.h"
#include "models/embedder.h"

#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace dossier::models {

// An Embedder in front of another one. A text is embedded once: its vector is remembered, the least
// recently used first out; who asks for a text on its way waits for it. Texts that different callers ask for within
// limits::kEmbeddingGatherTime go out as one call of at most limits::kEmbeddingBatchMax. When a vector of another size
// arrives the model behind it has changed: all that was remembered is forgotten. Thread-safe: callers may be on any
// loop; the calls are made on one, whose executor is given.
class RememberingEmbedder final : public Embedder {
 public:
  struct Parts {
    Embedder& inner;  // outlives it
    async::Executor executor;
    Metrics& metrics;
  };
  RememberingEmbedder(std::size_t entries_max, Parts parts);

  async::Task<Result<std::vector<Vector>>> embed(Context context, std::vector<std::string> texts) override;
  // The vectors that are remembered, without asking anybody; an empty one where there is none.
  std::vector<Vector> remembered(const std::vector<std::string>& texts);
  // Grows when the size of the vectors changes: what was made of older ones is to be made anew.
  std::uint64_t generation() const;
  // On the executor's loop, before it is destroyed.
  async::Task<Result<void>> end(Deadline deadline);
  async::CacheCounters counters() const;  // of texts

 private:
  using Waiter = async::Completion<Vector>;
  struct Entry {
    std::string text;
    Vector vector;
  };
  using Place = std::list<Entry>::iterator;

  const Vector* find(const std::string& text);                                // with the lock held
  void want(const std::string& text, const std::shared_ptr<Waiter>& waiter);  // with the lock held
  void remember(const std::string& text, const Vector& vector);               // with the lock held
  async::Task<void> gather();
  async::Task<void> send(std::vector<std::string> texts);
  void settle(const std::vector<std::string>& texts, const Result<std::vector<Vector>>& made);

  const std::size_t entries_max_;
  const Parts parts_;
  async::CacheFigures figures_;
  Counter batches_;
  mutable std::mutex mutex_;
  async::CacheCounters counters_;
  std::list<Entry> entries_;  // the one asked for last in front
  std::unordered_map<std::string, Place> places_;
  std::unordered_map<std::string, std::vector<std::shared_ptr<Waiter>>> wanted_;  // waiting or on their way
  std::vector<std::string> queue_;                                                // not sent yet
  bool gathering_ = false;
  std::uint64_t generation_ = 0;
  async::TaskScope scope_;
};

}  // namespace dossier::models
