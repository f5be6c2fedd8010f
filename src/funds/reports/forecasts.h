#pragma once

#include <string>

namespace dossier::funds {

// Whether a title announces what has not flowed yet: "Expected capital calls", "Projected distributions".
bool foretells(const std::string& title);

}  // namespace dossier::funds
