#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

#include <cstddef>
#include <optional>

namespace dossier::funds {

// The column of the investor's own figures, by its heading in the table or in the line right above it; nothing when
// the table has none. What stands beside it is the whole fund's.
std::optional<std::size_t> share_column(const reading::PageLayout& layout, const reading::Table& table,
                                        const DocumentStyle& style);

}  // namespace dossier::funds
