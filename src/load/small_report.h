#pragma once

#include <cstdint>
#include <string>

namespace dossier::load {

// A report of one page, as PDF: a fund with three capital calls and a distribution. Reports of different numbers differ
// in a line of prose, and belong to one of fifty funds.
std::string small_report(std::uint64_t number);

// Tells the uploads of this run from each other and from those of earlier runs.
std::string unique_mark(std::uint64_t number);

}  // namespace dossier::load
