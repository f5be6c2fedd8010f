#include "reading/amounts.h"
#include "reading/currency_symbols.h"
#include "reading/digits.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

// Notes on the scale that amounts are counted in: find_scale_power of amounts.h.
namespace dossier::reading {
namespace {

// "TCHF", "MUSD", "EURm", "INR000": a currency and a scale in one word.
int power_of_unit(std::string_view token) {
  static constexpr std::array<std::pair<std::string_view, int>, 9> kMarks = {
      {{"t", 3}, {"k", 3}, {"000", 3}, {"000s", 3}, {"m", 6}, {"mn", 6}, {"mm", 6}, {"mio", 6}, {"bn", 9}}};
  constexpr std::size_t kCodeBytes = 3;
  if (token.size() <= kCodeBytes || token.size() > kCodeBytes + 4) return 0;
  auto is_code = [](std::string_view code) {
    const auto symbols = currency_symbols();
    return std::any_of(symbols.begin(), symbols.end(),
                       [&](const CurrencySymbol& s) { return s.text == code && letter_at(code, code.size() - 1); });
  };
  for (auto [mark, power] : kMarks) {
    if (token.size() != kCodeBytes + mark.size()) continue;
    if (token.ends_with(mark) && is_code(token.substr(0, kCodeBytes))) return power;
    if (token.starts_with(mark) && is_code(token.substr(mark.size()))) return power;
  }
  return 0;
}

}  // namespace

int find_scale_power(std::string_view text) {
  std::string folded = fold(text);
  for (std::string_view zeros : {"000s", "'000", "000's", "(000)", "$000", "\u20AC000", "\u00A3000", "in 000", "$ 000",
                                 "\u20AC 000", "\u00A3 000", "usd 000", "eur 000", "gbp 000", "chf 000"}) {
    std::size_t at = folded.find(zeros);
    if (at != std::string::npos && (at == 0 || !is_digit(folded[at - 1]))) return 3;
  }
  static const PhraseTable<int> words = {
      {3,
       {"thousand", "thousands", "teur", "tusd", "tchf", "tgbp", "tsd", "tausend", "milliers", "keur", "kusd", "k eur",
        "eur k", "usd k", "k\u20AC", "t\u20AC", "t eur"}},
      {6,
       {"million", "millions", "millionen", "mio", "meur", "musd", "eurm", "usdm", "gbpm", "chfm", "eur m", "usd m",
        "gbp m", "m eur", "m usd", "mn", "mm"}},
      {9, {"billion", "billions", "milliarden", "milliards", "mrd", "eurbn", "usdbn", "bn"}},
  };
  auto tokens = fold_tokens(folded);
  for (const std::string& token : tokens) {
    if (int power = power_of_unit(token); power != 0) return power;
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto match = words.match_at(tokens, i);
    // "$400.0 million" is an amount, "35 to 50 million euros" is prose: a note has no number before the word.
    bool amount = i > 0 && tokens[i - 1].find_first_of("0123456789") != std::string::npos;
    if (match && !amount) return match->meaning;
  }
  for (auto [mark, power] :
       {std::pair("$m)", 6), std::pair("\u20ACm)", 6), std::pair("\u00A3m)", 6), std::pair("$mm", 6),
        std::pair("$bn)", 9), std::pair("in \u20ACm", 6), std::pair("in \u00A3m", 6), std::pair("in $m", 6),
        std::pair("m\u20AC", 6), std::pair("k\u20AC", 3), std::pair("t\u20AC", 3), std::pair("(m)", 6)}) {
    std::size_t at = folded.find(mark);
    if (at != std::string::npos && (at == 0 || !is_digit(folded[at - 1]))) return power;
  }
  return 0;
}

}  // namespace dossier::reading
