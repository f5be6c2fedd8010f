#pragma once

#include "async/pool.h"
#include "base/log.h"
#include "base/metrics.h"
#include "desks/funds/asking_shelf.h"
#include "desks/funds/conversation_store.h"
#include "desks/funds/ledger_store.h"
#include "desks/funds/metrics_shelf.h"
#include "desks/funds/passage_shelf.h"
#include "desks/funds/progress_board.h"
#include "documents/documents.h"
#include "once/change_once.h"
#include "store/jobs.h"

namespace dossier::desks::funds {

// What the routes and jobs of the desk work with. Made in main; everything outlives the routes and jobs.
struct Services {
  store::Database& database;
  store::Jobs& jobs;
  const store::Idempotency& idempotency;
  const documents::Documents& documents;
  const LedgerStore& ledgers;
  const ConversationStore& conversations;
  PassageShelf& passages;
  AskingShelf& bases;
  MetricsShelf& metrics;
  ProgressBoard& progress;
  async::Pool& compute;  // for work of more than a millisecond
  Log& log;
  std::size_t upload_bytes_max;
  Histogram query_time;  // of a question, from the look at what is known to its answer

  once::Keeping keeping() const { return {database, idempotency}; }
};

}  // namespace dossier::desks::funds
