#pragma once

#include "base/result.h"

#include <string>

namespace dossier::models {

// Whether a file of certificates to trust can be used: readable, PEM, at least one certificate and none that is broken.
// The error says what is wrong with it and what to set. Reads the file; for the start and `dossier doctor`.
Result<void> check_ca_file(const std::string& file);

}  // namespace dossier::models
