#pragma once

#include <string>
#include <string_view>

namespace dossier::funds {

// What people type in haste, spelled out, so that everything after it reads one language: "dists w/o mgmt fees" becomes
// "distributions without management fees", "whats" becomes "what is". Words with a capital letter inside a sentence are
// names and stay.
std::string spelled_out(std::string_view message);

}  // namespace dossier::funds
