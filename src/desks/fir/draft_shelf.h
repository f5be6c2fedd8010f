#pragma once

#include "async/cache.h"
#include "async/cache_figures.h"
#include "async/pool.h"
#include "desks/fir/case_writing.h"
#include "desks/fir/shared_knowledge.h"
#include "fir/case_commands.h"
#include "fir/given.h"

#include <memory>
#include <optional>
#include <string>

namespace dossier::desks::fir {

// All that a draft depends on, but for the knowledge, which is the same as long as the program runs.
struct DraftInputs {
  std::string text;
  std::optional<Date> told_on;
  dossier::fir::GivenFields given;
};

// What the rules made of them, and what a model could be asked about it; nothing: it is not to be asked, because the
// case is sensitive or its script is not read.
struct Drafted {
  dossier::fir::Preparation made;
  std::optional<WritingOrder> order = {};
};

// Asks the knowledge about complaints, on the compute pool. What it said is remembered for five minutes, so that a step
// sent back, a complaint sent twice or a job tried again does not weigh everything anew; who asks the same at the same
// time waits for one answer. Lives on one loop.
class DraftShelf {
 public:
  // What they refer to outlives it.
  struct Parts {
    const SharedKnowledge& knowledge;
    async::Executor executor;
    async::Pool& compute;
    Metrics& metrics;
    const Clock& clock;
    Histogram query_time;  // of asking the knowledge, remembered answers apart
  };
  using Shared = std::shared_ptr<const Drafted>;

  explicit DraftShelf(Parts parts);

  // Fails as draft_complaint and SharedKnowledge::get do, and as run_on does.
  async::Task<Result<Shared>> draft(Context context, DraftInputs inputs);
  async::CacheCounters counters() const { return remembered_.counters(); }
  // On its loop, before it is destroyed.
  async::Task<Result<void>> end(Deadline deadline) { return remembered_.end(deadline); }

 private:
  async::Task<Result<Shared>> make(Context context, DraftInputs inputs);

  Parts parts_;
  async::CacheFigures figures_;
  async::Cache<Shared> remembered_;
};

}  // namespace dossier::desks::fir
