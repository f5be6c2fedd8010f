#pragma once

#include "funds/ledger/ledger.h"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// Whether two printed names mean the same fund: the same words, legal forms and "Fund" aside. A roman or arabic number
// at the end must agree. "B (formerly A)" means the same as A and as B.
bool same_fund(std::string_view a, std::string_view b);

// A notice names the due date, its statement the day the money moved: they may differ by some days.
inline constexpr int kNoticeDaysApart = 14;

// Whether rows of two documents are one event: kind and amount agree, and the day too, or nearly when one of them was
// only announced.
bool same_event(const Transaction& a, const Transaction& b);

// One ledger per fund from several documents, in the order the funds first appear. The same document twice, overlapping
// documents, and a notice followed by its statement double nothing: rows of one kind, day and amount are one row when
// they stand in different documents. Where one document tells that a fund was renamed, those under either name are one
// fund. Facts and printed figures are taken from the document with the latest as-of date.
// A row or NAV that a document prints differently than another (same kind, day and words, another amount) is no second
// one: the document with the later as-of date counts, of two of one date the one merged last, but never against what a
// person said; both are told in Ledger::restatements. An announced row that a statement should print and does not is
// noted (Transaction::unprinted_on). Amounts in different currencies are never merged: such documents stay two ledgers.
std::vector<Ledger> merge_ledgers(const std::vector<DocumentReading>& documents);

// What merging found that a person should see, each at the figure it is about.
std::vector<Flag> flags_of_merging(const Ledger& merged);

}  // namespace dossier::funds
