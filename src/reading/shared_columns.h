#pragma once

#include "reading/regions.h"
#include "reading/tables.h"

#include <vector>

namespace dossier::reading {

// Finds the columns of tables that go on over page breaks from all their pages: a page may leave a column empty that
// another one fills. `pages` are the tables without lines and `ruled` those with lines, by page, in order.
void share_columns(std::vector<Regions>& pages, const std::vector<PageLayout>& ruled);

}  // namespace dossier::reading
