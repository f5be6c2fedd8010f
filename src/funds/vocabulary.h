#pragma once

// The words of fund reports, as tables: what heads a column, what names a row, what labels a figure.
#include "funds/column_words.h"
#include "funds/figure_words.h"
#include "funds/row_words.h"
