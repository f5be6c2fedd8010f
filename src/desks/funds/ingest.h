#pragma once

#include "desks/funds/services.h"

namespace dossier::desks::funds {

// The job that turns a document into rows: its words, what they mean, and the rows committed together with the
// document's state and the job's end, so that whatever interrupts it, nothing is lost and nothing is doubled.
inline constexpr const char* kIngestKind = "funds.ingest";

// In the transaction that accepts the document.
Result<JobId> enqueue_ingest(Services& services, store::Transaction& transaction, const Context& context,
                             DocumentId document);

// Documents that were under way and whose job is gone or dead (it took the process down each time it was tried) are
// closed as failed, so that nobody waits for them and they can be sent again. Gives how many.
async::Task<Result<std::int64_t>> close_abandoned(Services& services, Context context);

// What works such jobs off; the services outlive it.
store::JobHandler ingest_handler(Services& services);

}  // namespace dossier::desks::funds
