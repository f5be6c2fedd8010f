#pragma once

#include "funds/ledger.h"
#include "funds/style.h"
#include "reading/tables.h"

#include <optional>
#include <string>

// What the head of a report says without labels: internal to reading headlines.
namespace dossier::funds {

// A date in the first lines that nothing labels ("Quarterly report Q4 2024").
std::optional<Sourced<Date>> date_of_title(const reading::PageLayout& layout, const DocumentStyle& style,
                                           const std::string& file);

// The largest line of the first page names the fund, unless it says what sort of paper it is. Null when there is none.
const reading::Line* title_line(const reading::PageLayout& layout);

}  // namespace dossier::funds
