#pragma once

#include "base/limits.h"

// The bounds of cases, with their reasons. Beside base/limits.h, which every file of the program sees.
namespace dossier::limits {

inline constexpr std::size_t kPreparationSlots = 4;  // drafts at the same time; each waits for the compute pool
inline constexpr auto kPreparationTime = 60s;        // one attempt: 20 ms of work, the rest is waiting for its turn
inline constexpr std::size_t kCasesListedMax = 100;  // on one page of a list
inline constexpr std::size_t kCaseEventsListedMax = 500;
inline constexpr std::size_t kOffencesOfCaseMax = 50;  // named by an officer in one edit

}  // namespace dossier::limits
