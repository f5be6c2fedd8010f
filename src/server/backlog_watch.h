#pragma once

#include "async/task_scope.h"
#include "net/server.h"
#include "store/database.h"

namespace dossier::server {

// Tells the server once a second how much accepted work waits, so that its door stops taking more in. Made, started and
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
