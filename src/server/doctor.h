#pragma once

#include "server/config.h"

#include <iosfwd>

namespace dossier::server {

// `dossier doctor`: looks at what the server needs, one line each (one for each fault of a setting or a model), and says
// what to do where something is amiss. Changes nothing but makes the data folder. Gives 0, or 4 when something is wrong.
int run_doctor(const Config& config, std::ostream& out);

}  // namespace dossier::server
