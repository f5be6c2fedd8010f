#pragma once

#include "fir/case.h"

namespace dossier::desks::fir {

// How the lists of a case are kept in one column.

// "i19 o3 m40": who wrote how many code points, in order.
std::string text_of(const dossier::fir::Authorship& runs);
dossier::fir::Authorship authorship_of(std::string_view text);

// Texts without line ends, one a line.
std::string joined(const std::vector<std::string>& lines);
std::vector<std::string> lines_of(std::string_view text);

}  // namespace dossier::desks::fir
