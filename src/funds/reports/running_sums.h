#pragma once

#include "funds/reports/ledger_columns.h"
#include "funds/reports/ledger_rows.h"

#include <optional>
#include <string>
#include <vector>

// The sums of the rows read so far, to check printed totals against: internal to reading rows.
namespace dossier::funds {

// A printed total that its rows do not reach.
struct Mismatch {
  std::string message;
  reading::Box box;
};

// Works on the sums that the section carries from table to table. All it is given outlives it.
class RunningSums {
 public:
  RunningSums(const LedgerColumns& columns, const DocumentStyle& style, Section& section, int power);

  // A printed number in minor units, at the scale of its table; nothing beyond 10^15.
  std::optional<Money> money_of(const reading::NumberText& number) const;

  void add(std::size_t flow, RowKind kind, Money amount);

  // A row that says it is a total or subtotal.
  std::vector<Mismatch> check_total(const reading::TableRow& row, SummaryRow summary);
  // The components of a row must sum to a total printed beside them, up to the rounding of each; else one of them is
  // missing, or the row holds more than one event.
  std::vector<Mismatch> check_parts(const reading::TableRow& row) const;

  // A row whose amounts are all sums of what stands above: a total without the word. A subtotal begins anew after it; a
  // balance carried over a page does not.
  bool take_silent_total(const reading::TableRow& row);

 private:
  std::vector<Money> possible_totals(std::size_t flow) const;
  bool is_possible_total(Money total, std::size_t flow) const;
  bool equals_running_sum(const reading::TableRow& row) const;
  bool sums_since_subtotal(const reading::TableRow& row) const;
  Money rounding(const reading::NumberText& number, int parts) const;
  void begin_subtotal();
  Money of_kind(RowKind kind) const { return section_.by_kind[static_cast<std::size_t>(kind)]; }

  const LedgerColumns& columns_;
  const DocumentStyle& style_;
  Section& section_;
  int power_;
};

}  // namespace dossier::funds
