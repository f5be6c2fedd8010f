#pragma once

#include "funds/reports/ledger_columns.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

// What columns are whose headings alone mislead, by what stands in them: internal to planning the columns of a ledger.
namespace dossier::funds {

// "Event" and "Reference" head numbers, unless what stands below is words: then they say what happened. "Call" does,
// unless amounts stand below.
void settle_roles_by_content(const reading::Table& table, LedgerColumns& plan, const DocumentStyle& style);

// Whether the column that tells of recalling holds payments of its own, and no part of those beside it: amounts in rows
// that have no other, and in none that has.
bool pays_what_is_recallable(const reading::Table& table, const LedgerColumns& plan, const DocumentStyle& style);

}  // namespace dossier::funds
