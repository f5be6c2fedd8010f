#pragma once

#include "base/money.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <optional>
#include <span>
#include <string>

// What the sentences of a notice say, where no label stands beside a value.
namespace dossier::funds {

struct ProseDay {
  reading::DateText day;
  std::string printed;
};

// "... is payable no later than 15 March 2024": the day the money is due. Nothing when the text names none, or several.
std::optional<ProseDay> due_day_in_prose(std::span<const reading::PageLayout> layouts, const DocumentStyle& style);

struct ProseAmount {
  Money amount;
  std::string printed;
  int page = 0;
  reading::Box box;
};

// "Your share of this call amounts to EUR 462,500": nothing when the text says it of no amount, or of several.
std::optional<ProseAmount> share_in_prose(std::span<const reading::PageLayout> layouts, const DocumentStyle& style);

}  // namespace dossier::funds
