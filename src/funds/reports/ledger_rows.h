#pragma once

#include "funds/ledger/ledger.h"
#include "funds/reports/ledger_columns.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {

// What told the kind of a row.
enum class KindBy { title_or_type, description, nothing };

// A row of a ledger table before its signs are settled: `amount` has the sign as printed, effects are empty.
struct DraftRow {
  Transaction row;
  KindBy kind_by = KindBy::title_or_type;
  int table = 0;             // rows of one table have one number
  std::string section = {};  // the title it stands under, whose words may settle the sign
};

// The section a table belongs to. Carried from table to table, so that a table that goes on after a page break keeps
// its title and its running sums.
struct Section {
  std::string title = {};
  std::optional<RowKind> kind = {};
  std::vector<Money> since_total, since_subtotal;  // by flow column, signed as printed
  bool types_decide = false;          // its type column names calls and distributions: it is a combined one
  std::array<Money, 3> by_kind = {};  // by RowKind, over all flow columns, signed as printed
};

struct RowsReading {
  std::vector<DraftRow> rows;
  std::vector<Flag> flags;
};

// Reads the data rows of a table of dated flows. Totals are checked against the rows above them and left out. What
// cannot be read with certainty is flagged at its box, never guessed or dropped in silence.
RowsReading read_ledger_rows(const reading::Table& table, const LedgerColumns& columns, const DocumentStyle& style,
                             Section& section, const std::string& file, int power);

}  // namespace dossier::funds
