#pragma once

#include <optional>
#include <string_view>

namespace dossier::reading {

// The value of an English number word in lower case: "zero" to "twenty", then the tens up to "ninety". Nothing for
// compounds, ordinals and scales.
std::optional<int> english_number(std::string_view lower);

}  // namespace dossier::reading
