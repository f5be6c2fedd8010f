#pragma once

#include "store/migrations.h"

#include <vector>

namespace dossier::desks::funds {

// The tables of the fund desk (docs/fund-store.md), to be listed after those of documents.
std::vector<store::Migration> migrations();

}  // namespace dossier::desks::funds
