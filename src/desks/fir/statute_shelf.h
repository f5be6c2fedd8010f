#pragma once

#include "async/cache.h"
#include "async/pool.h"
#include "base/log.h"
#include "desks/fir/statutes.h"
#include "store/database.h"

#include <atomic>
#include <future>
#include <memory>
#include <string>

namespace dossier::desks::fir {

// The statutes of a running server: what was loaded into its database, and over it the file of the configuration, if
// one is named. Read when somebody first asks, and anew after a change; nobody else waits for it. Lives on one loop.
class StatuteShelf {
 public:
  // What they refer to outlives it.
  struct Parts {
    store::Database& database;
    async::Executor executor;
    async::Pool& compute;
    Log& log;
    const Clock& clock;
  };
  // Begins to read the file; a fault in it is logged, and then it is as if there were none. Empty: no file.
  StatuteShelf(std::string file, Parts parts);

  struct Held {
    Statutes statutes;
    std::string problem;  // why the file of the configuration is left out; empty: it is not
  };
  using Shared = std::shared_ptr<const Held>;

  async::Task<Result<Shared>> get(Context context);
  // After a change was committed. From any thread.
  void changed() { ++generation_; }
  // On its loop, before it is destroyed.
  async::Task<Result<void>> end(Deadline deadline) { return read_.end(deadline); }

 private:
  using FileRead = std::shared_ptr<const Result<std::vector<StatuteSection>>>;

  async::Task<Result<Shared>> make(Context context);

  Parts parts_;
  std::shared_future<FileRead> file_;
  std::atomic<int> generation_ = 0;
  async::Cache<Shared> read_;
};

}  // namespace dossier::desks::fir
