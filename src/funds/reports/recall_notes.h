#pragma once

#include "funds/reports/ledger_rows.h"
#include "reading/dates.h"

#include <string>
#include <vector>

namespace dossier::funds {

// Footnotes that say which distributions may be called again, and until when: "All return of capital is recallable
// until 30 June 2025", "* subject to recall", "The distribution of 15 March 2023 is recallable", "The right of recall
// lapses on the second anniversary of each distribution". Marks the rows they mean; what rows say themselves stands.
// Where two notes set different ends for the same rows neither is taken.
void mark_recallable_by_notes(std::vector<DraftRow>& rows, const std::vector<std::string>& notes,
                              reading::DayOrder order);

}  // namespace dossier::funds
