#pragma once

#include <string>
#include <string_view>
#include <vector>

// A question as people typed it, cut at spaces: before anything is understood. Internal to the room.
namespace dossier::funds {

// Typographic quotes, spaces and dashes become plain ones.
std::vector<std::string> chunks_of(std::string_view text);

// Without the punctuation around it; brackets stay on negative numbers.
std::string bare(std::string chunk);

bool has_digit(std::string_view text);
bool all_digits(std::string_view text);

// "24" is 2024, "98" is 1998.
std::string full_year(std::string_view two_digits);

}  // namespace dossier::funds
