#pragma once

#include "base/result.h"
#include "funds/ledger/xirr.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dossier::desks::funds {

// The cash flows of a CSV file: dated, or amounts alone at equal periods.
using FlowList = std::variant<std::vector<dossier::funds::DatedFlow>, std::vector<double>>;

// Reads "date,amount" rows in either order, or one amount per line. A header line is optional; with one, the columns
// may be anywhere and others are ignored. Separators: comma, semicolon or tab; quotes as in RFC 4180 (within one line);
// a byte order mark, CRLF and empty lines are accepted. Dates: YYYY-MM-DD, or any form that the file itself makes
// unambiguous. Amounts: plain or scientific numbers, or as reports print them ("$1,234.50", "(500)"). Amounts that are
// exact decimals are scaled to whole numbers when they fit a double, so that sums are exact; no rate depends on scale.
// `name` stands in errors, which say the line and what is expected there.
Result<FlowList> read_flow_file(std::string_view bytes, const std::string& name);

}  // namespace dossier::desks::funds
