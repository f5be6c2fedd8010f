#include "funds/ledger/phrasing.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace dossier::funds {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

std::string symbol_of(Currency currency) {
  if (currency.code() == "USD") return "$";
  if (currency.code() == "EUR") return "€";
  if (currency.code() == "GBP") return "£";
  return currency.known() ? std::string(currency.code()) + " " : "";
}

// "-0.0%" says nothing that "0.0%" does not.
std::string fixed(double value, int decimals, std::string_view suffix) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);
  return text + std::string(suffix);
}

}  // namespace

std::string money_text(Money amount, Currency currency) {
  std::string digits = amount.abs().grouped(currency.minor_digits());
  return (amount.negative() ? "-" : "") + symbol_of(currency) + digits;
}

std::string multiple_text(double multiple) {
  return fixed(multiple, 2, "x");
}

std::string percent_text(double fraction) {
  return fixed(fraction * 100, 1, "%");
}

std::string_view month_name(int month) {
  return kMonths[static_cast<std::size_t>(month - 1)];
}

std::string date_text(Date date) {
  return fmt::format("{} {} {}", date.day(), month_name(date.month()), date.year());
}

std::string period_text(Date date, DatePrecision precision) {
  switch (precision) {
    case DatePrecision::day: return date_text(date);
    case DatePrecision::month: return fmt::format("{} {}", month_name(date.month()), date.year());
    case DatePrecision::quarter: return fmt::format("Q{} {}", date.quarter(), date.year());
  }
  return date_text(date);
}

std::string joined(const std::vector<std::string>& parts, std::string_view last) {
  std::string text;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    if (k > 0) text += k + 1 == parts.size() ? fmt::format(" {} ", last) : ", ";
    text += parts[k];
  }
  return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  if (count == 0) return fmt::format("no {}", many);
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace dossier::funds
