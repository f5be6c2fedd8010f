#pragma once

#include "reading/tables.h"

namespace dossier::funds {

// Takes the edges of a printed spreadsheet off a table: the letters of its columns and the numbers of its rows. Any
// other table stays as it is.
void take_off_sheet_edges(reading::Table& table);

}  // namespace dossier::funds
