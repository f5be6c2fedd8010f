#include "funds/questions/question_number_words.h"

#include "reading/number_words.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace dossier::funds {
namespace {

// "A", "one" to "nine".
std::optional<int> small_number(std::string_view word) {
  if (word == "a") return 1;
  const auto value = reading::english_number(word);
  return value && *value > 0 && *value < 10 ? value : std::nullopt;
}

bool is_scale(const Typed& typed, std::size_t at) {
  return typed.says(at, "million") || typed.says(at, "thousand") || typed.says(at, "billion");
}

// "By a tenth", "by one quarter": what a figure moves by, in percent.
void write_parts(Typed& typed) {
  static constexpr std::pair<std::string_view, std::string_view> kParts[] = {
      {"tenth", "10%"},   {"10th", "10%"},         {"fifth", "20%"}, {"5th", "20%"},
      {"quarter", "25%"}, {"third", "33.333333%"}, {"half", "50%"}};
  for (std::size_t at = 0; at + 2 < typed.size(); ++at) {
    const bool counted = typed.says(at + 1, "a") || typed.says(at + 1, "one");
    const bool moves = typed.says(at, "by") || typed.says(at, "lost") || typed.says(at, "loses") ||
                       typed.says(at, "with") || typed.says(at, "dropped") || typed.says(at, "fell") ||
                       typed.says(at, "down") || typed.says(at, "up") || typed.says(at, "off");
    if (!moves || !counted) continue;
    auto part = std::find_if(std::begin(kParts), std::end(kParts),
                             [&](const auto& one) { return typed.says(at + 2, one.first); });
    if (part != std::end(kParts)) typed.replace(at + 1, 2, std::string(part->second));
  }
}

// "Two and a half million", "half a million", "a million".
void write_counts(Typed& typed) {
  for (std::size_t at = 0; at < typed.size(); ++at) {
    auto whole = small_number(typed.folded()[at]);
    if (typed.says(at, "half") && typed.says(at + 1, "a") && is_scale(typed, at + 2)) typed.replace(at, 2, "0.5");
    const bool after_tens = at > 0 && reading::english_number(typed.folded()[at - 1]).value_or(0) >= 20;
    if (!whole || after_tens) continue;  // "twenty five million" is one number
    const bool and_a_half = typed.says(at + 1, "and") && typed.says(at + 2, "a") && typed.says(at + 3, "half");
    if (and_a_half && is_scale(typed, at + 4)) {
      typed.replace(at, 4, std::to_string(*whole) + ".5");
    } else if (is_scale(typed, at + 1)) {
      typed.replace(at, 1, std::to_string(*whole));
    }
  }
}

}  // namespace

void write_numbers(Typed& typed) {
  write_parts(typed);
  write_counts(typed);
}

}  // namespace dossier::funds
