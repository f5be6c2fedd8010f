#pragma once

#include "funds/ledger/ledger.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dossier::funds {

// What a report says about its fund outside the ledger tables: who it is, as of when, and the figures it prints.
struct Headline {
  std::optional<Sourced<std::string>> name, gp;
  std::optional<int> vintage_year;
  std::optional<Sourced<Date>> as_of;
  ReportedFigures figures;
};

// Reads labels and the value that follows each ("DPI 0.98x, RVPI 0.76x", "Net asset value: $14,872,500"), in lines of
// text and in tables of labels and values. `ledger_tables` marks, per page layout, the tables that are not to be read.
Headline read_headline(std::span<const reading::PageLayout> layouts,
                       const std::vector<std::vector<bool>>& ledger_tables, const DocumentStyle& style,
                       const std::string& file);

}  // namespace dossier::funds
