#pragma once

#include "store/migrations.h"

namespace dossier::desks::fir {

// The tables of the FIR desk (docs/cases.md).
std::vector<store::Migration> migrations();

}  // namespace dossier::desks::fir
