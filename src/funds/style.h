#pragma once

#include "base/money.h"
#include "reading/amounts.h"
#include "reading/dates.h"
#include "reading/tables.h"

#include <span>
#include <string>
#include <vector>

namespace dossier::funds {

// How one document writes its numbers and dates. Settled once for the whole document, never per row.
struct DocumentStyle {
  reading::DecimalMark mark = reading::DecimalMark::point;
  reading::DayOrder days = reading::DayOrder::unknown;
  Currency currency = {};
  std::vector<int> page_power;  // by page index: 3 where a note says "in $000s", else 0

  int minor_digits() const { return currency.minor_digits(); }
  int power_of_page(int page) const;
};

DocumentStyle settle_style(std::span<const reading::PageLayout> layouts, const reading::PagedText& text);

}  // namespace dossier::funds
