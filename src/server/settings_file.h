#pragma once

#include "server/config.h"

#include <string>

namespace dossier::server {

// `config` as a dossier.toml that load_config() reads back to the same: every key with what it means, its bounds and
// its name in the environment; those that stand at their default are commented out. A secret that is set is not shown:
// its line says where to put it instead.
std::string settings_file(const Config& config);

}  // namespace dossier::server
