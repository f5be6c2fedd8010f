#include "reading/spoken_numbers.h"

#include "reading/number_words.h"

#include <algorithm>
#include <array>

namespace dossier::reading {
namespace {

struct Named {
  std::string_view word;
  double value;
};

// Beside the English ones of number_words.h.
constexpr auto kNumberWords = std::to_array<Named>({
    {"half", 0.5},    {"couple", 2},    {"ek", 1},         {"do", 2},          {"teen", 3},       {"tin", 3},
    {"char", 4},      {"chaar", 4},     {"paanch", 5},     {"panch", 5},       {"chhe", 6},       {"chhah", 6},
    {"saat", 7},      {"aath", 8},      {"nau", 9},        {"das", 10},        {"dus", 10},       {"gyarah", 11},
    {"barah", 12},    {"baarah", 12},   {"terah", 13},     {"chaudah", 14},    {"pandrah", 15},   {"solah", 16},
    {"satrah", 17},   {"atharah", 18},  {"unnis", 19},     {"bees", 20},       {"bis", 20},       {"ikkis", 21},
    {"bais", 22},     {"teis", 23},     {"chaubis", 24},   {"chaubees", 24},   {"pachees", 25},   {"pachis", 25},
    {"pacchis", 25},  {"chhabbis", 26}, {"sattais", 27},   {"atthais", 28},    {"untis", 29},     {"tees", 30},
    {"battis", 32},   {"taintis", 33},  {"chauntis", 34},  {"paintis", 35},    {"chhattis", 36},  {"saintis", 37},
    {"chalis", 40},   {"chaalis", 40},  {"chalees", 40},   {"bayalis", 42},    {"paintalis", 45}, {"adtalis", 48},
    {"pachas", 50},   {"pachaas", 50},  {"bavan", 52},     {"pachpan", 55},    {"chhappan", 56},  {"saath", 60},
    {"painsath", 65}, {"sattar", 70},   {"pachattar", 75}, {"pachhattar", 75}, {"assi", 80},      {"pachasi", 85},
    {"nabbe", 90},    {"pachanve", 95}, {"dedh", 1.5},     {"dhai", 2.5},      {"adhai", 2.5},    {"dhaai", 2.5},
});

constexpr auto kFractions = std::to_array<Named>({
    {"sawa", 0.25},
    {"sava", 0.25},
    {"savva", 0.25},
    {"saadhe", 0.5},
    {"sadhe", 0.5},
    {"saade", 0.5},
    {"sade", 0.5},
    {"paune", -0.25},
    {"pone", -0.25},
    {"paun", -0.25},
});

template <class Table>
std::optional<double> named(const Table& table, std::string_view word) {
  auto it = std::find_if(table.begin(), table.end(), [&](const Named& n) { return n.word == word; });
  if (it == table.end()) return std::nullopt;
  return it->value;
}

}  // namespace

std::optional<double> spoken_number(const Token& token) {
  if (token.kind == TokenKind::number) return digits_value(token.lower);
  if (token.lower == "zero") return std::nullopt;  // nobody counts so what was lost
  if (const auto english = english_number(token.lower)) return *english;
  return named(kNumberWords, token.lower);
}

std::optional<double> digits_value(std::string_view word) {
  double value = 0, scale = 0;
  std::size_t since_comma = 0;
  bool comma = false;
  for (char c : word) {
    if (c >= '0' && c <= '9') {
      value = value * 10 + (c - '0');
      if (scale != 0) scale *= 10;
      ++since_comma;
    } else if (c == ',' && scale == 0) {
      if (comma && since_comma != 2 && since_comma != 3) return std::nullopt;
      comma = true;
      since_comma = 0;
    } else if (c == '.' && scale == 0) {
      scale = 1;
    } else {
      return std::nullopt;
    }
  }
  if (comma && scale == 0 && since_comma != 3) return std::nullopt;
  return scale == 0 ? value : value / scale;
}

std::optional<NumberRange> number_range(const Token& token) {
  if (token.kind != TokenKind::number) return std::nullopt;
  const auto dash = token.lower.find('-');
  if (dash == std::string::npos) return std::nullopt;
  const auto low = digits_value(std::string_view(token.lower).substr(0, dash));
  const auto high = digits_value(std::string_view(token.lower).substr(dash + 1));
  if (!low || !high || *low < 1 || *low > *high) return std::nullopt;
  return NumberRange{*low, *high};
}

std::optional<double> spoken_fraction(std::string_view word) {
  return named(kFractions, word);
}

std::optional<SpokenValue> spoken_value(const std::vector<Token>& tokens, std::size_t i) {
  if (const auto value = spoken_number(tokens[i])) return SpokenValue{*value, i};
  if (const auto range = number_range(tokens[i])) return SpokenValue{range->low, i};
  const auto fraction = spoken_fraction(tokens[i].lower);
  if (!fraction) return std::nullopt;
  if (i + 1 < tokens.size() && tokens[i + 1].sentence == tokens[i].sentence) {
    if (const auto value = spoken_number(tokens[i + 1])) return SpokenValue{*value + *fraction, i + 1};
  }
  return SpokenValue{1 + *fraction, i};
}

}  // namespace dossier::reading
