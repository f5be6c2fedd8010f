#pragma once

#include "funds/reports/ledger_rows.h"

#include <string>
#include <vector>

namespace dossier::funds {

// Gives every draft its house sign and its effects. The direction of calls and distributions is the sign most of them
// have; the meaning of an adjustment comes from its own words, the words beside the tables, and above all from the
// printed totals: among the known readings the first that reproduces them is taken. When none does, the words' reading
// stands and the mismatch is told (docs/ledger.md has the table of effects and the order of the readings).
//
// `notes` are the sentences of the document that may state a convention; `speaks_of_a_fund` says whether unnamed tables
// are worth a flag (kinds.h).
struct SettledLedger {
  std::vector<Transaction> transactions;  // by date
  SignConvention convention;
  std::vector<Flag> flags;
};
SettledLedger settle_signs(std::vector<DraftRow> drafts, const ReportedFigures& reported,
                           const std::vector<std::string>& notes, bool speaks_of_a_fund, int minor_digits);

}  // namespace dossier::funds
