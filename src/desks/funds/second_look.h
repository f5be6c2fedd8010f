#pragma once

#include "async/pool.h"
#include "async/task_scope.h"
#include "base/log.h"
#include "base/metrics.h"
#include "desks/funds/asking_shelf.h"
#include "funds/questions/answer.h"
#include "models/remembering_embedder.h"
#include "retrieval/vector_index.h"

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace dossier::desks::funds {

// Passages for a question that shares too few words with any of them: by words and by meaning, the two rankings fused.
// The vectors of a basis's passages are made in the background when it is first asked about, and anew when the model
// behind the embedder has changed; until they are there, and whenever the embedder does not answer, words alone decide.
// Used from all loops.
class SecondLook {
 public:
  // What they refer to outlives it.
  struct Parts {
    models::RememberingEmbedder& embedder;
    async::Executor executor;  // of the loop on which the background work runs
    async::Pool& compute;
    Log& log;
    Metrics& metrics;
    const Clock& clock;
  };
  using Basis = std::shared_ptr<const AskingBasis>;
  using Sources = std::vector<dossier::funds::Source>;

  explicit SecondLook(Parts parts);

  // The likeliest passages, best first, limits::kPromptSourcesMax at most. Never fails.
  async::Task<Sources> find(Context context, std::string question, Basis basis);
  // Has the vectors of its passages made, if they are not there; does not wait.
  void learn(const Basis& basis);
  // On the executor's loop, before it is destroyed.
  async::Task<Result<void>> end(Deadline deadline);

 private:
  // The vectors of all passages of a basis, in their order.
  struct Learnt {
    std::weak_ptr<const AskingBasis> basis;
    std::uint64_t generation;
    std::shared_ptr<const retrieval::VectorIndex> vectors;  // null: on their way
  };

  std::shared_ptr<const retrieval::VectorIndex> vectors_of(const Basis& basis);
  async::Task<void> learn_passages(Basis basis, std::uint64_t generation);
  void keep(const Basis& basis, std::uint64_t generation, std::shared_ptr<const retrieval::VectorIndex> vectors);

  const Parts parts_;
  Histogram search_time_;
  std::mutex mutex_;
  std::list<Learnt> learnt_;
  async::TaskScope scope_;
};

}  // namespace dossier::desks::funds
