#pragma once

#include "desks/funds/ledger_mapping.h"
#include "store/journal.h"

#include <vector>

namespace dossier::desks::funds {

// Brings the flags `restated` of a fund in line with what its documents say now, after `document` was read or removed:
// one for each figure that two of them print differently, kept with the document at whose figure it stands, whichever
// came last. Those that hold no longer (the other document is gone, or was read again) are resolved and say so; what a
// person resolved stays resolved as long as the same two figures stand. What a person had settled before is flagged in
// `document` only. Gives the new flags of `document`.
Result<std::vector<dossier::funds::Flag>> keep_restated_flags(store::Transaction& transaction,
                                                              const store::Journal& journal, const Context& context,
                                                              WallTime now, FundId fund, DocumentId document);

}  // namespace dossier::desks::funds
