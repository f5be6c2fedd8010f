#pragma once

#include "funds/ledger/row_events.h"

#include <string>
#include <vector>

// What rows are called among their kind: "3" of call 3.
namespace dossier::funds {

// Whether a row is a reversal, and so no further call or distribution.
bool takes_back(const Transaction& row);

// The events of these rows, first to last.
std::vector<RowEvent> events_by_date(const Ledger& ledger, const std::vector<std::size_t>& rows);

// The number of each row, in step with Ledger::transactions: the number printed, or the one its reference ends with
// ("HB3-08") where every row of the kind has one, or its place by date where no number is printed that says otherwise.
// Empty where a row takes back another one, or where its reference and its place disagree. For all rows at once, since
// each number follows from all the others.
std::vector<std::string> numbers_of_rows(const Ledger& ledger);

}  // namespace dossier::funds
