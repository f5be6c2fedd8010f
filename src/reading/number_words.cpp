#include "reading/number_words.h"

#include <algorithm>
#include <array>

namespace dossier::reading {
namespace {

constexpr auto kUpToTwenty =
    std::to_array<std::string_view>({"zero",     "one",     "two",     "three",     "four",     "five",     "six",
                                     "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
                                     "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"});
constexpr auto kTensFromThirty =
    std::to_array<std::string_view>({"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"});

template <class Table>
std::optional<int> place_in(const Table& table, std::string_view word) {
  const auto it = std::find(table.begin(), table.end(), word);
  return it == table.end() ? std::nullopt : std::optional(static_cast<int>(it - table.begin()));
}

}  // namespace

std::optional<int> english_number(std::string_view lower) {
  if (const auto small = place_in(kUpToTwenty, lower)) return small;
  const auto tens = place_in(kTensFromThirty, lower);
  return tens ? std::optional(30 + 10 * *tens) : std::nullopt;
}

}  // namespace dossier::reading
