#pragma once

#include "funds/ledger/ledger.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <span>
#include <string>
#include <vector>

namespace dossier::funds {

// The net under the reader: what stands under a title or under headings that name flows, has days and amounts, and came
// to nothing. It knows nothing of columns, so that a table whose columns were lost is caught as well as one that was
// never seen as a table. `taken` says of each table of each layout whether it was read as anything; `known` are the
// places of all that was read or flagged. One flag for each block of such lines, at the box around them.
std::vector<Flag> passed_over_flows(std::span<const reading::PageLayout> layouts,
                                    const std::vector<std::vector<bool>>& taken, std::span<const Place> known,
                                    const DocumentStyle& style, const std::string& file);

}  // namespace dossier::funds
