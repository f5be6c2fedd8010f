#pragma once

#include "extract/extraction.h"
#include "extract/worker_process.h"

#include <chrono>
#include <functional>
#include <string>

namespace dossier::extract {

// The limits of one file (base/limits.h unless the configuration says otherwise).
struct Patience {
  std::chrono::milliseconds page;
  std::chrono::milliseconds file;
};

struct ReadJob {
  int file = -1;  // open for reading, of the caller
  std::string password = {};
  Deadline deadline = Deadline::never();
  int interrupt = -1;  // an eventfd: readable means that nobody waits any more
};

// How a conversation left its worker.
enum class WorkerState { fit, lost };

// Reads `job` from `first_page` on over a fit worker into `extraction`, whose pages before that are kept. Returns
// whether the worker can be used again; a lost one has already been ended. Errors: deadline_exceeded or cancelled when
// the caller's time ran out or it called the reading off; everything the file did is an `End`.
Result<WorkerState> converse(WorkerProcess& worker, const ReadJob& job, const Patience& patience, int first_page,
                             Extraction& extraction);

}  // namespace dossier::extract
