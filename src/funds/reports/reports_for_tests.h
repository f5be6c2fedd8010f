#pragma once

#include "funds/reports/reader.h"
#include "reading/page_for_tests.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

// Reports drawn as pages of words and what was read from them, as text. For tests only.
namespace dossier::funds::testing {

using reading::PageSketch;

inline DocumentReading read(std::vector<reading::Page> pages) {
  reading::PagedText text;
  text.pages = std::move(pages);
  return read_report(text, "report.pdf");
}

inline std::string rows_of(const DocumentReading& reading) {
  std::string out;
  for (const Ledger& ledger : reading.funds) {
    for (const Transaction& t : ledger.transactions)
      out += std::string(name_of(t.kind)) + " " + t.date.iso() + " " + t.amount.text() + "\n";
  }
  return out;
}

inline std::string flags_of(const DocumentReading& reading) {
  std::string out;
  for (const Flag& flag : reading.flags) out += std::string(name_of(flag.code)) + " ";
  return out;
}

inline PageSketch calls_page() {
  return PageSketch()
      .text(50, 40, "Alder Growth Fund II, L.P.", true, 16)
      .text(50, 65, "Report Date: March 31, 2024")
      .text(50, 80, "Capital Calls", true)
      .grid({50, 130, 230, 330}, {100, 120, 140, 160})
      .row({55, 135, 235}, 105, {"Date", "Amount", "Description"}, true)
      .row({55, 135, 235}, 125, {"2021-02-15", "$1,000,000", "First call"})
      .row({55, 135, 235}, 145, {"2022-02-15", "$500,000", "Second call"});
}

}  // namespace dossier::funds::testing
