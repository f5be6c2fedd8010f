#pragma once

#include "reading/tables.h"

namespace dossier::funds {

// Puts a title that fills two or more lines together again: "Birch Partners II (formerly Alder" above "Growth Fund
// II)", or a line that was broken because its next word had no room. `page_width` in points.
void join_wrapped_titles(reading::PageLayout& layout, double page_width);

}  // namespace dossier::funds
