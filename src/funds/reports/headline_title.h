#pragma once

#include "funds/ledger/ledger.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <optional>
#include <string>

// What the head of a report says without labels: internal to reading headlines.
namespace dossier::funds {

// A date in the first lines that nothing labels ("Quarterly report Q4 2024").
std::optional<Sourced<Date>> date_of_title(const reading::PageLayout& layout, const DocumentStyle& style,
                                           const std::string& file);

// The name of the fund: the largest line, unless that is a letterhead or the name of the paper and a line near it names
// a fund. Nothing when there is no line that could be a title.
std::optional<Sourced<std::string>> name_in_title(const reading::PageLayout& layout, const std::string& file);

}  // namespace dossier::funds
