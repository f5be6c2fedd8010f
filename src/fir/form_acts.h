#pragma once

#include <string>
#include <string_view>

namespace dossier::fir {

// The title and year of an act that goes by a short name in the knowledge: "BNS" -> "Bharatiya Nyaya Sanhita, 2023
// (BNS)". A name that is not in the list is its own title.
std::string act_title(std::string_view short_name);

}  // namespace dossier::fir
