#pragma once

#include "desks/fir/cases.h"

namespace dossier::desks::fir {

// The job that drafts a case: from the transcript and what the officer gave, on the compute pool, the steps that were
// asked for, committed together with the job's end. What an edit made out of date meanwhile is thrown away. Where there
// is a model it words the draft in the time it has; the rules' words stand where it does not.
inline constexpr const char* kPrepareKind = "fir.prepare";

// In the transaction that makes it necessary.
Result<JobId> enqueue_preparation(const CaseDesk& desk, store::Transaction& transaction, const Context& context,
                                  CaseId id, const dossier::fir::event::PreparationWanted& wanted);

// How many preparations run at the same time: with a model they mostly wait for it.
std::size_t preparations_max(const Services& services);

// What works such jobs off; the services outlive it.
store::JobHandler preparation_handler(Services& services);

// Cases that wait for a preparation whose job is dead (it took the process down each time) are told that it failed, so
// that a person goes on by hand. Gives how many.
async::Task<Result<std::int64_t>> close_abandoned_preparations(Services& services, Context context);

}  // namespace dossier::desks::fir
