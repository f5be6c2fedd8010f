#pragma once

#include "reading/lines.h"

#include <optional>
#include <utility>
#include <vector>

namespace dossier::reading {

// Two tables drawn beside each other share the lines they are read in; their rows have nothing to do with each other.
// They are told by two columns of days under one and the same heading, each with figures to its right. Gives the lines
// of the left and of the right table; nothing when the lines are one table.
std::optional<std::pair<std::vector<Line>, std::vector<Line>>> parted_beside(const std::vector<const Line*>& lines);

}  // namespace dossier::reading
