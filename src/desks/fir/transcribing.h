#pragma once

#include "desks/fir/cases.h"

namespace dossier::desks::fir {

// The job that has the original of a case transcribed, committed together with its end: whatever interrupts it, the
// transcript is there once or the job runs again. Where no server is configured, or it fails, the case says so and what
// to do, and waits for a person who types the transcript or asks again.
inline constexpr const char* kTranscribeKind = "fir.transcribe";

// In the transaction that makes it necessary.
Result<JobId> enqueue_transcription(const CaseDesk& desk, store::Transaction& transaction, const Context& context,
                                    CaseId id);

// What works such jobs off; the services outlive it.
store::JobHandler transcription_handler(Services& services);

// Cases that wait for a transcript whose job is gone or dead are told that it failed. Gives how many.
async::Task<Result<std::int64_t>> close_abandoned_transcriptions(Services& services, Context context);

}  // namespace dossier::desks::fir
