#pragma once

#include "funds/reports/headline.h"
#include "funds/reports/ledger_rows.h"

#include <span>
#include <vector>

namespace dossier::funds {

// The headline in the scale that its rows confirm. A note such as "in thousands" may hold for the tables of a page and
// not for the figures beside them, or the other way round: where the printed totals are a thousand times the sum of the
// rows, the other scales are tried, and the one that fits is taken. Without rows or totals the note stands.
Headline read_scaled_headline(std::span<const reading::PageLayout> layouts,
                              const std::vector<std::vector<bool>>& ledger_tables, const DocumentStyle& style,
                              const std::string& file, const std::vector<DraftRow>& drafts);

// A printed figure that is hundreds of times what the rows come to, or a hundredth: one of the two is in thousands, and
// nothing tells which. Papers of a single row are left alone: a first call may be small.
std::optional<Flag> doubtful_scale(const ReportedFigures& figures, const std::vector<DraftRow>& drafts);

}  // namespace dossier::funds
