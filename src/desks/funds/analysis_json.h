#pragma once

#include "funds/ledger/analysis.h"
#include "funds/ledger/market_index.h"

#include <string>

namespace dossier::desks::funds {

// What `funds analyse --json` prints: the stable fields of the command line's JSON (docs/command-line.md), one line.
std::string analysis_json(const dossier::funds::Analysis& analysis, const dossier::funds::MarketIndex* index = nullptr);

}  // namespace dossier::desks::funds
