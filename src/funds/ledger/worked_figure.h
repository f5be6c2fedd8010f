#pragma once

#include "funds/ledger/metrics.h"

namespace dossier::funds {

// A figure with its working that is not one of the standing metrics: a bridge's line, a horizon return, a market
// equivalent. Exactly one of `money` and `number` (multiples; rates as fractions) is set when it is known; otherwise
// `reason` says why it is not.
struct WorkedFigure {
  std::string_view name = {};  // the key in JSON, a literal
  Unit unit = Unit::rate;
  std::optional<Money> money = {};
  std::optional<double> number = {};
  std::string reason = {}, note = {}, formula = {};
  std::vector<std::string> steps = {};
  std::vector<std::size_t> rows = {};  // indices into Ledger::transactions
  std::vector<Place> places = {};      // of figures used that are no rows

  bool known() const { return money || number; }
};

// What a rate found by xirr says, with its proof as a step; or why there is none.
void take_rate(WorkedFigure& figure, const IrrAnswer& answer, std::size_t flows);

}  // namespace dossier::funds
