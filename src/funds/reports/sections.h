#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

#include <string>
#include <vector>

namespace dossier::funds {

// The pages, or parts of pages, of one fund.
struct FundPart {
  std::vector<reading::PageLayout> pages;
  std::string name = {};     // by which its rows were told from those of others; empty: its own pages say
  bool text_shared = false;  // the text is that of all funds of the pages: it dates the rows and states no figures
};

// Cuts the pages of a file that speaks of several funds into one part per fund: at the headings and labels ("Fund:")
// that name another one, at the middle of pages on which two funds stand side by side, and by the names in the rows of
// tables that list several. A part without any table (a cover page) joins the next. Most files are one part.
std::vector<FundPart> split_by_fund(std::vector<reading::PageLayout> pages, const DocumentStyle& style);

// Whether a heading reads like the name of a fund: "Alder Growth Partners III, L.P.", not "Capital Calls".
bool names_a_fund(const std::string& heading);

}  // namespace dossier::funds
