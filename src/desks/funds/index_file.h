#pragma once

#include "base/result.h"
#include "funds/ledger/market_index.h"

#include <string>
#include <string_view>

namespace dossier::desks::funds {

// The levels of an index from CSV: "date,level" rows, forms as in flow_file.h; a header may name the column level,
// close, price, index or value, and of several the one with dividends reinvested (adjusted close, total return) is
// taken. `name` stands in errors, and is the index's name without .csv. Fails with unreadable, saying the line, when a
// level is not above 0, a row has no date or a day two different levels, and with too_large beyond
// limits::kIndexLevelsMax.
Result<dossier::funds::MarketIndex> read_index_file(std::string_view bytes, const std::string& name);

}  // namespace dossier::desks::funds
