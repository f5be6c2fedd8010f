#pragma once

#include "reading/regions.h"

#include <vector>

namespace dossier::reading {

// Numbers the rows of the lines that are no header, where white space tells them apart (bundles.h).
void number_rows(std::vector<RegionLine>& lines);

// The rows that have a figure, each as one line; without row numbers, the lines that have one. They show where the
// columns stand, and so come without the labels of totals, which are set across columns.
std::vector<Line> core_rows(const std::vector<RegionLine>& lines);

}  // namespace dossier::reading
