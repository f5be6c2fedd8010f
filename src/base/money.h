#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier {

// An ISO 4217 code, or "" where the document names none. Two amounts may be added only when the codes are equal.
class Currency {
 public:
  Currency() = default;
  // Three letters A-Z; nothing otherwise.
  static std::optional<Currency> parse(std::string_view code);

  std::string_view code() const { return {code_, code_[0] == 0 ? 0u : 3u}; }
  bool known() const { return code_[0] != 0; }
  // Digits of the minor unit: 0 for JPY, 3 for KWD, 2 for most and for the unknown currency.
  int minor_digits() const;

  auto operator<=>(const Currency&) const = default;

 private:
  char code_[4] = {};
};

// An exact amount in minor units of some currency, which the owner of the amount knows. The range is so wide
// (1.7e38 minor units) that no sum over admissible amounts (limits.h) can leave it.
class Money {
 public:
  using Minor = __int128;

  constexpr Money() = default;
  static constexpr Money of_minor(Minor minor) { return Money(minor); }
  static constexpr Money of_major(std::int64_t major, int minor_digits = 2) {
    Minor minor = major;
    for (int i = 0; i < minor_digits; ++i) minor *= 10;
    return Money(minor);
  }
  // "-500000.00", "12", "0.5": digits with an optional leading minus and at most `minor_digits` decimals.
  static std::optional<Money> parse(std::string_view text, int minor_digits = 2);

  constexpr Minor minor() const { return minor_; }
  // The amount as a 64-bit number of minor units; nothing outside that range.
  std::optional<std::int64_t> minor64() const;
  double to_double(int minor_digits = 2) const;
  // "-500000.00": no grouping, always `minor_digits` decimals. Stable form of JSON and of the journal.
  std::string text(int minor_digits = 2) const;
  // "-500,000.00", or "-500,000" when the decimals are nil. For people.
  std::string grouped(int minor_digits = 2) const;

  constexpr bool zero() const { return minor_ == 0; }
  constexpr bool negative() const { return minor_ < 0; }
  constexpr Money abs() const { return Money(minor_ < 0 ? -minor_ : minor_); }

  friend constexpr Money operator+(Money a, Money b) { return Money(a.minor_ + b.minor_); }
  friend constexpr Money operator-(Money a, Money b) { return Money(a.minor_ - b.minor_); }
  friend constexpr Money operator-(Money a) { return Money(-a.minor_); }
  constexpr Money& operator+=(Money b) { return *this = *this + b; }
  constexpr Money& operator-=(Money b) { return *this = *this - b; }
  constexpr auto operator<=>(const Money&) const = default;

 private:
  explicit constexpr Money(Minor minor) : minor_(minor) {}
  Minor minor_ = 0;
};

// `part` of `whole`; nothing when the whole is nil.
std::optional<double> ratio(Money part, Money whole);

}  // namespace dossier
