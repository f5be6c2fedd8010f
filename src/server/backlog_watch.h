#pragma once

#include "async/task_scope.h"
#include "net/server.h"
#include "store/database.h"

namespace dossier::server {

// Tells the server once a second how many accepted reports wait to be read, so that its door stops taking more in. What
// waits at the FIR desk is bounded there: a slow speech server keeps no report out. Made, started and
// stopped on the main thread; works on one loop. What it refers to outlives it.
class BacklogWatch {
 public:
  BacklogWatch(async::Executor executor, store::Database& database, net::Server& server);

  void start();
  void stop(Deadline deadline);

 private:
  async::Task<void> work();

  const async::Executor executor_;
  store::Database& database_;
  net::Server& server_;
  async::TaskScope scope_;
};

}  // namespace dossier::server
