#pragma once

#include "reading/tables.h"

#include <map>
#include <span>
#include <string>

namespace dossier::funds {

// Codes by which a column of types names its rows, folded, and the words each stands for ("cc" -> "capital call").
using TypeCodes = std::map<std::string, std::string>;

// The codes that a key of the document explains ("CC = capital call; RD = recallable distribution"), beside those that
// everybody uses.
TypeCodes read_type_codes(std::span<const reading::PageLayout> layouts);

}  // namespace dossier::funds
