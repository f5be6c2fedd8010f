#pragma once

#include "funds/reports/ledger_columns.h"
#include "funds/reports/ledger_rows.h"
#include "funds/reports/style.h"
#include "funds/reports/table_scale.h"
#include "reading/tables.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {

// The ledger tables of one fund, one after the other: under which title each stands, and which of them goes on from one
// before, over page breaks and beside another. `style` and `file` outlive it.
class LedgerRun {
 public:
  LedgerRun(const DocumentStyle& style, const std::string& file) : style_(style), file_(file), scale_(style) {}

  // The columns of the table read last, where the next one may go on with them.
  const LedgerColumns* columns() const { return last_columns_ ? &*last_columns_ : nullptr; }
  int page() const { return last_page_; }
  int tables() const { return tables_; }

  // The rows of a table under the title begun last; they are numbered as those of one table.
  RowsReading take(const reading::Table& table, LedgerColumns columns, int page);
  // Rows that were read by another rule, as those of a table of their own.
  void number(std::vector<DraftRow>& rows);

  // The table read last ends here: what follows is not its continuation.
  void part() { last_columns_.reset(); }
  // Titles at the foot of a page, for the first table of the next.
  void leave_page(std::vector<std::string> foot) { foot_ = std::move(foot); }

  // A new title begins a new section; "continued" and a table of the same columns without a title go on with the one
  // before. `titles` stand above the table, the nearest first; `index` is its place on the page.
  void begin_section(const LedgerColumns& columns, const std::vector<std::string>& titles, int page, std::size_t index);

  // Of two ledgers side by side the one that was read first is kept, for parts of it further down.
  void remember_beside(const LedgerColumns& columns, int page);
  // A part without headings goes on with the ledger it stands below, not with the one read last.
  void go_on_beside(const reading::Table& table);

 private:
  struct Beside {
    LedgerColumns columns;
    Section section;
  };

  const DocumentStyle& style_;
  const std::string& file_;
  Section section_;
  std::optional<LedgerColumns> last_columns_;
  std::optional<Beside> beside_;  // the other of two ledgers side by side
  int last_page_ = 0;
  int tables_ = 0;  // so far
  TableScale scale_;
  std::vector<std::string> foot_;
};

// Whether a table holds nothing but totals of the one before, maybe under its headings said again, as a page break may
// leave them: they check its rows, and are no figures of the report's own.
bool only_totals_of(const reading::Table& table, const LedgerColumns& before);

// The columns of `before` for a table at the same places.
LedgerColumns carried_over(const reading::Table& table, const LedgerColumns& before);

}  // namespace dossier::funds
