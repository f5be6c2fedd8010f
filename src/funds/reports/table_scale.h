#pragma once

#include "funds/reports/ledger_columns.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <string>

namespace dossier::funds {

// In what the amounts of one ledger table after another are counted: 3 for thousands, 6 for millions. `style` outlives
// it.
class TableScale {
 public:
  explicit TableScale(const DocumentStyle& style) : style_(style) {}

  // A note in any heading of the table holds for all of it ("Total (TEUR)"), and for the tables after it whose figures
  // are of the same size and say nothing themselves; then the section's title and the page speak.
  int of(const reading::Table& table, const LedgerColumns& columns, const std::string& section_title, int page);

 private:
  bool believable(double size, int power) const;
  double typical_size(const reading::Table& table, const LedgerColumns& columns) const;

  const DocumentStyle& style_;
  int heading_power_ = 0;    // of the last heading that stated a scale
  double heading_size_ = 0;  // of the figures under it
};

}  // namespace dossier::funds
