#pragma once

#include "reading/lines.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace dossier::reading {

// Which lines of a table make up one row, told by white space alone: the lines of a wrapped cell stand closer together
// than two rows do, whether the other cells of the row stand at its top or are centred by its height. `lines` are the
// table's lines below its header, from top to bottom. The answer has one number per line, the same for lines of one
// row, ascending from 0. Nothing when the gaps do not tell, or when a row so formed would hold a figure above a figure.
std::optional<std::vector<std::size_t>> bundles_of(const std::vector<const Line*>& lines);

// The lines of one row as one: what stands one below the other is one segment.
Line bundled(const std::vector<const Line*>& lines);

// Whether a segment is a date or says "amount" by its form: what rows are told by.
bool value_like(const Segment& segment);

// Whether a segment is a day, or one whose year stands elsewhere ("12 Mar").
bool day_like(const Segment& segment);

}  // namespace dossier::reading
