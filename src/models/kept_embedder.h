#pragma once

#include "async/cache_figures.h"
#include "async/task_scope.h"
#include "base/log.h"
#include "models/embedding_table.h"
#include "store/database.h"

#include <atomic>

namespace dossier::models {

// An Embedder in front of another one that keeps every vector in the database, so that a text is embedded once and not
// once in each life of the program. When the model behind it changes, by its name in the settings or by the size of its
// vectors, what was kept is of no use: it is told once, with what to do, and everything is made anew as it is asked
// for. A database that does not answer costs nothing but the calls. Thread-safe.
class KeptEmbedder final : public Embedder {
 public:
  // What they refer to outlives it.
  struct Parts {
    Embedder& inner;
    store::Database& database;
    async::Executor executor;  // of the loop on which vectors are written, behind those who asked for them
    Log& log;
    Metrics& metrics;
    const Clock& clock;
  };
  // `model`: its name in the settings, or what else tells it from others.
  KeptEmbedder(std::string model, Parts parts);

  async::Task<Result<std::vector<Vector>>> embed(Context context, std::vector<std::string> texts) override;
  // Has one word embedded, past what is kept: whether the model still makes vectors of the size that is kept. Also
  // wakes a server that loads its model at the first call.
  async::Task<void> check_model(Deadline deadline);
  // On the executor's loop, before it is destroyed.
  async::Task<Result<void>> end(Deadline deadline);

  // Of texts; how many are kept only the database knows.
  async::CacheCounters counters() const { return {.hits = hits_.load(), .misses = misses_.load()}; }

 private:
  async::Task<std::vector<Vector>> find(Context context, std::vector<store::Hash> hashes);
  async::Task<Result<std::vector<Vector>>> make(Context context, std::vector<std::string> texts);
  async::Task<void> keep(std::size_t size, std::vector<store::Hash> hashes, std::vector<Vector> vectors);

  const std::string model_;
  const Parts parts_;
  async::CacheFigures figures_;
  std::atomic<std::uint64_t> hits_{0}, misses_{0};
  std::atomic<std::size_t> size_{0};  // of the vectors the model makes now; 0: not known yet
  async::TaskScope scope_;
};

// What a changed model means and what to do about it, for people.
std::string embedding_change(const EmbeddingModel& before, std::string_view name, std::size_t size, std::int64_t kept);

}  // namespace dossier::models
