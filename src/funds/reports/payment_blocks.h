#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

#include <vector>

namespace dossier::funds {

// Blocks of labels and values, one for every payment under its name ("Drawdown 2": its due date, its amount), become
// tables of one row. A paper of a single such block may be a notice and stays as it is.
void take_payment_blocks(std::vector<reading::PageLayout>& layouts, const DocumentStyle& style);

}  // namespace dossier::funds
