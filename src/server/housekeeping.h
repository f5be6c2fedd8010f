#pragma once

#include "async/task_scope.h"
#include "base/log.h"
#include "desks/fir/cases.h"
#include "desks/funds/services.h"

namespace dossier::server {

// What nobody asks for and must happen all the same, at the start and every hour after it: files no document has are
// removed, old answers under Idempotency-Keys are forgotten, documents and cases whose job died are told so, with a
// reason. Made, started and stopped on the main thread; works on one loop.
class Housekeeping {
 public:
  Housekeeping(async::Executor executor, desks::funds::Services& funds, desks::fir::Services& fir, Log& log);

  void start();
  // Waits for the present round, which is cancelled at the deadline.
  void stop(Deadline deadline);

 private:
  async::Task<void> work();
  async::Task<void> round();
  void tell(std::string_view what, const Result<std::int64_t>& count);

  const async::Executor executor_;
  desks::funds::Services& services_;
  desks::fir::Services& fir_;
  Log& log_;
  async::TaskScope scope_;
};

}  // namespace dossier::server
