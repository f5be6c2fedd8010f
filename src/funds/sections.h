#pragma once

#include "reading/tables.h"

#include <string>
#include <vector>

namespace dossier::funds {

// Cuts the pages of a file that speaks of several funds into one part per fund, at the headings and labels ("Fund:")
// that name another one, and at the middle of pages on which two funds stand side by side. A part without any table (a
// cover page) joins the next. Most files are one part.
std::vector<std::vector<reading::PageLayout>> split_by_fund(std::vector<reading::PageLayout> pages);

// Whether a heading reads like the name of a fund: "Alder Growth Partners III, L.P.", not "Capital Calls".
bool names_a_fund(const std::string& heading);

}  // namespace dossier::funds
