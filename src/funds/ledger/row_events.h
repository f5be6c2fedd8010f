#pragma once

#include "funds/ledger/ledger.h"

#include <vector>

namespace dossier::funds {

// A call as people count it. A document may print one call in components ("investments", "fees"), which are rows of the
// ledger each; whoever asks for the largest call, or how many there were, means the line they stand in.
using RowEvent = std::vector<std::size_t>;

// Whether two rows are components of one printed call.
bool of_one_call(const Transaction& one, const Transaction& other);

// `rows` in their order, with the components of each call together.
std::vector<RowEvent> events_of(const Ledger& ledger, const std::vector<std::size_t>& rows);

Money amount_of(const Ledger& ledger, const RowEvent& event);

}  // namespace dossier::funds
