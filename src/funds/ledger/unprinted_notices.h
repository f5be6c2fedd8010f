#pragma once

#include "funds/ledger/ledger.h"

#include <span>
#include <vector>

// Announced rows that came due and that no statement confirms: the money may never have moved.
namespace dossier::funds {

// Sets Transaction::unprinted_on of every row in `rows`, which were made of `documents`. A statement covers the day of
// an announced row when it prints rows of that kind, reports a day at least kNoticeDaysApart later (a payment may be
// that late), and reaches back so far: it has a row of that day or before it, or its rows of the kind come to its
// printed total since inception.
void note_unprinted(std::vector<Transaction>& rows, std::span<const Ledger* const> documents);

// One flag for each such row, at its figure in the notice.
std::vector<Flag> unprinted_flags(const Ledger& merged);

}  // namespace dossier::funds
