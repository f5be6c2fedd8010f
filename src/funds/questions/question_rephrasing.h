#pragma once

#include <string>
#include <string_view>

namespace dossier::funds {

// A message with roundabout phrases said plainly, before anything is understood: "if we left out the exit" as "without
// the exit", "if call 4 had not happened" as "without call 4", "two and a half million" as "2.5 million". All else
// stays as it was typed. Internal to the room.
std::string rephrased(std::string_view message);

}  // namespace dossier::funds
