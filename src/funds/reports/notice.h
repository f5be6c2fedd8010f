#pragma once

#include "funds/reports/ledger_rows.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dossier::funds {

// A capital call or distribution notice as noticed rows: the investor's share, gross, on the due date; and beside it
// what is set off against it. Nothing when the paper is no notice; flags when it is one but its
// amount or its day cannot be told.
struct NoticeReading {
  std::vector<DraftRow> rows;  // none, one, or a call and what is netted with it
  std::vector<Flag> flags;
};
std::optional<NoticeReading> read_notice(std::span<const reading::PageLayout> layouts, const DocumentStyle& style,
                                         const std::string& file);

}  // namespace dossier::funds
