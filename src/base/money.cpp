#include "base/money.h"

#include "base/limits.h"

#include <algorithm>
#include <array>
#include <limits>

namespace dossier {
namespace {

std::string digits_of(Money::Minor magnitude) {
  std::string text;
  do {
    text.push_back(static_cast<char>('0' + static_cast<int>(magnitude % 10)));
    magnitude /= 10;
  } while (magnitude != 0);
  std::reverse(text.begin(), text.end());
  return text;
}

struct Parts {
  bool negative;
  std::string major, minor;
};

Parts parts_of(Money amount, int minor_digits) {
  std::string digits = digits_of(amount.abs().minor());
  auto width = static_cast<std::size_t>(minor_digits);
  if (digits.size() <= width) digits.insert(0, width + 1 - digits.size(), '0');
  return {amount.negative(), digits.substr(0, digits.size() - width), digits.substr(digits.size() - width)};
}

}  // namespace

std::optional<Currency> Currency::parse(std::string_view code) {
  if (code.size() != 3 || !std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
    return std::nullopt;
  }
  Currency currency;
  std::copy(code.begin(), code.end(), currency.code_);
  return currency;
}

int Currency::minor_digits() const {
  static constexpr std::array<std::string_view, 16> none = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                                            "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
  static constexpr std::array<std::string_view, 7> three = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
  if (std::find(none.begin(), none.end(), code()) != none.end()) return 0;
  if (std::find(three.begin(), three.end(), code()) != three.end()) return 3;
  return 2;
}

std::optional<Money> Money::parse(std::string_view text, int minor_digits) {
  bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  Minor minor = 0;
  int decimals = -1;  // counted from the point on
  bool any = false;
  for (char c : text) {
    if (c == '.' && decimals < 0 && any) {
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9' || decimals == minor_digits) return std::nullopt;
    if (decimals >= 0) ++decimals;
    minor = minor * 10 + (c - '0');
    if (minor > Minor{limits::kAmountMinorMax} * 10) return std::nullopt;
    any = true;
  }
  if (!any || decimals == 0) return std::nullopt;
  for (int i = std::max(decimals, 0); i < minor_digits; ++i) minor *= 10;
  return Money(negative ? -minor : minor);
}

std::optional<std::int64_t> Money::minor64() const {
  if (minor_ > std::numeric_limits<std::int64_t>::max() || minor_ < std::numeric_limits<std::int64_t>::min()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(minor_);
}

double Money::to_double(int minor_digits) const {
  double scale = 1;
  for (int i = 0; i < minor_digits; ++i) scale *= 10;
  return static_cast<double>(minor_) / scale;
}

std::string Money::text(int minor_digits) const {
  Parts parts = parts_of(*this, minor_digits);
  std::string out = parts.negative ? "-" : "";
  out += parts.major;
  if (!parts.minor.empty()) out += "." + parts.minor;
  return out;
}

std::string Money::grouped(int minor_digits) const {
  Parts parts = parts_of(*this, minor_digits);
  for (auto at = static_cast<std::ptrdiff_t>(parts.major.size()) - 3; at > 0; at -= 3) {
    parts.major.insert(static_cast<std::size_t>(at), 1, ',');
  }
  std::string out = parts.negative ? "-" : "";
  out += parts.major;
  bool whole = parts.minor.find_first_not_of('0') == std::string::npos;
  if (!whole) out += "." + parts.minor;
  return out;
}

std::optional<double> ratio(Money part, Money whole) {
  if (whole.zero()) return std::nullopt;
  return static_cast<double>(part.minor()) / static_cast<double>(whole.minor());
}

}  // namespace dossier
