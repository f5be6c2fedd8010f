#pragma once

#include "funds/ledger/worked_figure.h"

namespace dossier::funds {

// The return over a horizon: the NAV of `from` as if it were paid in on that day, the flows after it, the NAV of `to`
// received at the end. Under a year it is not annualised: `irr` is unknown then, and `period` the return of the period.
struct HorizonReturn {
  Date from, to;
  WorkedFigure irr = {}, period = {};
};

// `from` is before `to`. Unknown, with the reason, without a NAV of each of the two days.
HorizonReturn horizon_return(const Ledger& ledger, Date from, Date to);

// The same day `years` earlier; the last of a month stays the last. Nothing before the calendar begins.
std::optional<Date> years_before(Date date, int years);

}  // namespace dossier::funds
