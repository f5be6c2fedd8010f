#pragma once

#include "base/money.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dossier::reading {

// An exact decimal number: digits x 10^-decimals, with as many decimals as were printed.
struct Decimal {
  __int128 digits = 0;
  int decimals = 0;

  double to_double() const;
  // The amount in minor units after multiplying by 10^power; nothing beyond limits::kAmountMajorMax. Digits below the
  // minor unit are rounded half away from zero.
  std::optional<Money> to_money(int power, int minor_digits) const;
};

// Which character parts the decimals. A document uses one of the two throughout.
enum class DecimalMark { point, comma };

enum class NumberForm {
  plain,
  percent,       // 12.5 %
  multiple,      // 1.45x
  nil,           // a dash alone: zero, said on purpose
  not_available  // n/a, n.m., N/M: unknown
};

// A number as a table cell or a headline prints it.
struct NumberText {
  NumberForm form = NumberForm::plain;
  Decimal magnitude = {};  // never negative
  bool negative = false;   // minus, typographic minus, brackets <>, parentheses, trailing minus, DR
  bool parenthesised = false;
  Currency currency = {};  // from a symbol or code beside the digits; "$" alone is USD
  int power = 0;           // 3 for k, 6 for m, 9 for bn
  std::string mark = {};   // footnote mark that was glued to it: "*", "R", "1"
  bool too_large = false;  // more digits than any amount has: magnitude is not set

  // Digits grouped, decimals, a sign, a currency or a suffix: something that says "amount" and not "year" or "no.".
  bool dressed = false;

  double signed_double() const { return negative ? -magnitude.to_double() : magnitude.to_double(); }
};

// The number that the whole of `text` is, footnote marks aside; nothing when it is anything else ("Call 3",
// "2023-01-15", "Q1"). Understands 1,234.56  1.234,56  1 234,56  1'234.56  12,34,567  $1.2m  (1,234)  -1,234  1,234-
// 1,234 CR  <1,234>  US$, USD, EUR, €, £, CHF ... before or after. Where one separator could be either ("1.234"),
// `mark` decides.
std::optional<NumberText> read_number(std::string_view text, DecimalMark mark = DecimalMark::point);

// The decimal mark that most of the numbers of a document need; the point when none of them says.
// Where nothing but numbers such as "5,848" could say, the mark parts thousands; in amounts `in_millions` it parts
// decimals, since nobody's calls are thousands of millions.
DecimalMark settle_decimal_mark(std::span<const std::string> texts, bool in_millions = false);

// "USD", "US$", "€", "EUR" ...: the currency that `text` is or names first; nothing otherwise.
std::optional<Currency> find_currency(std::string_view text);

// A scale note such as "in $000s", "USD thousands", "TEUR", "€ millions", "in Mio. EUR": 3, 6 or 9; 0 when there is
// none.
int find_scale_power(std::string_view text);

}  // namespace dossier::reading
