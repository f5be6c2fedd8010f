#pragma once

#include "reading/regions.h"

#include <cstddef>
#include <vector>

namespace dossier::reading {

// A table without lines while it is being found, and what a next line is to it. Internal to finding regions. `tests`
// outlives it.
class OpenTable {
 public:
  explicit OpenTable(const TableTests& tests) : tests_(tests) {}

  std::vector<RegionLine> lines;
  std::vector<Line> pending;  // since its last row, or since the last table: they may yet belong to it or to the next

  bool has_core() const;

  // The only row of the open table, which does not tell how far its rows stand apart.
  const Line* only_row() const;

  // The gap between two rows of the open table.
  double usual_gap() const;

  // Bare figures ("505"), or one figure alone, are a row where each stands under a figure or a heading of the open
  // table.
  bool stands_under(const Line& line) const;

  // "10." beside a bare "190" under a heading, above "September" and "2013": a row whose day is wrapped.
  bool begins_wrapped_day(const Line& line) const;

  bool wraps_from_row(const Line& line) const;

  bool wraps_from_header(const Line& line) const;

  // Below bold headings a line in plain type is no heading, even if its words could be ("Distribution  Repayment").
  bool set_as_a_row(const Line& line) const;

  // Where the pending lines begin that interlock with each other up to `end`: each reaches up beside the one above it.
  std::size_t interlocking_before(std::size_t end) const;

  // A row of cells centred by height may have no figure on a line of its own: "December" and "23, 2009" above and below
  // the bare "47" beside them are a day and an amount only together.
  bool ends_interlocking_row(const Line& line) const;

  // What ends it.

  // A heading set apart from the rows above it begins something else; one set among them is a section of the table.
  bool titles_another(const Line& line) const;

  // Below the only row and a heading set apart from it, a row whose figures stand neither under its figures nor under
  // headings belongs to something else.
  bool leaves_the_only_row(const Line& line) const;

  // After rows that begin with a date, a row of another kind that is set apart belongs to something else: a block of
  // key figures right below a ledger.
  bool leaves_dated_rows(const Line& line) const;

  // A sentence ends a table, unless it stands inside a column of it: a long description.
  bool is_prose(const Line& line) const;

  // Whether a line can be the rest of one cell of the last row: a note below the table is set in other type or reaches
  // over several cells.
  bool within_a_cell(const Line& line) const;

 private:
  // Whether every figure of a line without a date stands where no row of the open table has one.
  bool stands_elsewhere(const Line& line) const;

  const TableTests& tests_;
};

}  // namespace dossier::reading
