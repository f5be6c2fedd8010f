#pragma once

#include "funds/analysis.h"

#include <string>

namespace dossier::desks::funds {

// What `funds analyse --json` prints: the stable fields of the command line's JSON (docs/command-line.md), one line.
std::string analysis_json(const dossier::funds::Analysis& analysis);

}  // namespace dossier::desks::funds
