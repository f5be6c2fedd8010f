#pragma once

#include <string_view>

namespace dossier::reading {

// Whether a text is a year and nothing else: "1998", "2021".
inline bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace dossier::reading
