#pragma once

#include "base/money.h"
#include "reading/tokens.h"

#include <cstddef>
#include <vector>

namespace dossier::reading {

// A sum of rupees as people in India write and say it: "Rs 1,86,000", "2.5 lakh", "fifty thousand", "28k", "sawa lakh".
// Of "70-80 hazar" it is the lower bound.
struct SpokenAmount {
  std::size_t first = 0, last = 0;  // tokens
  Money rupees;                     // zero when foreign
  bool foreign = false;             // "USD 41,200", "500 dollars": money, but how many rupees it is nobody said
  // The words themselves say that it is money (Rs, rupees, /-, lakh of money ...); otherwise only its neighbours do.
  bool marked = false;
};

// Every amount in order. A bare number is one only beside a word of money (worth, price, cash, paid ...); a number that
// measures, counts or names something else ("2 lakh litres", "300 eggs", "flat 1103") is none. `taken` holds tokens
// already read as dates or times.
std::vector<SpokenAmount> find_indian_amounts(const Text& text, const std::vector<bool>& taken);

}  // namespace dossier::reading
