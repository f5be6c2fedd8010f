#pragma once

#include "funds/ledger/ledger.h"
#include "reading/tables.h"

#include <span>
#include <string>
#include <vector>

namespace dossier::funds {

// The paragraphs of running text outside tables, and rows of words alone that only stood like one, with the heading
// above each, for questions about what a report says.
std::vector<Passage> read_passages(std::span<const reading::PageLayout> layouts, const std::string& file);

}  // namespace dossier::funds
