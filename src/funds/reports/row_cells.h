#pragma once

#include "funds/ledger/ledger.h"
#include "funds/reports/ledger_columns.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <string>
#include <vector>

// What the words of a row say: internal to reading rows.
namespace dossier::funds {

// Everything of a row that is neither number nor date.
std::string words_of(const reading::TableRow& row, const DocumentStyle& style);
// The words of a row that name it, for telling totals from flows.
std::string label_of(const reading::TableRow& row, const DocumentStyle& style);
// The cells of these columns, one behind the other.
std::string joined(const reading::TableRow& row, const std::vector<std::size_t>& columns);
// "3" of "Call 3", "DD-03", "Nr. 3"; empty when there is none.
std::string number_of(const reading::TableRow& row, const LedgerColumns& columns);
// Whether the row is the header of its table once more.
bool repeats_header(const reading::TableRow& row, const LedgerColumns& columns);

// Whether a distribution may be called again and until when: by the columns that say so, else by the row's words.
// `mark` is the footnote mark of its amount.
void settle_recall(const reading::TableRow& row, const LedgerColumns& columns, const DocumentStyle& style,
                   const std::string& mark, Transaction& distribution);

}  // namespace dossier::funds
