#pragma once

// The words of fund reports, as tables: what heads a column, what names a row, what labels a figure.
#include "funds/ledger/row_words.h"
#include "funds/reports/column_words.h"
#include "funds/reports/figure_words.h"
