#pragma once

#include <string>

namespace dossier::funds {

// Whether a title announces what has not flowed yet: "Expected capital calls", "Projected distributions".
bool foretells(const std::string& title);

// Whether a title says that the flows below it are computed and not the investor's: "Cash flows without use of the
// subscription facility", "Hypothetical cash flows".
bool supposes(const std::string& title);

}  // namespace dossier::funds
