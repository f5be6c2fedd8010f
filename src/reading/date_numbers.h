#pragma once

#include <string_view>
#include <vector>

namespace dossier::reading {

// The numbers of a word like "14.02.2026", none with more than four digits; empty when it is anything else.
std::vector<int> number_parts(std::string_view word, char separator);
// A word that is one number; -1 otherwise.
int whole_number(std::string_view word);
// 26 -> 2026.
int full_year(int year);
bool plausible_year(int year);

}  // namespace dossier::reading
