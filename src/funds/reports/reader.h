#pragma once

#include "funds/ledger/ledger.h"
#include "reading/page.h"

#include <string>

namespace dossier::funds {

// Reads a report: its ledger rows with their effects, the figures it prints, its running text, and flags for all that a
// person should look at. Pure: the same words give the same reading. `file` is the name that places carry.
DocumentReading read_report(const reading::PagedText& text, const std::string& file);

}  // namespace dossier::funds
