#pragma once

#include "reading/tables.h"

#include <string>
#include <vector>

namespace dossier::funds {

// Lines that may title a table of their page, the nearest first: headings within reach above it and below `top_limit`.
// Beside a neighbouring table only what stands over the table itself counts. Prose and figures are no titles.
std::vector<std::string> titles_above(const reading::PageLayout& layout, const reading::Table& table, double top_limit);

// Lines below `bottom`, the last table of a page, that may title the first table of the next page.
std::vector<std::string> titles_below(const reading::PageLayout& layout, double bottom);

// "Capital Calls (continued)".
bool says_continued(const std::string& title);

}  // namespace dossier::funds
