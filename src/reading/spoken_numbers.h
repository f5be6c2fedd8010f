#pragma once

#include "reading/tokens.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dossier::reading {

// The value of a number word ("three", "das", "dedh"), of digits ("1,86,000"), or nothing. Halves count: "dedh" is 1.5.
std::optional<double> spoken_number(const Token& token);

// The value of digits with groups of two or three and one decimal point: "1,86,000", "3.5". Nothing for other signs.
std::optional<double> digits_value(std::string_view word);

// "8-10", "70-80" written as one token: the lower and the higher number. Nothing when they do not rise or stay.
struct NumberRange {
  double low = 0, high = 0;
};
std::optional<NumberRange> number_range(const Token& token);

// What Hindi puts before a number or a scale: "sawa" adds a quarter, "saadhe" a half, "paune" takes a quarter away.
// Nothing for other words.
std::optional<double> spoken_fraction(std::string_view word);

// One number of one or two tokens that begins at token i: "35", "saadhe teen" (3.5), "70-80" (its lower bound). A
// fraction without a number counts from one: "sawa" is 1.25.
struct SpokenValue {
  double value = 0;
  std::size_t last = 0;  // its last token
};
std::optional<SpokenValue> spoken_value(const std::vector<Token>& tokens, std::size_t i);

}  // namespace dossier::reading
