#pragma once

#include "base/result.h"
#include "fir/case_commands.h"
#include "fir/case_events.h"

namespace dossier::fir {

// What a command does to a case: the events, in order, or why it may not be. Pure: the shell applies the events, keeps
// them with the state, and enqueues the job that a PreparationWanted asks for, all in one transaction. Fails with
//   conflict          the version named is not the one to read now, the step's turn has not come, the report is final,
//   or
//                     duties stand against finalising it; the message says what to do
//   invalid_argument  the command itself cannot be done to any case
// A preparation that is no longer wanted gives no events.
Result<std::vector<CaseEvent>> advance(const Case& state, const Command& command);

// The most versions one step may have; after that its text is settled outside and entered once.
inline constexpr int kStepVersionsMax = 200;

}  // namespace dossier::fir
