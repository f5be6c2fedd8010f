#pragma once

#include "desks/funds/ledger_mapping.h"
#include "store/journal.h"

#include <vector>

namespace dossier::desks::funds {

// Brings the flags of a fund that its documents raise together (funds::flags_of_merging) in line with what they say
// now: a figure that two of them print differently, kept with the document at whose figure it stands, whichever came
// last; an announced row that no statement prints, kept with its notice. Those that hold no longer are resolved and say
// so; what a person resolved stays resolved as long as the same figures stand.
//
// After `document` was read or removed: what a person had settled before is flagged in `document` only. Gives the new
// flags of `document`.
Result<std::vector<dossier::funds::Flag>> keep_merging_flags(store::Transaction& transaction,
                                                             const store::Journal& journal, const Context& context,
                                                             WallTime now, FundId fund, DocumentId document);
// After a person changed rows: only resolves, and looks at nothing unless one is open.
Result<void> close_merging_flags(store::Transaction& transaction, const store::Journal& journal, const Context& context,
                                 WallTime now, FundId fund);

}  // namespace dossier::desks::funds
