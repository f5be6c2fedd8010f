#pragma once

#include "funds/ledger/worked_figure.h"

#include <array>

namespace dossier::funds {

// How the net asset value went from one day to another:
//   opening NAV + contributions - distributions + change in value = closing NAV
// Contributions and distributions are the effects on paid-in capital and distributions of the rows after `from` until
// `to`. The change in value (results and fees together) is what remains; unknown without both NAVs.
struct NavBridge {
  Date from, to;
  // In the order of the formula.
  WorkedFigure opening = {}, contributions = {}, distributions = {}, change_in_value = {}, closing = {};

  std::array<const WorkedFigure*, 5> lines() const {
    return {&opening, &contributions, &distributions, &change_in_value, &closing};
  }
};

// `from` is before `to`.
NavBridge nav_bridge(const Ledger& ledger, Date from, Date to);

}  // namespace dossier::funds
