#pragma once

#include "store/migrations.h"

#include <vector>

namespace dossier::documents {

// The tables of this room, to be listed after the store's.
std::vector<store::Migration> migrations();

}  // namespace dossier::documents
