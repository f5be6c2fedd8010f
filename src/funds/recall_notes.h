#pragma once

#include "funds/ledger_rows.h"

#include <string>
#include <vector>

namespace dossier::funds {

// Footnotes that say which distributions may be called again: "All return of capital is recallable until 30 June
// 2025", "* subject to recall". Marks the rows they mean; rows that say it themselves are left alone.
void mark_recallable_by_notes(std::vector<DraftRow>& rows, const std::vector<std::string>& notes);

}  // namespace dossier::funds
