#pragma once

#include "models/endpoint.h"

namespace dossier::models {

// Asks a text endpoint that has come up for one word, so that a server that loads its model at the first call does so
// before a person waits for it. Past its gate: nobody stands behind it. Other roles, and servers of the older form,
// which load at their start, are left alone. Ends by limits::kModelWarmUpTime.
async::Task<void> warm_up(Endpoint& endpoint);

}  // namespace dossier::models
