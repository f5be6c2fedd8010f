#pragma once

#include "base/money.h"
#include "funds/reports/type_codes.h"
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
  TypeCodes type_codes = {};    // what the codes of a type column stand for

  int minor_digits() const { return currency.minor_digits(); }
  int power_of_page(int page) const;
  // A type as words: the cell itself, or what it is the code of.
  std::string type_in_words(const std::string& cell) const;
};

DocumentStyle settle_style(std::span<const reading::PageLayout> layouts, const reading::PagedText& text);

// The style of one fund's pages in a file of several: a fund counts in a currency of its own, where its pages name one.
// `text_shared`: the lines around its tables speak of the others too.
DocumentStyle style_of_part(const DocumentStyle& whole, std::span<const reading::PageLayout> pages, bool text_shared);

}  // namespace dossier::funds
