#pragma once

#include "store/session.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::desks::fir {

// What became of the sessions and reports of the old interface that began since some moment, by their status there.
struct ContractActivity {
  struct Count {
    std::string status;
    std::int64_t count = 0;
    std::optional<double> mean_seconds;  // from beginning to end; nothing while they have none
  };
  std::vector<Count> sessions;  // processing, awaiting_validation, completed
  std::vector<Count> reports;   // pending, finalized: those that have a number
};

// Looks at the newest 20,000 sessions: a few milliseconds.
Result<ContractActivity> contract_activity(store::Session& session, WallTime since);

}  // namespace dossier::desks::fir
