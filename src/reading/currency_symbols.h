#pragma once

#include <cstddef>
#include <span>
#include <string_view>

// The signs and codes by which papers name currencies: internal to reading amounts.
namespace dossier::reading {

// Both outlive everything.
struct CurrencySymbol {
  std::string_view text;  // folded: "us$", "eur"
  std::string_view code;
};

// Longest first, so that "US$" is not read as "$".
std::span<const CurrencySymbol> currency_symbols();

bool ends_with_symbol(std::string_view text);

// Whether there is an ASCII letter at a place of a folded text; beyond its end there is none.
bool letter_at(std::string_view text, std::size_t i);

}  // namespace dossier::reading
