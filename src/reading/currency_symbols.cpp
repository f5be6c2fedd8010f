#include "reading/currency_symbols.h"

#include "reading/amounts.h"
#include "reading/fold.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace dossier::reading {
namespace {

constexpr std::array<CurrencySymbol, 40> kSymbols = {{
    {"us$", "USD"},    {"usd", "USD"},    {"eur", "EUR"},    {"gbp", "GBP"},    {"chf", "CHF"}, {"jpy", "JPY"},
    {"cad", "CAD"},    {"aud", "AUD"},    {"nzd", "NZD"},    {"sek", "SEK"},    {"nok", "NOK"}, {"dkk", "DKK"},
    {"inr", "INR"},    {"cny", "CNY"},    {"rmb", "CNY"},    {"hkd", "HKD"},    {"sgd", "SGD"}, {"zar", "ZAR"},
    {"brl", "BRL"},    {"mxn", "MXN"},    {"krw", "KRW"},    {"ils", "ILS"},    {"aed", "AED"}, {"pln", "PLN"},
    {"czk", "CZK"},    {"huf", "HUF"},    {"kwd", "KWD"},    {"sar", "SAR"},    {"hk$", "HKD"}, {"nz$", "NZD"},
    {"a$", "AUD"},     {"c$", "CAD"},     {"s$", "SGD"},     {"r$", "BRL"},     {"rs.", "INR"}, {"$", "USD"},
    {"\u20AC", "EUR"}, {"\u00A3", "GBP"}, {"\u00A5", "JPY"}, {"\u20B9", "INR"},
}};

}  // namespace

std::span<const CurrencySymbol> currency_symbols() {
  return kSymbols;
}

bool ends_with_symbol(std::string_view text) {
  return std::any_of(kSymbols.begin(), kSymbols.end(), [&](const CurrencySymbol& s) { return text.ends_with(s.text); });
}

bool letter_at(std::string_view text, std::size_t i) {
  return i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])) != 0;
}

std::optional<Currency> find_currency(std::string_view text) {
  std::string folded = fold(text);
  std::size_t first = std::string::npos;
  std::optional<Currency> found;
  for (const CurrencySymbol& symbol : kSymbols) {
    bool letters = std::isalpha(static_cast<unsigned char>(symbol.text.front())) != 0;
    for (std::size_t at = folded.find(symbol.text); at != std::string::npos; at = folded.find(symbol.text, at + 1)) {
      std::size_t end = at + symbol.text.size();
      bool whole = !letters || ((at == 0 || !letter_at(folded, at - 1)) &&
                                (!letter_at(symbol.text, symbol.text.size() - 1) || !letter_at(folded, end)));
      // "TEUR" and "T€" are thousands of euros.
      bool thousands = letters && at > 0 && folded[at - 1] == 't' && (at == 1 || !letter_at(folded, at - 2)) &&
                       !letter_at(folded, end);
      if ((whole || thousands) && at < first) {
        first = at;
        found = Currency::parse(symbol.code);
      }
    }
  }
  return found;
}

}  // namespace dossier::reading
