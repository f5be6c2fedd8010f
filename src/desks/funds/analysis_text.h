#pragma once

#include "funds/ledger/analysis.h"
#include "funds/ledger/market_index.h"

#include <iosfwd>

namespace dossier::desks::funds {

// The analysis for people: aligned columns, flags first where there are any. Colours only when asked for.
void write_analysis(const dossier::funds::Analysis& analysis, const dossier::funds::MarketIndex* index, bool colour,
                    std::ostream& out);

}  // namespace dossier::desks::funds
