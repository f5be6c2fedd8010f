#pragma once

#include "funds/reports/style.h"
#include "reading/tables.h"

namespace dossier::funds {

// Payments that a page lists in lines of text ("• 14 March 2019 - €500,000 (initial closing)") become tables: each run
// of such lines below a title of payments, or whose words name payments themselves.
void take_payment_lists(reading::PageLayout& layout, const DocumentStyle& style);

}  // namespace dossier::funds
