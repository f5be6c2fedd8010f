#pragma once

#include "fir/draft.h"

#include <iosfwd>

namespace dossier::desks::fir {

// The draft for a reader at a terminal: aligned, at most 100 columns, bold heads when `colour`.
void write_draft(const dossier::fir::Draft& draft, bool colour, std::ostream& out);

}  // namespace dossier::desks::fir
